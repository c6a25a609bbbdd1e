/** The dates of a feed, with what is right and wrong about each. */

import type { Place } from '../diagnostic.ts'
import type { Instant } from '../model.ts'
import { formatRfc2822, parseDate } from '../units/instant.ts'
import type { FeedDocument } from './feed-document.ts'
import { nodesIn, trimmed } from './feed-rule.ts'

export interface FeedDate {
  readonly written: string
  readonly place: Place
  /** It has the form of RFC 2822, whatever its zone and its weekday. */
  readonly isInForm: boolean
  /** Every reader of feeds takes it, though the form is not quite that of RFC 2822. */
  readonly isLoose: boolean
  /** As written; undefined in another form. */
  readonly zone: string | undefined
  readonly weekday: string | undefined
  /** What was meant, as far as it can be told. The weekday does not count. */
  readonly instant: Instant | undefined
  /** The right form of it. */
  readonly right: string | undefined
}

const elements: ReadonlySet<string> = new Set(['pubDate', 'lastBuildDate'])

/** https://www.rfc-editor.org/rfc/rfc2822#section-3.3, as narrow as validators read it. */
const FORM =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})?(?: (\S{1,10}))?$/

/** What readers take beside it: full names, two digits of a year, more spaces or none, lower case. */
const LOOSE =
  /^(?:[a-z]{3,9}\.?,?\s*)?\d{1,2}\s+[a-z]{3,9}\.?\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*\S{1,10})?$/i

export function* datesIn(feed: FeedDocument): Iterable<FeedDate> {
  for (const node of nodesIn(feed)) {
    if (elements.has(node.name) && trimmed(node) !== '') yield dateOf(trimmed(node), feed.atText(node))
    const { pubdate } = node.attributes
    if (node.name === 'podcast:trailer' && pubdate?.trim())
      yield dateOf(pubdate.trim(), feed.atAttribute(node, 'pubdate'))
  }
}

const dateOf = (written: string, place: Place): FeedDate => {
  const form = FORM.exec(written)
  const instant = instantIn(written)
  return {
    written,
    place,
    isInForm: form !== null,
    isLoose: LOOSE.test(written),
    weekday: form?.[1],
    zone: form?.[2],
    instant,
    right: instant === undefined ? undefined : formatRfc2822(instant),
  }
}

/** Longer text is no date. */
const LONGEST = 80

/** What was meant, whatever its weekday says and its zone is called. Undefined for what is no date. */
export const instantIn = (written: string): Instant | undefined => meantIn(written)?.instant

export interface Meant {
  readonly instant: Instant
  /** The name of a zone that RFC 2822 does not know: readers take GMT for it. */
  readonly unknownZone?: string
}

export const meantIn = (written: string): Meant | undefined => {
  if (written.length > LONGEST) return undefined
  const text = written.replace(/^\p{L}{2,10}\.?(?:,\s*|\s+)(?=\d)/u, '')
  const parsed = parseDate(text)
  if ('instant' in parsed) return { instant: parsed.instant }
  const [, rest = '', unknownZone = ''] = /^(.*\S)\s+([A-Za-z]{1,6})$/.exec(text) ?? []
  const inGmt = parseDate(rest)
  return 'instant' in inGmt ? { instant: inGmt.instant, unknownZone } : undefined
}

/** Dates that every app reads and the W3C validator does not like, by what it calls them (tried with its code, 43dabeb). */
export function* oddDatesIn(feed: FeedDocument, kind: 'error' | 'warning'): Iterable<FeedDate> {
  for (const date of datesIn(feed)) {
    const { written, instant, isInForm, isLoose, zone } = date
    if (instant === undefined || !(isInForm || isLoose) || (isInForm && !/^z$/i.test(zone ?? ''))) continue
    if (w3cCalls(written) === kind) yield date
  }
}

const w3cCalls = (written: string): 'error' | 'warning' =>
  /\s\d:|\d\s+[a-z]{4,}\.?\s|\s*z$/i.test(written) ? 'error' : 'warning'
