/** Two feeds, as a reader that is not ours hears them, item by item: what is the same, and by what name where it is the same only in meaning. */

import { instantIn } from '../../feed/feed-dates.ts'
import { withoutReferences } from '../../syntax/html-references.ts'
import { visibleOf } from '../../syntax/visible-html.ts'
import { canParseUrl } from '../../units/can-parse-url.ts'
import { meantDuration, parseDuration } from '../../units/duration.ts'
import { parseDate } from '../../units/instant.ts'
import { canonicalLanguage } from '../../units/language.ts'
import { meantBytes } from '../../units/meant-bytes.ts'
import { meantDates } from '../../units/meant-date.ts'
import { hostFirst, withOneScheme } from '../../units/meant-url.ts'
import { parseNpt } from '../../units/timestamp.ts'
import { isHttpUrl, resolveUrl } from '../../units/url.ts'
import { isUuid } from '../../units/uuid.ts'
import { sourcesIn } from '../pieces.ts'
import type { Heard, HeardParts } from './heard.ts'

export interface Score {
  readonly on: 'show' | 'episode'
  readonly element: string
  readonly equal: number
  readonly of: number
  /** How often it is the same in another form, by the name of what makes no difference. */
  readonly normalised: Readonly<Record<string, number>>
  /** Some of what is different. */
  readonly differences: readonly Difference[]
}

export interface Difference {
  readonly item: string
  readonly before: string
  readonly after: string
}

export interface Compared {
  readonly scores: readonly Score[]
  /** Episodes that were compared. */
  readonly episodes: number
  /** How many of them are different in something. */
  readonly otherwise: number
}

export interface Comparing {
  readonly before: Heard
  /** The same, where its tags that are not escaped are taken for tags of their own, as XML has it. */
  readonly asXml: Heard
  readonly after: Heard
  /** Items that are not in the new feed, and are not to be. */
  readonly isLeftOut: (index: number) => boolean
  readonly address: string | undefined
}

export const compared = ({ before, asXml, after, isLeftOut, address }: Comparing): Compared => {
  const tally = new Map<string, Tally>()
  const different = new Set<number>()
  let episodes = 0
  const showLink = first(before.show, 'link') ?? ''
  const base = address ?? showLink
  const page = pageOf(showLink, base) ?? base
  const ofShow: Of = {
    before: before.show,
    asXml: asXml.show,
    after: after.show,
    show: before.show,
    base,
    page,
    guid: '',
  }
  for (const [element, compare] of Object.entries(showElements))
    count(tally, 'show', element, 'the show', readAsHtml(compare)(ofShow, element))
  const byGuid = new Map(after.items.map(item => [text(first(item, 'guid')), item]))
  before.items.forEach((item, index) => {
    if (isLeftOut(index)) return
    episodes++
    const add = (element: string, result: Result): void => {
      if (isDifferent(result)) different.add(index)
      count(tally, 'episode', element, title, result)
    }
    const url = first(item, 'enclosure.url')?.trim() ?? ''
    const guid = text(first(item, 'guid')) || (resolveUrl(address ?? url, url) ?? url)
    const found = byGuid.get(guid)
    const title = first(item, 'title') ?? guid
    add('guid', found === undefined ? { before: guid, after: '' } : 'same')
    if (found === undefined) return
    const of: Of = {
      before: item,
      asXml: asXml.items[index] ?? item,
      after: found,
      show: before.show,
      base,
      page: pageOf(first(item, 'link') ?? '', base) ?? page,
      guid,
    }
    for (const [element, compare] of Object.entries(episodeElements))
      add(element, readAsHtml(compare)(of, element))
    for (const name of new Set(
      [...item.keys()].filter(key => key.startsWith('podcast:') && !(key in episodeElements)),
    ))
      add(name, tag(of, name))
  })
  return { scores: [...tally.values()], episodes, otherwise: different.size }
}

type Tally = { -readonly [K in keyof Score]: Score[K] } & {
  normalised: Record<string, number>
  differences: Difference[]
}

type Otherwise = Pick<Difference, 'before' | 'after'>

