/** The podcast namespace (Podcasting 2.0). */

import type { Episode, Show } from '../podcast.ts'
import { formatRfc2822, parseDate } from '../units/instant.ts'
import { chaptersType, mediums } from '../vocabulary/podcast-words.ts'
import {
  attributeOf,
  attributesOf,
  childrenOf,
  decimalText,
  type Element,
  integerOf,
  numberOf,
  optional,
  textOf,
} from './element.ts'
import {
  alternateEnclosure,
  block,
  chat,
  funding,
  image,
  license,
  location,
  person,
  remoteItem,
  socialInteract,
  txt,
  value,
  yesOrNo,
} from './podcast-parts.ts'
import { rowsOf } from './tag.ts'

const tags = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags'

const show = rowsOf<Show>()

const remoteItemsIn = (element: Element) =>
  childrenOf(element, 'podcast:remoteItem').flatMap(child => remoteItem.read(child) ?? [])

export const podcastChannel = [
  show.text('podcast:guid', 'guid', `${tags}/guid.md`),
  show.one({
    name: 'podcast:locked',
    spec: `${tags}/locked.md`,
    field: 'locked',
    write: ({ locked, owner }) => ({
      name: 'podcast:locked',
      attributes: { owner },
      text: locked ? 'yes' : 'no',
    }),
    read: element => {
      const locked = yesOrNo(textOf(element))
      return locked === undefined ? undefined : { locked, ...attributesOf(element, { owner: 'owner' }) }
    },
  }),
  show.row({
    name: 'podcast:medium',
    spec: `${tags}/medium.md`,
    field: 'medium',
    write: medium => [{ name: 'podcast:medium', text: medium }],
    read: ([element]) => {
      const written = element ? textOf(element) : ''
      return mediums.find(medium => medium.toLowerCase() === written.toLowerCase()) ?? (written || undefined)
    },
  }),
  show.row({
    name: 'podcast:txt',
    spec: `${tags}/txt.md`,
    field: 'txt',
    write: txts => txts.map(txt.write),
    read: elements => elements.flatMap(element => txt.read(element) ?? []),
  }),
  show.list({ name: 'podcast:funding', spec: `${tags}/funding.md`, field: 'funding', ...funding }),
  show.list({ name: 'podcast:person', spec: `${tags}/person.md`, field: 'persons', ...person }),
  show.list({ name: 'podcast:location', spec: `${tags}/location.md`, field: 'locations', ...location }),
  show.list({
    name: 'podcast:trailer',
    spec: `${tags}/trailer.md`,
    field: 'trailers',
    write: ({ title, url, date: pubDate, length, type, season }) => ({
      name: 'podcast:trailer',
      attributes: {
        url,
        pubdate: formatRfc2822(pubDate),
        length: length === undefined ? undefined : decimalText(length),
        type,
        season: season === undefined ? undefined : decimalText(season),
      },
      text: title,
    }),
    read: element => {
      const title = textOf(element)
      const { url, pubdate, length, type, season } = attributesOf(element, {
        url: 'url',
        pubdate: 'pubdate',
        length: 'length',
        type: 'type',
        season: 'season',
      })
      const date = parseDate(pubdate ?? '')
      if (title === '' || url === undefined || !('instant' in date)) return undefined
      return {
        title,
        url,
        date: date.instant,
        ...optional('length', integerOf(length)),
        ...optional('type', type),
        ...optional('season', integerOf(season)),
      }
    },
  }),
  show.one({ name: 'podcast:license', spec: `${tags}/license.md`, field: 'license', ...license }),
  show.list({ name: 'podcast:value', spec: `${tags}/value.md`, field: 'value', ...value }),
  show.list({ name: 'podcast:block', spec: `${tags}/block.md`, field: 'blocks', ...block }),
  show.list({
    name: 'podcast:remoteItem',
    spec: `${tags}/remote-item.md`,
    field: 'remoteItems',
    ...remoteItem,
  }),
  show.one({
    name: 'podcast:podroll',
    spec: `${tags}/podroll.md`,
    field: 'podroll',
    write: items => ({ name: 'podcast:podroll', children: items.map(remoteItem.write) }),
    read: element => {
      const items = remoteItemsIn(element)
      return items.length === 0 ? undefined : items
    },
  }),
  show.one({
    name: 'podcast:publisher',
    spec: `${tags}/publisher.md`,
    field: 'publisher',
    write: item => ({ name: 'podcast:publisher', children: [remoteItem.write(item)] }),
    read: element => remoteItemsIn(element)[0],
  }),
  show.one({
    name: 'podcast:updateFrequency',
    spec: `${tags}/update-frequency.md`,
    field: 'updateFrequency',
    write: ({ text, rrule, dtstart, complete }) => ({
      name: 'podcast:updateFrequency',
      attributes: { complete: complete === undefined ? undefined : String(complete), dtstart, rrule },
      text,
    }),
    read: element => {
      const text = textOf(element)
      const { complete, ...rest } = attributesOf(element, {
        complete: 'complete',
        dtstart: 'dtstart',
        rrule: 'rrule',
      })
      return text === '' ? undefined : { text, ...rest, ...optional('complete', yesOrNo(complete)) }
    },
  }),
  show.one({
    name: 'podcast:podping',
    spec: `${tags}/podping.md`,
    field: 'podping',
    write: () => ({ name: 'podcast:podping', attributes: { usesPodping: 'true' } }),
    read: element => (yesOrNo(attributeOf(element, 'usesPodping')) === true ? true : undefined),
  }),
  show.one({ name: 'podcast:chat', spec: `${tags}/chat.md`, field: 'chat', ...chat }),
  show.list({
    name: 'podcast:socialInteract',
    spec: `${tags}/social-interact.md`,
    field: 'socialInteract',
    ...socialInteract,
  }),
  show.list({ name: 'podcast:image', spec: `${tags}/image.md`, field: 'images', ...image }),
]

