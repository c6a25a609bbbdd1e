/** The elements of the podcast namespace that stand in channels, items and live items alike: one value, one element, and back. */

import type {
  AlternateEnclosure,
  Block,
  Chat,
  Funding,
  Image,
  License,
  Location,
  Person,
  RemoteItem,
  SocialInteract,
  Source,
  Txt,
  Value,
  ValueRecipient,
  ValueTimeSplit,
} from '../podcasting.ts'
import {
  attributesOf,
  childrenOf,
  decimalText,
  type Element,
  integerOf,
  numberOf,
  optional,
  textOf,
} from './element.ts'

/** How one value is written and read. */
interface Part<Value> {
  readonly write: (value: Value) => Element
  readonly read: (element: Element) => Value | undefined
}

const decimal = (value: number | undefined) => (value === undefined ? undefined : decimalText(value))
const truths: Readonly<Record<string, boolean | undefined>> = {
  true: true,
  yes: true,
  false: false,
  no: false,
}

/** `yes`, `no`, and the `true` and `false` that some feeds write instead. */
export const yesOrNo = (written: string | undefined): boolean | undefined =>
  truths[written?.trim().toLowerCase() ?? '']

export const funding: Part<Funding> = {
  write: ({ url, text }) => ({ name: 'podcast:funding', attributes: { url }, text }),
  read: element => {
    const { url } = attributesOf(element, { url: 'url' })
    return url === undefined ? undefined : { url, text: textOf(element) }
  },
}

export const person: Part<Person> = {
  write: ({ name, role, group, img, href }) => ({
    name: 'podcast:person',
    attributes: { role, group, img, href },
    text: name,
  }),
  read: element => {
    const name = textOf(element)
    const { role, group, ...rest } = attributesOf(element, {
      role: 'role',
      group: 'group',
      img: 'img',
      href: 'href',
    })
    return name === ''
      ? undefined
      : {
          name,
          ...optional('role', role?.toLowerCase()),
          ...optional('group', group?.toLowerCase()),
          ...rest,
        }
  },
}

export const location: Part<Location> = {
  write: ({ name, rel, geo, osm, country }) => ({
    name: 'podcast:location',
    attributes: { rel, geo, osm, country },
    text: name,
  }),
  read: element => {
    const name = textOf(element)
    const { rel, ...rest } = attributesOf(element, { rel: 'rel', geo: 'geo', osm: 'osm', country: 'country' })
    const known = rel === 'subject' || rel === 'creator' ? { rel: rel as 'subject' | 'creator' } : {}
    return name === '' ? undefined : { name, ...known, ...rest }
  },
}

export const license: Part<License> = {
  write: ({ name, url }) => ({ name: 'podcast:license', attributes: { url }, text: name }),
  read: element => {
    const name = textOf(element)
    return name === '' ? undefined : { name, ...attributesOf(element, { url: 'url' }) }
  },
}

export const block: Part<Block> = {
  write: ({ service, blocked }) => ({
    name: 'podcast:block',
    attributes: { id: service },
    text: blocked ? 'yes' : 'no',
  }),
  read: element => {
    const blocked = yesOrNo(textOf(element))
    return blocked === undefined ? undefined : { ...attributesOf(element, { service: 'id' }), blocked }
  },
}

export const txt: Part<Txt> = {
  write: ({ purpose, value }) => ({ name: 'podcast:txt', attributes: { purpose }, text: value }),
  read: element => {
    const value = textOf(element)
    return value === '' ? undefined : { ...attributesOf(element, { purpose: 'purpose' }), value }
  },
}

export const chat: Part<Chat> = {
  write: ({ server, protocol, accountId, space }) => ({
    name: 'podcast:chat',
    attributes: { server, protocol, accountId, space },
  }),
  read: element => {
    const { server, protocol, ...rest } = attributesOf(element, {
      server: 'server',
      protocol: 'protocol',
      accountId: 'accountId',
      space: 'space',
    })
    return server === undefined || protocol === undefined ? undefined : { server, protocol, ...rest }
  },
}