type Result = 'same' | { readonly as: string } | Otherwise | 'absent'

const isDifferent = (result: Result): result is Otherwise => typeof result === 'object' && 'before' in result

const count = (
  tally: Map<string, Tally>,
  on: Score['on'],
  element: string,
  item: string,
  result: Result,
): void => {
  if (result === 'absent') return
  const key = `${on} ${element}`
  const row = tally.get(key) ?? { on, element, equal: 0, of: 0, normalised: {}, differences: [] }
  tally.set(key, row)
  row.of++
  if (isDifferent(result)) {
    if (row.differences.length < 3) row.differences.push({ item, ...fromDifference(result) })
    return
  }
  row.equal++
  if (result !== 'same') row.normalised[result.as] = (row.normalised[result.as] ?? 0) + 1
}

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

/** What two long texts have in common at the beginning is not what anybody looks for. */
const fromDifference = ({ before, after }: Otherwise): Otherwise => {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  // From the beginning of a word, where there are words.
  const from = same < 60 ? 0 : same - 40 + before.slice(same - 40, same).indexOf(' ') + 1
  const rest = (text: string): string => short((from === 0 ? text : `…${text.slice(from)}`).toWellFormed())
  return { before: rest(before), after: rest(after) }
}

interface Of {
  readonly before: HeardParts
  readonly asXml: HeardParts
  readonly after: HeardParts
  readonly show: HeardParts
  /** What relative addresses are meant from: where the feed was. */
  readonly base: string
  /** What those in the notes are meant from: the page that shows them. */
  readonly page: string
  readonly guid: string
}

const pageOf = (link: string, base: string): string | undefined => {
  const url = resolveUrl(base || link.trim(), link.trim())
  return link.trim() !== '' && url !== undefined && isHttpUrl(url) ? url : undefined
}

type Compare = (of: Of, element: string) => Result

const first = (parts: HeardParts, key: string): string | undefined => parts.get(key)?.[0]

const text = (value: string | undefined): string => (value ?? '').replace(/\s+/g, ' ').trim()

/** A reader of XML finds tags in a text that are not escaped, where people meant the markup of that text. */
const readAsHtml =
  (compare: Compare): Compare =>
  (of, element) => {
    const result = compare(of, element)
    const name = element.replace(/ links$/, '')
    const isMeant = first(of.before, name) !== first(of.asXml, name)
    return isMeant && result !== 'absent' && !isDifferent(result) ? { as: NOT_ESCAPED } : result
  }

const NOT_ESCAPED = 'unescaped tags read as markup'

/** The first of several ways in which they are the same. */
const by =
  (...ways: readonly (readonly [name: string, read: (value: string, of: Of) => string])[]): Compare =>
  (of, element) => {
    const [before, after] = [first(of.before, element) ?? '', first(of.after, element) ?? '']
    if (before === after) return before === '' ? 'absent' : 'same'
    for (const [as, read] of ways) if (read(before, of) === read(after, of)) return { as }
    return { before, after }
  }

const spaces = ['white space', (value: string) => text(value)] as const
const address = [
  'the address in its usual spelling',
  (value: string, { base }: Of) => {
    const resolved = resolveUrl(base || value.trim(), value.trim()) ?? value
    return canParseUrl(resolved) ? String(new URL(resolved)) : resolved
  },
] as const
const flag = [
  'true and false',
  (value: string) => String(/^(?:yes|true|explicit)$/i.test(value.trim())),
] as const
const instant = [
  'the same moment',
  (value: string) => String(Math.floor((instantIn(value.trim()) ?? Number.NaN) / 1000)),
] as const
const seconds = [
  'whole seconds',
  (value: string) => {
    const parsed = parseDuration(value.trim())
    return 'seconds' in parsed ? String(Math.round(parsed.seconds) || '') : ''
  },
] as const
/** Both are told by the import. */
const meantSeconds = [
  'a length that only people read, in seconds',
  (value: string) => seconds[1](String(meantDuration(value) ?? value)),
] as const
const hostMeant = [
  'https:// in front of the host',
  (value: string, of: Of) =>
    address[1](hostFirst(value.trim()) === 'host' ? `https://${value.trim()}` : value, of),
] as const