const episode = rowsOf<Episode>()

export const podcastItem = [
  episode.row({
    name: 'podcast:transcript',
    spec: `${tags}/transcript.md`,
    field: 'transcripts',
    write: transcripts =>
      transcripts.map(({ url, type, language, rel }) => ({
        name: 'podcast:transcript',
        attributes: { url, type, language, rel },
      })),
    read: elements =>
      elements.flatMap(element => {
        const [url, type, language, rel] = ['url', 'type', 'language', 'rel'].map(name =>
          attributeOf(element, name),
        )
        return url && type
          ? [
              {
                url,
                type,
                ...(language ? { language } : {}),
                ...(rel === 'captions' ? { rel: 'captions' as const } : {}),
              },
            ]
          : []
      }),
  }),
  episode.one({
    name: 'podcast:chapters',
    spec: `${tags}/chapters.md`,
    field: 'chaptersUrl',
    write: url => ({ name: 'podcast:chapters', attributes: { url, type: chaptersType } }),
    // Some feeds still write `application/json`, as the namespace's first example did.
    read: element => attributesOf(element, { url: 'url' }).url,
  }),
  episode.list({
    name: 'podcast:soundbite',
    spec: `${tags}/soundbite.md`,
    field: 'soundbites',
    write: ({ start, duration, title }) => ({
      name: 'podcast:soundbite',
      attributes: { startTime: decimalText(start), duration: decimalText(duration) },
      ...(title === undefined ? {} : { text: title }),
    }),
    read: element => {
      const start = numberOf(attributeOf(element, 'startTime'))
      const duration = numberOf(attributeOf(element, 'duration'))
      if (start === undefined || duration === undefined) return undefined
      return { start, duration, ...optional('title', textOf(element) || undefined) }
    },
  }),
  episode.list({ name: 'podcast:person', spec: `${tags}/person.md`, field: 'persons', ...person }),
  episode.list({ name: 'podcast:location', spec: `${tags}/location.md`, field: 'locations', ...location }),
  episode.one({
    name: 'podcast:season',
    spec: `${tags}/season.md`,
    field: 'podcastSeason',
    write: ({ number, name }) => ({ name: 'podcast:season', attributes: { name }, text: String(number) }),
    read: element => {
      const number = integerOf(textOf(element))
      return number === undefined ? undefined : { number, ...attributesOf(element, { name: 'name' }) }
    },
  }),
  episode.one({
    name: 'podcast:episode',
    spec: `${tags}/episode.md`,
    field: 'podcastEpisode',
    write: ({ number, display }) => ({
      name: 'podcast:episode',
      attributes: { display },
      text: decimalText(number),
    }),
    read: element => {
      const number = numberOf(textOf(element))
      return number === undefined ? undefined : { number, ...attributesOf(element, { display: 'display' }) }
    },
  }),
  episode.one({ name: 'podcast:license', spec: `${tags}/license.md`, field: 'license', ...license }),
  episode.list({
    name: 'podcast:alternateEnclosure',
    spec: `${tags}/alternate-enclosure.md`,
    field: 'alternateEnclosures',
    ...alternateEnclosure,
  }),
  episode.list({
    name: 'podcast:contentLink',
    spec: `${tags}/content-link.md`,
    field: 'contentLinks',
    write: ({ href, text }) => ({ name: 'podcast:contentLink', attributes: { href }, text }),
    read: element => {
      const { href } = attributesOf(element, { href: 'href' })
      return href === undefined ? undefined : { href, text: textOf(element) }
    },
  }),
  episode.list({ name: 'podcast:funding', spec: `${tags}/funding.md`, field: 'funding', ...funding }),
  episode.list({ name: 'podcast:value', spec: `${tags}/value.md`, field: 'value', ...value }),
  episode.list({
    name: 'podcast:socialInteract',
    spec: `${tags}/social-interact.md`,
    field: 'socialInteract',
    ...socialInteract,
  }),
  episode.list({ name: 'podcast:txt', spec: `${tags}/txt.md`, field: 'txt', ...txt }),
  episode.one({ name: 'podcast:chat', spec: `${tags}/chat.md`, field: 'chat', ...chat }),
  episode.list({ name: 'podcast:image', spec: `${tags}/image.md`, field: 'images', ...image }),
]
