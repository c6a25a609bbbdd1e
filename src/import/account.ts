/** What became of each element of the old feed, counted: kept exactly, kept in meaning, or left out, and why. */

import type { FeedNode } from '../feed/feed-elements.ts'
import { canonicalNamespaces } from '../feed/feed-namespaces.ts'
import { table } from '../fields/index.ts'
import type { PassedOver } from '../table/passed-over.ts'
import { digest } from '../units/digest.ts'

export interface Accounted {
  /** With our own prefix; of an attribute, `guid@isPermaLink`. */
  readonly name: string
  readonly on: 'show' | 'episode'
  readonly exact: number
  readonly meant: number
  /** It says something else now, because somebody has edited the show since it was imported. */
  readonly edited: number
  readonly leftOut: number
  /** How it is meant, or why it was left out. */
  readonly reason: string
}

export interface AccountedPair {
  readonly on: 'show' | 'episode'
  readonly before: readonly Sign[]
  readonly after: FeedNode | undefined
  /** Names of the elements that were edited here; undefined where nothing was. */
  readonly edited: ReadonlySet<string> | undefined
}

/** The elements that say fields. */
export const elementsSaying = (on: 'show' | 'episode', keys: readonly string[]): ReadonlySet<string> => {
  const all = new Set(keys.flatMap(key => [key, ...(saysToo[key] ?? [])]))
  const { rows } = table.of(on)
  return new Set(rows.flatMap(({ field, element }) => (all.has(field.key) ? [element.name] : [])))
}

/** A field that says the same as another one, where nobody writes it. */
const saysToo: Readonly<Record<string, readonly string[]>> = { title: ['itunesTitle'] }

/** What is kept of an element until it is known what has become of it: the feed itself may have fifty megabytes. */
export interface Sign {
  readonly name: string
  /** The same for all that say the same. */
  readonly says: string
  /** Another one counts in its place. */
  readonly isPassedOver?: true
}

export const signsOf = ({ children }: FeedNode, passedOver: readonly PassedOver[] = []): readonly Sign[] => {
  const isPassedOver = new Set(passedOver.map(({ node }) => node))
  return children
    .filter(({ name }) => name !== 'item')
    .map(node => ({
      name: node.name,
      says: signOf(node),
      ...(isPassedOver.has(node) ? { isPassedOver: true } : {}),
    }))
}

/** `pairs`: the channel and each item of the old feed, with what has become of it. In the order in which the elements are first met. */
export const accountOf = (pairs: readonly AccountedPair[]): readonly Accounted[] => {
  const rows = new Map<string, Row>()
  const { after: show, edited: editedShow } = pairs.find(({ on }) => on === 'show') ?? {}
  const signsOfShow = show === undefined ? [] : signsOf(show)
  const ofShow = new Set(signsOfShow.map(({ says }) => says))
  const namesOfShow = new Set(signsOfShow.map(({ name }) => name))
  for (const { on, before, after, edited } of pairs) {
    const there = after === undefined ? [] : signsOf(after)
    const said = new Set(there.map(({ says }) => says))
    const names = new Set(there.map(({ name }) => name))
    const isThere = (name: string): boolean =>
      names.has(name) || (inherited.has(name) && namesOfShow.has(name))
    // What an episode does not say itself, and what is not in the feed at all, may be for the show to say.
    const isEdited = (name: string): boolean =>
      after === undefined
        ? (edited ?? editedShow) !== undefined
        : edited?.has(name) || (inherited.has(name) && editedShow?.has(name)) || false
    for (const { name, says, isPassedOver } of before) {
      const key = `${on} ${name}`
      const row = rows.get(key) ?? {
        name,
        on,
        exact: 0,
        respelt: 0,
        meant: 0,
        asShow: 0,
        edited: 0,
        leftOut: 0,
        passedOver: 0,
      }
      rows.set(key, row)
      if (said.has(says)) row.exact++
      else if (isPassedOver) row.passedOver++
      else if (isEdited(name)) row.edited++
      else if (names.has(name)) row.respelt++
      else if (after !== undefined && isMeant(on, name, isThere)) row.meant++
      else if (after !== undefined && inherited.has(name) && ofShow.has(says)) row.asShow++
      else row.leftOut++
    }
  }
  return [...rows.values()].map(row => {
    const { asShow, respelt, meant, passedOver, leftOut, ...rest } = row
    return {
      ...rest,
      meant: meant + respelt + asShow,
      leftOut: leftOut + passedOver,
      reason: reasonOf(row),
    }
  })
}