const schemeMeant = [
  'https:// once in front of the host',
  (value: string, of: Of) => address[1](withOneScheme(value.trim()), of),
] as const

/** A date that apps cannot read is taken for what a person reads in it; where that is a day, the time is free. */
const date: Compare = (of, element) => {
  const result = by(instant)(of, element)
  const [before, after] = [text(first(of.before, element)), text(first(of.after, element))]
  if (typeof result !== 'object' || 'as' in result || instantIn(before) !== undefined) return result
  const [meant, ...others] = meantDates(before, text(first(of.show, 'language')))
  if (meant === undefined || others.length > 0) return result
  const parsed = parseDate(meant.text)
  const isSameMoment = 'instant' in parsed && parsed.instant === instantIn(after)
  const isSameDay = meant.text.length === DAY.length && meant.day === meantDates(dayIn(after))[0]?.day
  return isSameMoment || isSameDay ? { as: 'a date that only people read' } : result
}

const DAY = '2026-11-20'

/** As it is written there, whatever its zone. */
const dayIn = (written: string): string => /\d{1,2} [A-Z][a-z]{2} \d{4}/.exec(written)?.[0] ?? ''

/** What was not there may be there now. */
const added =
  (compare: Compare, as: string): Compare =>
  (of, element) =>
    text(first(of.before, element)) === ''
      ? text(first(of.after, element)) === ''
        ? 'absent'
        : { as }
      : compare(of, element)

/** Where only `<podcast:episode>` gave the number, `<itunes:episode>` gives it now, which every app reads. */
const number: Compare = (of, element) => {
  const other = element.replace('itunes:', 'podcast:')
  const isMoved =
    first(of.before, element) === undefined &&
    numberIn(first(of.before, other)) === numeral(first(of.after, element))
  return isMoved ? { as: `as ${other} said` } : by(['numbers', numeral])(of, element)
}

/** Without a name or words beside it, it says no more than the tag that every app reads. */
const numberTag: Compare = (of, element) => {
  const [before, after] = [of.before.get(element) ?? [], of.after.get(element) ?? []]
  if (before.length === 0) return 'absent'
  const other = element.replace('podcast:', 'itunes:')
  const found = numeral(first(of.after, other))
  const isRepeat = (signature: string): boolean =>
    !/^@[\w:]+=./m.test(signature) && numberIn(signature) === found
  return after.length === 0 && before.every(isRepeat) ? { as: `as ${other}` } : tag(of, element)
}

const numeral = (value = ''): string => String(Number(value))

/** What a signature says is in the element: whole numbers only. */
const numberIn = (signature = ''): string | undefined => {
  const written = /^=\s*(\d+)\s*$/m.exec(signature)?.[1]
  return written && numeral(written)
}

/** What says again what stands beside it may be left out. */
const repeated =
  (compare: Compare, ...beside: readonly string[]): Compare =>
  (of, element) => {
    if (first(of.after, element) !== undefined) return compare(of, element)
    const before = visible(first(of.before, element) ?? '')
    if (before === '') return 'absent'
    const said = beside.some(name => visible(first(of.before, name) ?? '') === before)
    return said
      ? { as: 'what stands beside it says the same' }
      : { before: first(of.before, element) ?? '', after: '' }
  }

const visible = (html: string): string => seen(html).toLowerCase()

/** Letters and signs that a person sees. */
const seen = (html: string): string =>
  withoutReferences(
    html
      .replace(
        /<(script|style|iframe|object|noscript|svg|audio|video|select|textarea|template)\b[\s\S]*?<\/\1\s*>/gi,
        '',
      )
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<\/?[a-z][^<>]*>/gi, ''),
  ).replace(/[\s\u00a0\p{Cf}\p{Cc}]+/gu, '')

