/** A feed's bytes → everything that its rules look at. */

import type { Place } from '../diagnostic.ts'
import type { Instant } from '../model.ts'
import { mendedUtf8 } from '../syntax/mended-utf8.ts'
import { positionsIn } from '../syntax/positions.ts'
import { parseXml, type XmlDocument, type XmlProblemKind } from '../syntax/xml.ts'
import { type DecodedXml, decodeXml } from '../syntax/xml-encoding.ts'
import { type HtmlReference, withHtmlReferences } from '../syntax/xml-references.ts'
import { optional } from '../table/optional.ts'
import { besideChannel, channelsOf, type FeedNode, itemsOf, nodeOf } from './feed-elements.ts'

/** How a live feed is served. */
export interface Served {
  /** Where it is in the end. */
  readonly url: string
  /** As the server calls it. */
  readonly contentType: string | undefined
}

/** Lines are those of the feed as it was: mending moves none. */
export interface Mended {
  /** The first letter that was saved as Windows-1252, where those were read as such. */
  readonly windowsFrom?: Place
  /** Bytes that stand for nothing, where the encoding that is declared is not UTF-8: U+FFFD stands for each. */
  readonly lost?: { readonly place: Place; readonly count: number }
  /** Character references that HTML knows and XML does not: by name. */
  readonly references: readonly (Pick<HtmlReference, 'name' | 'character' | 'count'> & {
    readonly place: Place
  })[]
}

export interface FeedDocument {
  /** Undefined for a file. */
  readonly served: Served | undefined
  /** As messages name it. */
  readonly file: string
  /** What counts as now. */
  readonly now: Instant
  /** Bytes. */
  readonly size: number
  /** With gzip, as a file. */
  readonly isCompressed: boolean
  readonly encoding: Omit<DecodedXml, 'text'>
  /** What `readLeniently` has mended before it was read as XML. */
  readonly mended?: Mended
  readonly text: string
  readonly xml: XmlDocument
  /** False when the tags do not fit together: what follows is guesswork then. */
  readonly isWhole: boolean
  /** Without its children. */
  readonly root: FeedNode | undefined
  readonly channels: readonly FeedNode[]
  readonly channel: FeedNode | undefined
  readonly items: readonly FeedNode[]
  /** What stands beside the channel. */
  readonly outside: readonly FeedNode[]
  /** Where UTF-16 units of the text stand; `end` is exclusive. */
  readonly place: (start: number, end?: number) => Place
  /** Where an element begins: its start tag. */
  readonly atTag: (node: FeedNode) => Place
  /** Where what an element says stands: its text, or else its start tag. */
  readonly atText: (node: FeedNode) => Place
  /** Where the value of an attribute stands; of one that is not there, the start tag. */
  readonly atAttribute: (node: FeedNode, name: string) => Place
}

/** After one of these it is not known what belongs to what. */
const FATAL: ReadonlySet<XmlProblemKind> = new Set([
  'mismatched-tag',
  'unclosed-element',
  'text-outside-root',
  'no-root',
  'not-well-formed',
  'too-large',
  'too-deep',
  'too-many-nodes',
  'too-many-problems',
])

/** Never throws, whatever the bytes are. `file` is how messages name it; `now` is what counts as now. */
export const readFeed = (bytes: Uint8Array, file: string, now: Instant, served?: Served): FeedDocument =>
  documentOf(bytes, decodeXml(bytes), { file, now, served })

interface About {
  readonly file: string
  readonly now: Instant
  readonly served: Served | undefined
}

const documentOf = (
  bytes: Uint8Array,
  { text, ...encoding }: DecodedXml,
  { file, now, served }: About,
): FeedDocument => {
  const xml = parseXml(text)
  const channels = channelsOf(xml, text)
  const [channel] = channels
  const place = placesIn(text, file)
  const atTag = ({ xml }: FeedNode): Place => place(xml.offset, xml.innerStart)
  return {
    served,
    file,
    now,
    size: bytes.length,
    isCompressed: bytes[0] === 0x1f && bytes[1] === 0x8b,
    encoding,
    text,
    xml,
    isWhole: xml.problems.every(({ kind }) => !FATAL.has(kind)),
    root: xml.root && nodeOf({ ...xml.root, children: [] }, text),
    channels,
    channel,
    items: channel === undefined ? [] : itemsOf(channel),
    outside: besideChannel(xml, text),
    place,
    atTag,
    atText: node => {
      const { innerStart, innerEnd } = node.xml
      const inner = text.slice(innerStart, innerEnd)
      const value = inner.trim()
      if (value === '' || node.children.length > 0) return atTag(node)
      const start = innerStart + inner.length - inner.trimStart().length
      return place(start, start + value.length)
    },
    atAttribute: (node, name) => {
      const found = node.xml.attributes.find(attribute => attribute.name.local === name)
      return found === undefined ? atTag(node) : place(found.valueStart, found.valueEnd)
    },
  }
}

/**
 * As `readFeed`; but of what is said to be UTF-8 and is not, each byte that does not fit is read as Windows-1252, and a reference that
 * only HTML knows as the character that it stands for there.
 */
export const readLeniently = (
  bytes: Uint8Array,
  file: string,
  now: Instant,
  served?: Served,
): FeedDocument => {
  const asItIs = decodeXml(bytes)
  const isWindows = asItIs.invalid && asItIs.encoding === 'utf-8'
  const decoded = isWindows ? decodeXml(mendedUtf8(bytes)) : asItIs
  const { text, found } = withHtmlReferences(decoded.text)
  const feed = documentOf(bytes, { ...decoded, text }, { file, now, served })
  if (!asItIs.invalid && found.length === 0) return feed
  const placeOfLost = (): Place => {
    const at = asItIs.text.indexOf(LOST)
    return placesIn(asItIs.text, file)(at, at + 1)
  }
  const place = placesIn(decoded.text, file)
  return {
    ...feed,
    mended: {
      ...optional('windowsFrom', isWindows ? placeOfLost() : undefined),
      ...optional(
        'lost',
        asItIs.invalid && !isWindows
          ? { place: placeOfLost(), count: asItIs.text.split(LOST).length - 1 }
          : undefined,
      ),
      references: found.map(({ offset, ...reference }) => ({ ...reference, place: place(offset) })),
    },
  }
}

/** What a decoder puts in the place of bytes that it cannot read. */
const LOST = '\uFFFD'

/** What is underlined of a line need not be longer. UTF-16 units. */
const LONGEST_LINE = 10_000

/** A span of several lines is shown by its first. */
const placesIn = (text: string, file: string) => {
  const at = positionsIn(text)
  return (start: number, end = start): Place => {
    const from = at(start)
    const to = at(Math.max(start, end))
    const { line, column } = from
    if (to.line === line) return { file, line, column, ...(end > start ? { endColumn: to.column } : {}) }
    const lineEnd = text.slice(start, Math.min(end, start + LONGEST_LINE)).search(/[\r\n]/)
    return { file, line, column, ...(lineEnd > 0 ? { endColumn: column + lineEnd } : {}) }
  }
}