interface Row {
  readonly name: string
  readonly on: Accounted['on']
  exact: number
  /** By the same element, in another form. */
  respelt: number
  /** By another element, or by none. */
  meant: number
  /** Left to the show, which says the same. */
  asShow: number
  edited: number
  leftOut: number
  passedOver: number
}

const isMeant = (on: Row['on'], name: string, isThere: (name: string) => boolean): boolean =>
  Object.hasOwn(meaning, name) || instead(on, name).some(one => isThere(one) || Object.hasOwn(meaning, one))

/** What an episode need not say where its show says the same. */
const inherited: ReadonlySet<string> = new Set([
  ...['itunes:author', 'itunes:explicit', 'podcast:person', 'podcast:value'],
])

/** Said by the element that every app reads, where that is there. */
const otherName: Readonly<Record<string, string>> = {
  'podcast:episode': 'itunes:episode',
  'podcast:season': 'itunes:season',
}

/** The elements that say now what one said that no directory reads any more. */
const instead = (on: Row['on'], name: string): readonly string[] => {
  const { rows } = table.of(on)
  const fields = rows.flatMap(({ field, element }) =>
    element.name === name && element.isDeprecated ? [field.key] : [],
  )
  const now = rows.flatMap(({ field, element }) =>
    fields.includes(field.key) && !element.isDeprecated ? [element.name] : [],
  )
  return [...(Object.hasOwn(otherName, name) ? [otherName[name]!] : []), ...now]
}

/** Characters; longer than a digest. */
const LONG = 100

const signOf = (node: FeedNode): string => {
  const text = JSON.stringify(contentOf(node))
  return text.length > LONG ? digest(text) : text
}

type Content = readonly [
  name: string,
  attributes: readonly (readonly string[])[],
  text: string,
  inside: readonly Content[],
]

/** What it says, whatever the order of its attributes and the white space in it. */
const contentOf = ({ name, attributes, text, children }: FeedNode): Content => [
  name,
  Object.entries(attributes)
    .filter(([key]) => key !== 'xmlns' && !Object.hasOwn(canonicalNamespaces, key))
    .map(([key, value]) => [key, value.trim()])
    .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  // Of most texts nothing changes, and each space would be replaced by itself.
  (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim(),
  children.map(contentOf),
]

/** Said by another element, or by none, and understood all the same. */
const meaning: Readonly<Record<string, string>> = {
  'itunes:episodeType': 'an episode of no other type is a full one',
  'itunes:title': 'it says what the title says',
  'itunes:summary': 'it repeats the notes',
  'itunes:subtitle': 'it repeats the title or the notes',
  'itunes:keywords': 'in one list, each word once',
  'itunes:block': 'nothing is blocked where nothing is said',
  'itunes:complete': 'a show is not complete where nothing is said',
  'podcast:person': "the show's own persons take part without being named again",
}

/** The same in another form. */
const forms: Readonly<Record<string, string>> = {
  pubDate: 'the same moment, written otherwise',
  'itunes:duration': 'in whole seconds',
  'itunes:explicit': '`true` or `false`',
  description: 'the same to see, from Markdown or tidied HTML',
  'content:encoded': 'the same to see, from Markdown or tidied HTML',
  guid: 'the same guid, and `isPermaLink` said outright',
  enclosure: 'the same address, size and type',
  'atom:link': 'the addresses of the new feed',
  generator: 'what makes the feed now',
  'itunes:image': 'the same address',
  'itunes:category': "in Apple's own spelling",
  'itunes:owner': 'the same owner',
  'podcast:locked': 'the same',
}

/** Why something is not carried over. */
const reasons: Readonly<Record<string, string>> = {
  generator: 'names the program that made the old feed',
  lastBuildDate: 'is the date of the newest episode from now on',
  pubDate: 'is the date of the newest episode from now on',
  docs: 'stands in every feed of ours',
  'itunes:new-feed-url': 'led to an address of the old feed',
  'atom:link': 'was an address of the old feed',
  'feedburner:info': 'was for the service that served the old feed',
  'slash:comments': 'counts the comments on the old site',
  'fireside:genDate': 'says when the old feed was made',
  'fireside:hostname': 'names the machine that made the old feed',
}

const reasonOf = ({ name, on, respelt, meant, asShow, leftOut, passedOver }: Row): string =>
  [
    ...(respelt > 0 ? [forms[name] ?? 'the same, written otherwise'] : []),
    ...(meant > 0 ? [meaning[name] ?? `as \`<${instead(on, name)[0]}>\``] : []),
    ...(asShow > 0 ? ['what the show says'] : []),
    ...(leftOut > 0 ? [reasons[name] ?? 'says nothing that a field takes'] : []),
    ...(passedOver > 0 ? ['only one can say it, and another one does'] : []),
  ].join('; ')