const notes: Compare = ({ before, after }, element) => {
  const other = element === 'description' ? 'content:encoded' : 'description'
  const wanted = seen(first(before, element) ?? '')
  const found = seen(first(after, element) ?? '')
  const otherwise = (): Otherwise => ({
    before: readable(first(before, element)),
    after: readable(first(after, element)),
  })
  if (wanted === '') {
    if (found === '') return 'absent'
    return found === seen(first(before, other) ?? '') ? { as: 'the notes stand in both places' } : otherwise()
  }
  if (first(before, element) === first(after, element)) return 'same'
  if (wanted === found) return { as: 'other markup' }
  if (visible(first(before, element) ?? '') === visible(first(before, other) ?? ''))
    return { as: 'it says what the notes say' }
  return isBeginning({ before, after }, element) ? { as: BEGINNING } : otherwise()
}

/** Compared without its spaces, and shown with them. */
const readable = (html = ''): string => visibleOf(html).text

/** Directories take no more than so much of a description. */
const BEGINNING = 'as much as directories take, and the whole in content:encoded'

const isBeginning = ({ before, after }: Pick<Of, 'before' | 'after'>, element: string): boolean => {
  if (element !== 'description') return false
  const wanted = seen(first(before, element) ?? '')
  const found = seen(first(after, element) ?? '').replace(/…$/, '')
  return found !== '' && wanted.startsWith(found) && seen(first(after, 'content:encoded') ?? '') === wanted
}

/** Those of the old feed have to be there; apps make links of addresses too, so there may be more. */
const links: Compare = ({ before, after, page }, element) => {
  const name = element.replace(/ links$/, '')
  const wanted = hrefsIn(first(before, name) ?? '', page)
  if (wanted.length === 0) return 'absent'
  const found = hrefsIn(first(after, name) ?? '', page)
  const missing = wanted.filter(href => !found.includes(href))
  const whole = hrefsIn(first(after, 'content:encoded') ?? '', page)
  if (
    missing.length > 0 &&
    isBeginning({ before, after }, name) &&
    missing.every(href => whole.includes(href))
  )
    return { as: BEGINNING }
  if (missing.length > 0) return { before: missing.join(' '), after: found.join(' ') }
  return wanted.length === found.length ? 'same' : { as: 'addresses in the text are links too' }
}

const hrefsIn = (html: string, base: string): readonly string[] =>
  [
    ...html
      .replace(/<!--[\s\S]*?-->/g, '')
      .matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi),
  ]
    .map(([, double, single, bare]) => withoutReferences((double ?? single ?? bare ?? '').trim()))
    // An empty one leads nowhere.
    .filter(href => href !== '')
    .flatMap(href => {
      const url = resolveUrl(base || href, href)
      return url !== undefined && (isHttpUrl(url) || url.startsWith('mailto:')) ? [String(new URL(url))] : []
    })

/** Several elements, in any order. */
const all =
  (as: string, read: (signature: string, of: Of) => string, orOfShow = false): Compare =>
  (of, element) => {
    const before = of.before.get(element) ?? []
    const after = of.after.get(element) ?? []
    if (before.length === 0) return after.length === 0 ? 'absent' : { before: '', after: after.join('; ') }
    if (before.join('\n\n') === after.join('\n\n')) return 'same'
    const key = (list: readonly string[]): string =>
      list
        .map(one => read(one, of))
        .filter(Boolean)
        .sort()
        .join('\n\n')
    if (key(before) === key(after)) return { as }
    if (orOfShow && after.length === 0 && key(before) === key(of.show.get(element) ?? []))
      return { as: 'those of the show' }
    return { before: key(before), after: key(after) }
  }

const attribute = (signature: string, name: string): string =>
  new RegExp(`^@${name}=(.*)$`, 'm').exec(signature)?.[1] ?? ''

const url = (written: string, base: string): string => {
  const resolved = resolveUrl(base || written, written) ?? written
  return canParseUrl(resolved) ? String(new URL(resolved)) : resolved
}