export const socialInteract: Part<SocialInteract> = {
  write: ({ protocol, uri, accountId, accountUrl, priority }) => ({
    name: 'podcast:socialInteract',
    attributes: { protocol, uri, accountId, accountUrl, priority: decimal(priority) },
  }),
  read: element => {
    const { protocol, uri, priority, ...rest } = attributesOf(element, {
      protocol: 'protocol',
      uri: 'uri',
      accountId: 'accountId',
      accountUrl: 'accountUrl',
      priority: 'priority',
    })
    if (protocol === undefined || (uri === undefined && protocol !== 'disabled')) return undefined
    return { protocol, ...optional('uri', uri), ...rest, ...optional('priority', integerOf(priority)) }
  },
}

export const image: Part<Image> = {
  write: ({ href, alt, aspectRatio, width, height, type, purpose }) => ({
    name: 'podcast:image',
    attributes: {
      href,
      alt,
      'aspect-ratio': aspectRatio,
      width: decimal(width),
      height: decimal(height),
      type,
      purpose,
    },
  }),
  read: element => {
    const { href, width, height, ...rest } = attributesOf(element, {
      href: 'href',
      alt: 'alt',
      aspectRatio: 'aspect-ratio',
      width: 'width',
      height: 'height',
      type: 'type',
      purpose: 'purpose',
    })
    return href === undefined
      ? undefined
      : { href, ...rest, ...optional('width', integerOf(width)), ...optional('height', integerOf(height)) }
  },
}

export const remoteItem: Part<RemoteItem> = {
  write: ({ feedGuid, feedUrl, itemGuid, medium, title }) => ({
    name: 'podcast:remoteItem',
    attributes: { feedGuid, feedUrl, itemGuid, medium, title },
  }),
  read: element => {
    const { feedGuid, ...rest } = attributesOf(element, {
      feedGuid: 'feedGuid',
      feedUrl: 'feedUrl',
      itemGuid: 'itemGuid',
      medium: 'medium',
      title: 'title',
    })
    return feedGuid === undefined ? undefined : { feedGuid, ...rest }
  },
}

// ------------------------------------------------------------------------------------------ other recordings

const source: Part<Source> = {
  write: ({ uri, contentType }) => ({ name: 'podcast:source', attributes: { uri, contentType } }),
  read: element => {
    const { uri, contentType } = attributesOf(element, { uri: 'uri', contentType: 'contentType' })
    return uri === undefined ? undefined : { uri, ...optional('contentType', contentType) }
  },
}

const integrityOf = (element: Element | undefined): AlternateEnclosure['integrity'] => {
  const { type, value } = element ? attributesOf(element, { type: 'type', value: 'value' }) : {}
  return value !== undefined && (type === 'sri' || type === 'pgp-signature') ? { type, value } : undefined
}

export const alternateEnclosure: Part<AlternateEnclosure> = {
  write: ({
    sources,
    integrity,
    type,
    length,
    bitrate,
    height,
    lang,
    title,
    rel,
    codecs,
    default: isDefault,
  }) => ({
    name: 'podcast:alternateEnclosure',
    attributes: {
      type,
      length: decimal(length),
      bitrate: decimal(bitrate),
      height: decimal(height),
      lang,
      title,
      rel,
      codecs,
      default: isDefault === undefined ? undefined : String(isDefault),
    },
    children: [
      ...sources.map(source.write),
      ...(integrity === undefined
        ? []
        : [{ name: 'podcast:integrity', attributes: { type: integrity.type, value: integrity.value } }]),
    ],
  }),
  read: element => {
    const { type, length, bitrate, height, isDefault, ...rest } = attributesOf(element, {
      type: 'type',
      length: 'length',
      bitrate: 'bitrate',
      height: 'height',
      lang: 'lang',
      title: 'title',
      rel: 'rel',
      codecs: 'codecs',
      isDefault: 'default',
    })
    const sources = childrenOf(element, 'podcast:source').flatMap(child => source.read(child) ?? [])
    if (type === undefined || sources.length === 0) return undefined
    return {
      sources,
      ...optional('integrity', integrityOf(childrenOf(element, 'podcast:integrity')[0])),
      type,
      ...optional('length', integerOf(length)),
      ...optional('bitrate', numberOf(bitrate)),
      ...optional('height', integerOf(height)),
      ...rest,
      ...optional('default', yesOrNo(isDefault)),
    }
  },
}

