/** Feeds as no program should write them: a feed with elements and attributes taken out, repeated, renamed, and filled with anything. */

import {
  channelElements,
  itemElements,
  itunesElements,
  podcastElements,
} from '../../src/feed/known-elements.ts'
import { table } from '../../src/fields/index.ts'
import { anyText } from './any-front-matter.ts'
import fc from './property.ts'

/** Every element that the program knows. */
const elements: readonly string[] = [
  ...new Set([
    ...channelElements,
    ...itemElements,
    ...itunesElements,
    ...podcastElements,
    ...table.elements('show').keys(),
    ...table.elements('episode').keys(),
  ]),
].sort()

const oddNames = [
  '__proto__',
  'constructor',
  'x:y',
  'xmlns',
  'xml:lang',
  ':',
  'a:b:c',
  'RSS',
  'channel',
  'item',
  '\u00e9',
  'toString',
]

/** Pieces of XML that mean something, or nearly. */
const pieces: readonly string[] = [
  ...[
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    '&a;',
    '&b;',
    '&nbsp;',
    '&amp;amp;',
    '&#0;',
    '&#x110000;',
    '&#xD800;',
    '&',
    '&;',
    '&#;',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<![CDATA[]]>',
    '<![CDATA[<script>]]>',
    '<!--',
    '-->',
    '<!-- -- -->',
    '<?x y?>',
    '<?xml version="1.1"?>',
    '<?',
    '?>',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<>',
    '</>',
    '< a>',
    '<a b>',
    '<a b=c>',
    '<a b="1" b="2">',
    '<a b="<">',
    '\u0000',
    '\u000b',
    '\ufffe',
    '\ud83d',
    '\ufeff',
  ],
  ...[
    '<item/>',
    '<item>',
    '</item>',
    '<channel/>',
    '</channel>',
    '</rss>',
    '<rss/>',
    '<feed xmlns="http://www.w3.org/2005/Atom"/>',
  ],
  ...[
    'xmlns:itunes=""',
    ' xmlns="urn:x"',
    ' xmlns:podcast="https://podcastindex.org/namespace/1.0"',
    '"',
    "'",
    '=',
    '\r',
    '\t',
    '\n\n',
  ],
]

/** Tags and texts in turn. */
const tokensOf = (xml: string): string[] => xml.match(/<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g) ?? []

type Fault = (tokens: string[]) => void

const place = fc.nat({ max: 1_000_000 })
const at = (tokens: readonly string[], where: number): number => where % Math.max(1, tokens.length)

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...elements) },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
)
const attribute = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'url',
      'href',
      'text',
      'type',
      'length',
      'rel',
      'geo',
      'osm',
      'split',
      'status',
      'start',
      'end',
      'role',
      'uri',
      'protocol',
      'duration',
      'startTime',
      'feedGuid',
      'isPermaLink',
      'rrule',
      'suggested',
      'country',
      'aspect-ratio',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
)
const value = fc.oneof(
  { weight: 8, arbitrary: anyText([]).map(escaped) },
  { weight: 1, arbitrary: anyText([]) },
  { weight: 2, arbitrary: fc.constantFrom(...pieces) },
)

/** The nth of what fits, if any does. */
const nth = (tokens: readonly string[], where: number, pattern: RegExp): number => {
  const found = tokens.flatMap((token, index) => (pattern.test(token) ? [index] : []))
  return found.length === 0 ? -1 : found[where % found.length]!
}
const TAG = /^<[\w:]/
const TEXT = /^[^<]*[^\s<]/

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(place, value).map(
      ([where, text]): Fault =>
        tokens => {
          const index = nth(tokens, where, TEXT)
          if (index >= 0) tokens[index] = text
        },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(place, value, fc.nat({ max: 20 })).map(
      ([where, text, which]): Fault =>
        tokens => {
          const index = nth(tokens, where, /="/)
          let left = which % Math.max(1, (tokens[index]?.match(/="/g) ?? []).length)
          if (index >= 0)
            tokens[index] = tokens[index]!.replace(/="[^"]*"/g, old => (left-- === 0 ? `="${text}"` : old))
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(place, attribute, value).map(
      ([where, key, text]): Fault =>
        tokens => {
          const index = nth(tokens, where, TAG)
          if (index >= 0) tokens[index] = tokens[index]!.replace(/(?=\s*\/?>$)/, ` ${key}="${text}"`)
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.boolean()).map(
      ([where, isWhole]): Fault =>
        tokens => {
          const index = nth(tokens, where, TAG)
          if (index >= 0) tokens[index] = isWhole ? '' : tokens[index]!.replace(/\s[\w:-]+="[^"]*"/, '')
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(place, name).map(
      ([where, to]): Fault =>
        tokens => {
          const index = nth(tokens, where, TAG)
          const from = /^<([\w:-]+)/.exec(tokens[index] ?? '')?.[1]
          if (from === undefined) return
          const close = tokens.indexOf(`</${from}>`, index)
          tokens[index] = tokens[index]!.replace(from, to)
          if (close >= 0) tokens[close] = `</${to}>`
        },
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(place, name, value, fc.array(fc.tuple(attribute, value), { maxLength: 4 })).map(
      ([where, tag, text, attributes]): Fault =>
        tokens => {
          const words = attributes.map(([key, said]) => ` ${key}="${said}"`).join('')
          tokens.splice(at(tokens, where), 0, `<${tag}${words}>`, text, `</${tag}>`)
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 6 }), place).map(
      ([where, count, to]): Fault =>
        tokens => {
          const from = at(tokens, where)
          tokens.splice(at(tokens, to), 0, ...tokens.slice(from, from + count))
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 8 })).map(
      ([where, count]): Fault =>
        tokens =>
          void tokens.splice(at(tokens, where), count),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.constantFrom(...pieces)).map(
      ([where, piece]): Fault =>
        tokens =>
          void tokens.splice(at(tokens, where), 0, piece),
    ),
  },
)

const encoded = (xml: string, encoding: string): Uint8Array => {
  switch (encoding) {
    case 'utf-16le':
      return Buffer.from(`\ufeff${xml}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()
    case 'latin1':
      return Buffer.from(xml, 'latin1')
    case 'cut':
      return Buffer.from(xml).subarray(0, xml.length * 0.7)
    default:
      return Buffer.from(xml)
  }
}

export interface AnyFeed {
  readonly xml: string
  readonly bytes: Uint8Array
}

/** One of the feeds, with a few faults. */
export const anyFeed = (seeds: readonly string[]): fc.Arbitrary<AnyFeed> =>
  fc
    .record({
      // The first is plain and short, and so are most of its faults.
      seed: fc.oneof(
        { weight: 2, arbitrary: fc.constant(seeds[0]!) },
        { weight: 1, arbitrary: fc.constantFrom(...seeds) },
      ),
      faults: fc.array(anyFault, { minLength: 1, maxLength: 8 }),
      encoding: fc.oneof(
        { weight: 20, arbitrary: fc.constant('utf-8') },
        { weight: 1, arbitrary: fc.constantFrom('utf-16le', 'utf-16be', 'latin1', 'cut') },
      ),
    })
    .map(({ seed, faults, encoding }) => {
      const tokens = tokensOf(seed)
      for (const fault of faults) fault(tokens)
      const xml = tokens.join('')
      return { xml, bytes: encoded(xml, encoding) }
    })