const person = (signature: string, { base }: Of): string => {
  const name = text(/^=([\s\S]*)$/m.exec(signature)?.[1])
  if (name === '') return ''
  const [img, href] = ['img', 'href'].map(key => attribute(signature, key))
  return [
    name,
    attribute(signature, 'role').toLowerCase(),
    img && opened(url(img, base)),
    href && opened(url(href, base)),
  ].join(' | ')
}

/** Apps open no other address, such as one of `data:`, and so it is left out. */
const opened = (address: string): string => (isHttpUrl(address) ? address : '')

const transcript = (signature: string, { show, base }: Of): string => {
  const language = canonicalLanguage(attribute(signature, 'language')).toLowerCase()
  const type = attribute(signature, 'type').replace('application/srt', 'application/x-subrip')
  const own = canonicalLanguage(text(first(show, 'language'))).toLowerCase()
  return [
    url(attribute(signature, 'url'), base),
    type,
    language === own ? '' : language,
    attribute(signature, 'rel'),
  ].join(' | ')
}

const chapterList = (signature: string): string =>
  signature
    .split('\n')
    .filter(line => /^@(?:start|title|href|image)=/.test(line.replace(/^\(/, '')))
    .map(line => {
      const start = /^@start=(.*)$/.exec(line)?.[1]
      const seconds = start === undefined ? undefined : parseNpt(start)
      return seconds === undefined ? text(line.replace(/\)+$/, '')) : `@start=${Math.round(seconds * 1000)}`
    })
    .join('\n')

/** Of a list of chapters in the feed a file is made too, which more apps read. */
const chapterFile: Compare = (of, element) =>
  of.before.get(element) === undefined && of.before.get('psc:chapters') !== undefined
    ? { as: 'a file of the list beside it' }
    : all('the address', (signature, { base }) => url(attribute(signature, 'url'), base))(of, element)

const tag: Compare = all('other spelling', (signature, { base }) =>
  signature
    .toLowerCase()
    .split('\n')
    .map(line => {
      const [, key, value = ''] = /^(@[\w-]+=|=)(.*)$/.exec(line.replace(/\)+$/, '')) ?? []
      if (key === undefined) return line.replace(/\)+$/, '')
      if (/^https?:/.test(value)) return key + url(value, base)
      return key + (/^\d+(?:\.\d+)?$/.test(value) ? String(Number(value)) : text(value))
    })
    .join('\n'),
)

const showDescription: Compare = (of, element) => {
  const isOfSummary =
    first(of.before, element) === undefined &&
    seen(first(of.after, element) ?? '') === seen(first(of.before, 'itunes:summary') ?? '')
  return isOfSummary && first(of.after, element) !== undefined
    ? { as: 'the summary, where there was none' }
    : by(spaces, ['other markup', value => seen(value)])(of, element)
}

/** What is no UUID tells apps nothing, so it is as if there were none. */
const podcastGuid: Compare = (of, element) => {
  const before = text(first(of.before, element))
  return before !== '' && !isUuid(before.toLowerCase()) && isUuid(text(first(of.after, element)))
    ? { as: 'a UUID, where there was none' }
    : added(
        by(['capitals', value => value.trim().toLowerCase()]),
        'made of the address of the feed, where there was none',
      )(of, element)
}

/** An address that stood where apps do not look for it. */
const picture: Compare = (of, element) => {
  const compare = by(spaces, address, hostMeant, schemeMeant)
  if (first(of.before, element) !== undefined) return compare(of, element)
  const elsewhere = of.before.get(`${element} elsewhere`) ?? []
  const found = elsewhere.find(one => address[1](one, of) === address[1](first(of.after, element) ?? '', of))
  return found === undefined ? compare(of, element) : { as: 'an address that stood elsewhere than in href' }
}

/** A tag of former times: the same pictures, each in a tag of its own. */
const formerImages: Compare = (of, element) => {
  const found = (of.after.get('podcast:image') ?? []).map(one => url(attribute(one, 'href'), of.base))
  const wanted = (of.before.get(element) ?? []).flatMap(one => sourcesIn(attribute(one, 'srcset')))
  if (of.after.has(element) || wanted.some(one => !found.includes(url(one, of.base)))) return tag(of, element)
  return wanted.length === 0 ? 'absent' : { as: 'as podcast:image' }
}