// ----------------------------------------------------------------------------------------------------- money

const recipient: Part<ValueRecipient> = {
  write: ({ name, type, address, split, customKey, customValue, fee }) => ({
    name: 'podcast:valueRecipient',
    attributes: {
      name,
      type,
      address,
      split: decimalText(split),
      customKey,
      customValue,
      fee: fee === undefined ? undefined : String(fee),
    },
  }),
  read: element => {
    const { type, address, split, fee, ...rest } = attributesOf(element, {
      name: 'name',
      type: 'type',
      address: 'address',
      split: 'split',
      customKey: 'customKey',
      customValue: 'customValue',
      fee: 'fee',
    })
    const shares = numberOf(split)
    if (type === undefined || address === undefined || shares === undefined) return undefined
    return { ...rest, type, address, split: shares, ...optional('fee', yesOrNo(fee)) }
  },
}

const recipientsOf = (element: Element): readonly ValueRecipient[] =>
  childrenOf(element, 'podcast:valueRecipient').flatMap(child => recipient.read(child) ?? [])

const timeSplit: Part<ValueTimeSplit> = {
  write: ({ start, duration, remoteStart, remotePercentage, remoteItem: item, recipients }) => ({
    name: 'podcast:valueTimeSplit',
    attributes: {
      startTime: decimalText(start),
      duration: decimalText(duration),
      remoteStartTime: decimal(remoteStart),
      remotePercentage: decimal(remotePercentage),
    },
    children: [
      ...(item === undefined ? [] : [remoteItem.write(item)]),
      ...(recipients ?? []).map(recipient.write),
    ],
  }),
  read: element => {
    const attributes = attributesOf(element, {
      start: 'startTime',
      duration: 'duration',
      remoteStart: 'remoteStartTime',
      remotePercentage: 'remotePercentage',
    })
    const start = numberOf(attributes.start)
    const duration = numberOf(attributes.duration)
    const [item] = childrenOf(element, 'podcast:remoteItem').flatMap(child => remoteItem.read(child) ?? [])
    const recipients = recipientsOf(element)
    if (start === undefined || duration === undefined || (item === undefined && recipients.length === 0))
      return undefined
    return {
      start,
      duration,
      ...optional('remoteStart', numberOf(attributes.remoteStart)),
      ...optional('remotePercentage', numberOf(attributes.remotePercentage)),
      ...optional('remoteItem', item),
      ...(recipients.length === 0 ? {} : { recipients }),
    }
  },
}

export const value: Part<Value> = {
  write: ({ type, method, suggested, recipients, timeSplits }) => ({
    name: 'podcast:value',
    attributes: { type, method, suggested },
    children: [...recipients.map(recipient.write), ...(timeSplits ?? []).map(timeSplit.write)],
  }),
  read: element => {
    const { type, method, suggested } = attributesOf(element, {
      type: 'type',
      method: 'method',
      suggested: 'suggested',
    })
    const recipients = recipientsOf(element)
    if (type === undefined || method === undefined || recipients.length === 0) return undefined
    const timeSplits = childrenOf(element, 'podcast:valueTimeSplit').flatMap(
      child => timeSplit.read(child) ?? [],
    )
    return {
      type,
      method,
      ...optional('suggested', suggested),
      recipients,
      ...(timeSplits.length === 0 ? {} : { timeSplits }),
    }
  },
}
