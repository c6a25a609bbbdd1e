/** What became of each element of the old feed, counted: kept exactly, kept in meaning, or left out, and why. */

import type { FeedNode } from '../feed/feed-elements.ts'
import { canonicalNamespaces } from '../feed/feed-namespaces.ts'
import { table } from '../fields/index.ts'
import { optional } from '../table/optional.ts'
import type { Node } from '../table/said.ts'
import { grouped } from '../units/amount.ts'
import { digest } from '../units/digest.ts'
import { kindOf, type LeftOut } from './left-out.ts'
import { type Piece, piecesOf } from './pieces.ts'

export interface Accounted {
  /** With our own prefix; of an attribute, `guid@isPermaLink`. */
  readonly name: string
  readonly on: 'show' | 'episode'
  readonly exact: number
  readonly meant: number
  /** It says something else now, because somebody has edited the show since it was imported. */
  readonly edited: number
  /** It stands in a draft, which is in the folder and not in the feed. */
  readonly inDrafts: number
  readonly leftOut: number
  /** How it is meant. */
  readonly how: string
  /** Why it was left out; some quote the feed. */
  readonly why: readonly string[]
}

export interface AccountedPair {
  readonly on: 'show' | 'episode'
  readonly before: readonly Sign[]
  readonly after: FeedNode | undefined
  /** Names of the elements that were edited here; undefined where nothing was. */
  readonly edited: ReadonlySet<string> | undefined
  readonly isDraft?: boolean
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
  /** The name; of a link, with what it is about. */
  readonly kind: string
  /** The same for all that say the same. */
  readonly says: string
  /** Why nothing of it was taken over, where that is known. */
  readonly leftOut?: string
  /** What else was not, of what it holds. */
  readonly parts?: readonly SignPart[]
  /** What of it has to be there again. */
  readonly pieces?: readonly Piece[]
}

interface SignPart {
  /** `enclosure@length` */
  readonly name: string
  readonly reason: string
}

export const signsOf = ({ children }: FeedNode, leftOut: readonly LeftOut[] = []): readonly Sign[] => {
  const whole = new Map<Node, string>()
  const partsOf = new Map<Node, SignPart[]>()
  for (const { node, part, reason } of leftOut)
    if (part === undefined) whole.set(node, reason)
    else {
      const parts = partsOf.get(node) ?? []
      parts.push({ name: part, reason })
      partsOf.set(node, parts)
    }
  return children
    .filter(({ name }) => name !== 'item')
    .map(node => {
      const pieces = piecesOf(node)
      return {
        name: node.name,
        kind: kindOf(node),
        says: signOf(node),
        ...optional('leftOut', whole.get(node)),
        ...optional('parts', partsOf.get(node)),
        ...optional('pieces', pieces.length === 0 ? undefined : pieces),
      }
    })
}

/** `pairs`: the channel and each item of the old feed, with what has become of it. In the order in which the elements are first met. */
export const accountOf = (pairs: readonly AccountedPair[]): readonly Accounted[] => {
  const rows = new Map<string, Row>()
  const show = pairs.find(({ on }) => on === 'show')
  const fateOf = fatesIn(show)
  const rowOf = (on: Row['on'], name: string): Row => {
    const key = `${on} ${name}`
    const row = rows.get(key) ?? { ...emptyRow, name, on, reasons: new Set() }
    rows.set(key, row)
    return row
  }
  for (const pair of pairs) {
    const { on, before } = pair
    const fate = fateOf(pair)
    for (const sign of before) {
      const row = rowOf(on, sign.name)
      const its = fate.of(sign)
      row[its]++
      if (its === 'leftOut') row.reasons.add(sign.leftOut ?? reasons[sign.name] ?? noField)
      for (const { name, reason } of its === 'edited'
        ? []
        : [...(sign.parts ?? []), ...fate.lost(sign, its)]) {
        const part = rowOf(on, name)
        part.leftOut++
        part.reasons.add(reason)
      }
    }
  }
  return [...rows.values()].map(row => {
    const { asShow, respelt, meant, reasons: _, ...rest } = row
    return { ...rest, meant: meant + respelt + asShow, how: howOf(row), why: whyOf(row) }
  })
}