const showElements: Readonly<Record<string, Compare>> = {
  title: added(by(spaces), 'a title, where there was none'),
  link: added(by(spaces, address, hostMeant, schemeMeant), 'the address of the new feed'),
  description: showDescription,
  language: by(spaces, ['capitals', value => value.trim().toLowerCase()]),
  copyright: by(spaces),
  'itunes:author': by(spaces),
  'itunes:image': picture,
  'itunes:explicit': added(by(flag), 'not explicit where nothing is said'),
  'itunes:type': added(
    by(['episodic where no known word is said', value => known(value, 'serial', 'episodic')]),
    'episodic where nothing is said',
  ),
  'podcast:guid': podcastGuid,
  'podcast:person': all('other spelling', person),
}

/** One of the words, in lower case; else the last. */
const known = (value: string, ...words: readonly string[]): string =>
  words.find(word => word === value.trim().toLowerCase()) ?? words.at(-1)!

const explicit: Compare = (of, element) => {
  if (first(of.before, element) !== undefined) return by(flag)(of, element)
  const wanted = flag[1](first(of.show, element) ?? '')
  const found = flag[1](first(of.after, element) ?? '')
  return wanted === found ? { as: 'what the show says' } : { before: wanted, after: found }
}

const author: Compare = (of, element) => {
  const isOfShow = text(first(of.before, element)) === text(first(of.show, element))
  if (first(of.after, element) === undefined && isOfShow)
    return first(of.before, element) === undefined ? 'absent' : { as: 'what the show says' }
  return by(spaces)(of, element)
}

const permalink: Compare = ({ before, after, guid }) => {
  const own = text(first(before, 'guid')) !== ''
  const said = text(first(before, 'isPermaLink')).toLowerCase()
  const wanted = own && (said === 'true' || (said === '' && isHttpUrl(guid)))
  const found = first(after, 'isPermaLink') === 'true'
  if (wanted !== found) return { before: String(wanted), after: String(found) }
  return said === String(found) ? 'same' : { as: 'said outright' }
}

const size = (value: string): string => (/^\d{1,15}$/.test(value.trim()) ? String(Number(value)) : '0')
const mediaType = (value: string): string =>
  /^\s*((?:audio|video|application)\/[\w.+-]+)/i.exec(value)?.[1] ?? ''

const episodeElements: Readonly<Record<string, Compare>> = {
  isPermaLink: permalink,
  pubDate: added(date, 'a date of its place, where there was none'),
  title: added(by(spaces), 'the first words, where there was none'),
  'enclosure.url': by(spaces, address, hostMeant, schemeMeant),
  'enclosure.length': by(
    ['a size that only people read, in bytes', value => String(meantBytes(value) ?? value)],
    ['0 where none is stated', size],
  ),
  'enclosure.type': added(
    by(['nothing where none is stated', mediaType]),
    'that of its ending, where none is stated',
  ),
  'itunes:duration': by(seconds, meantSeconds),
  'itunes:season': number,
  'itunes:episode': number,
  'podcast:season': numberTag,
  'podcast:episode': numberTag,
  'itunes:episodeType': by([
    'a full episode where no known word is said',
    value => known(value, 'trailer', 'bonus', 'full'),
  ]),
  'itunes:explicit': explicit,
  'itunes:image': picture,
  link: by(spaces, address, hostMeant, schemeMeant),
  'itunes:author': author,
  'itunes:subtitle': repeated(by(spaces), 'title', 'description', 'content:encoded', 'itunes:summary'),
  'itunes:summary': repeated(by(spaces), 'title', 'description', 'content:encoded'),
  'podcast:person': all('other spelling', person, true),
  'podcast:transcript': all('other spelling', transcript),
  'podcast:images': formerImages,
  'podcast:chapters': chapterFile,
  'psc:chapters': all('times to the millisecond', chapterList),
  description: notes,
  'content:encoded': notes,
  'description links': links,
  'content:encoded links': links,
}
