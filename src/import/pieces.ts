/** What of an element may be lost though the element is there again: its attributes, what stands in it, the markup of a text. */

import { type FeedNode, isOfHtml } from '../feed/feed-elements.ts'

export interface Piece {
  /** As the report calls it: `category@domain`, `image/width`, `description <u>`. */
  readonly name: string
  /** The same wherever it is said again. */
  readonly key: string
  readonly reason: string
  /** Another element may say it instead. */
  readonly isMovable?: true
}

/** Markup counts wherever the notes stand. */
export const piecesOf = (node: FeedNode): readonly Piece[] => {
  const { name, children, text } = node
  if (isOfHtml(node)) return noNotes.has(name) || !text.includes('<') ? none : markupIn(name, text)
  const pictures = Object.hasOwn(addresses, name) ? addresses[name]!(node) : none
  if (pictures.length > 0) return pictures
  return [
    ...attributesOf(node).flatMap(attribute => {
      const whole = `${name}@${attribute}`
      return always.has(whole) ? [] : [piece(whole, reasons[whole] ?? 'no field takes this attribute')]
    }),
    ...[...new Set(children.map(child => child.name))].map(child =>
      piece(`${name}/${child}`, 'no field takes this element'),
    ),
  ]
}

const none: readonly never[] = []

const piece = (name: string, reason: string, key = name): Piece => ({ name, key, reason })

/** Of every element of its name, so it need not be remembered ten thousand times. */
const always: ReadonlySet<string> = new Set([
  ...['enclosure@url', 'enclosure@length', 'enclosure@type', 'guid@isPermaLink', 'itunes:image@href'],
])

const reasons: Readonly<Record<string, string>> = {
  'category@domain': '`keywords` takes the word alone, and not the list that it is from',
}

const attributesOf = ({ xml: { attributes } }: FeedNode): readonly string[] =>
  attributes.flatMap(({ name: { prefix, local }, value }) =>
    prefix === 'xmlns' || local === 'xmlns' || value.trim() === ''
      ? []
      : [prefix === '' ? local : `${prefix}:${local}`],
  )

/** Of pictures it counts where each is, whatever names it. */
const addresses: Readonly<Record<string, (node: FeedNode) => readonly Piece[]>> = {
  'podcast:images': ({ attributes: { srcset = '' } }) =>
    sourcesIn(srcset).flatMap(url => picture('podcast:images@srcset', url)),
  'podcast:image': ({ attributes: { href = '' } }) => picture('podcast:image@href', href.trim()),
}

/** The addresses of a list of pictures: https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
export const sourcesIn = (srcset: string): readonly string[] =>
  srcset.split(/,\s+|,$/).flatMap(one => one.trim().split(/\s+/, 1)[0] || [])

const picture = (name: string, url: string): readonly Piece[] => {
  const reason = 'names another picture than `<podcast:image>`, which counts'
  return url === '' ? [] : [{ ...piece(name, reason, url), isMovable: true }]
}

/** An app reads the notes; what repeats them in short is text alone. */
const noNotes: ReadonlySet<string> = new Set(['itunes:summary'])

const NO_TAG = 'the notes of a feed of ours have no such tag; what can be read in it stays'
const NO_LOOK = 'how notes look and links open is for apps to say'

const TAG = /<([a-z][\w:-]*)([^<>]*)>/gi
const UNREAD = /<!--[\s\S]*?-->/g

/** What is shown the same with them and without them. */
const unseen: ReadonlySet<string> = new Set([
  ...['p', 'br', 'div', 'span', 'thead', 'tbody', 'tfoot', 'html', 'head', 'body'],
])
const alike: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }

const markupIn = (name: string, html: string): readonly Piece[] => {
  const tags = new Set<string>()
  const attributes = new Set<string>()
  for (const [, tag = '', inside = ''] of html.replace(UNREAD, '').matchAll(TAG)) {
    const lower = tag.toLowerCase()
    if (!unseen.has(lower)) tags.add(alike[lower] ?? lower)
    if (inside.includes('=')) for (const attribute of attributesIn(inside)) attributes.add(attribute)
  }
  return [
    ...[...tags].map(tag => piece(`${name} <${tag}>`, NO_TAG, `<${tag}>`)),
    ...[...attributes].map(attribute => piece(`${name} ${attribute}="…"`, NO_LOOK, `${attribute}="…"`)),
  ]
}

const attributesIn = (inside: string): readonly string[] =>
  Array.from(inside.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/([a-z][\w:-]*)\s*=/gi), ([, name]) =>
    name!.toLowerCase(),
  )