const fatesIn = (show: AccountedPair | undefined) => {
  const signsOfShow = show?.after === undefined ? [] : signsOf(show.after)
  const ofShow = new Set(signsOfShow.map(({ says }) => says))
  const namesOfShow = new Set(signsOfShow.map(({ name }) => name))
  return ({ on, after, edited, isDraft }: AccountedPair): Fates => {
    const there = after === undefined ? [] : signsOf(after)
    const said = new Set(there.map(({ says }) => says))
    const names = new Set(there.map(({ name }) => name))
    const kinds = new Set(there.map(({ kind }) => kind))
    const isThere = (name: string): boolean =>
      names.has(name) || (inherited.has(name) && namesOfShow.has(name))
    // What an episode does not say itself, and what is not in the feed at all, may be for the show to say.
    const isEdited = (name: string): boolean =>
      after === undefined && !isDraft
        ? (edited ?? show?.edited) !== undefined
        : edited?.has(name) || (inherited.has(name) && show?.edited?.has(name)) || false
    const of = ({ name, kind, says, leftOut }: Sign): Fate => {
      if (said.has(says)) return 'exact'
      if (isEdited(name)) return 'edited'
      if (leftOut !== undefined || (on === 'show' && saidAnew.has(name))) return 'leftOut'
      if (isDraft) return 'inDrafts'
      if (kinds.has(kind)) return 'respelt'
      if (after !== undefined && isMeant(on, name, isThere)) return 'meant'
      return after !== undefined && inherited.has(name) && ofShow.has(says) ? 'asShow' : 'leftOut'
    }
    const pieces = new Set(there.flatMap(sign => sign.pieces?.map(({ key }) => key) ?? []))
    const lost = ({ pieces: own = [], parts = [] }: Sign, fate: Fate): readonly SignPart[] => {
      if (fate !== 'respelt' && fate !== 'meant') return []
      const isTold = new Set(parts.map(part => part.name))
      return own.filter(
        piece =>
          !pieces.has(piece.key) &&
          !isTold.has(piece.name) &&
          (fate === 'respelt' || piece.isMovable === true),
      )
    }
    return { of, lost }
  }
}

interface Fates {
  readonly of: (sign: Sign) => Fate
  /** What of an element that is there again is not. */
  readonly lost: (sign: Sign, fate: Fate) => readonly SignPart[]
}

const emptyRow = { exact: 0, respelt: 0, meant: 0, asShow: 0, edited: 0, inDrafts: 0, leftOut: 0 }
type Fate = keyof typeof emptyRow

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
  inDrafts: number
  leftOut: number
  /** Why it was left out, each once. */
  readonly reasons: Set<string>
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
  description: 'the same words, links and pictures, from Markdown or tidied HTML',
  'content:encoded': 'the same words, links and pictures, from Markdown or tidied HTML',
  guid: 'the same guid, and `isPermaLink` said outright',
  enclosure: 'the same address, size and type',
  'atom:link': 'the addresses of the new feed',
  'itunes:image': 'the same address',
  'itunes:category': "in Apple's own spelling",
  'itunes:owner': 'the same owner',
  'podcast:locked': 'the same',
}

/** What every feed of ours says of itself. */
const saidAnew: ReadonlySet<string> = new Set(['docs', 'generator', 'lastBuildDate', 'pubDate'])

const noField = 'says nothing that a field takes'

/** Why something is not carried over. */
const reasons: Readonly<Record<string, string>> = {
  generator: 'names the program that made the old feed',
  lastBuildDate: 'is the date of the newest episode from now on',
  pubDate: 'is the date of the newest episode from now on',
  docs: 'stands in every feed of ours',
  'itunes:new-feed-url': 'led to an address of the old feed',
  'atom:link': 'was an address of the old feed',
}

const howOf = ({ name, on, respelt, meant, asShow }: Row): string =>
  [
    ...(respelt > 0 ? [forms[name] ?? 'the same, written otherwise'] : []),
    ...(meant > 0 ? [meaning[name] ?? `as \`<${instead(on, name)[0]}>\``] : []),
    ...(asShow > 0 ? ['what the show says'] : []),
  ].join('; ')

/** As many reasons are told of one name. */
const TOLD = 3

const whyOf = ({ reasons: why }: Row): readonly string[] => [
  ...[...why].slice(0, TOLD),
  ...(why.size > TOLD ? [`and ${grouped(why.size - TOLD)} more like these`] : []),
]
