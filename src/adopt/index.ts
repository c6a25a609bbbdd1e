/** A site → the show.md by which its episodes are read, and how well it reads them. */

import { posix } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { Door } from '../door/index.ts'
import { publicationOf, readFeed } from '../feed/index.ts'
import { filled, finderIn, type Meta, metasOf } from '../join.ts'
import { load } from '../load/index.ts'
import type { Json } from '../table/field.ts'
import { folded } from '../table/table.ts'
import { parseDate } from '../units/instant.ts'
import { type Guessed, guess } from './guess.ts'
import { type ShowFacts, showText, type ZoneGuess } from './show-text.ts'
import { lookAtSite, type Site } from './site.ts'
import { zoneOf } from './zone.ts'

export { notWhole } from './site.ts'

export interface AdoptOptions {
  /** Leads to the root of the site. */
  readonly door: Door
  /** How messages name it. */
  readonly folder: string
  /** Of the show.md that is to be, inside the site. */
  readonly show: string
  /** What somebody has said of the show. */
  readonly facts: ShowFacts
  /** The published feed, and how show.md names it; `name` is undefined where it lies outside the site. */
  readonly feed?: { readonly bytes: Uint8Array; readonly name: string | undefined } | undefined
  readonly now: number
}

/** How many episodes say the same as the feed. */
export interface Score {
  readonly items: number
  readonly matched: number
  readonly same: Readonly<Record<'guid' | 'date' | 'enclosure' | 'duration' | 'title', number>>
}

export interface Adopted {
  readonly text: string
  readonly site: Site
  readonly guessed: Guessed
  /** Where neither the site nor somebody says what zone its dates are in, and the feed tells. */
  readonly zone: ZoneGuess | undefined
  /** Of the newest episode: our keys, and what they come to. */
  readonly first: readonly (readonly [key: string, value: string])[]
  readonly episodes: number
  readonly score: Score | undefined
  /** Errors, when the site is read so. */
  readonly errors: readonly Diagnostic[]
}

/** The site alone where nothing in it looks like an episode. */
export const adopt = ({
  door,
  folder,
  show,
  facts,
  feed,
  now,
}: AdoptOptions): Adopted | { readonly site: Site; readonly guessed?: never } => {
  const site = lookAtSite(door)
  const published = feed && publicationOf(readFeed(feed.bytes, feed.name ?? 'feed', now))
  const items = published === undefined ? [] : metasOf(published)
  const above = posix.relative(posix.dirname(show), '.')
  const up = above === '' ? '' : `${above}/`
  const enclosures = items.flatMap(({ audio }) => audio?.url ?? [])
  const guessed = guess(site, enclosures, up)
  if (guessed === undefined) return { site }
  const known: ShowFacts = {
    ...factsOfSite(site),
    ...(published && factsOfFeed(published.project.manuscript.show)),
    ...stated(facts),
  }
  const textWith = (zone: ZoneGuess | undefined, needsZone: boolean): string =>
    showText({ site, guessed, up, feed: feed?.name, facts: known, zone, needsZone })
  const read = (text: string) => load(door, folder, { show, edited: new Map([[show, text]]) })
  const plain = textWith(undefined, false)
  const first = read(plain)
  const dated = first.value?.episodes ?? []
  const guessedZone = known.timezone === undefined ? zoneGuess(dated, items) : undefined
  const text = textWith(guessedZone, dated.some(hasNoZone))
  const { value: manuscript, diagnostics } = text === plain ? first : read(text)
  const entries = manuscript?.episodes ?? []
  const zone = manuscript?.show.meta.timezone
  const newest = entries.toSorted((a, b) => instant(b.meta, zone) - instant(a.meta, zone))[0]
  return {
    text,
    site,
    guessed,
    zone: guessedZone,
    episodes: entries.length,
    first: newest === undefined ? [] : shownMeta(newest.meta),
    score: feed === undefined ? undefined : scoreOf(entries, items, zone),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  }
}

const zoneGuess = (
  entries: readonly { readonly meta: Meta }[],
  items: readonly Meta[],
): ZoneGuess | undefined => {
  const find = finderIn(items)
  const found = zoneOf(
    entries.flatMap(entry => {
      const item = find(entry)
      if (item?.date === undefined || entry.meta.date === undefined) return []
      return { written: entry.meta.date, published: instant(item, 'UTC') }
    }),
  )
  if (found === undefined) return undefined
  const { zone, same, of } = found
  return {
    zone,
    why: `no zone is written in the dates; read in this one, or another with the same clock, ${same} of ${of} are those of the feed`,
  }
}

const hasNoZone = ({ meta: { date } }: { readonly meta: Meta }): boolean => {
  const parsed = date === undefined ? undefined : parseDate(date)
  return parsed !== undefined && 'instant' in parsed && parsed.zoneAssumed === true
}

const stated = (facts: ShowFacts): ShowFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

const instant = ({ date }: Meta, zone: string | undefined): number => {
  const parsed = date === undefined ? undefined : parseDate(date, { zone })
  return parsed !== undefined && 'instant' in parsed ? parsed.instant : 0
}

const shownMeta = (meta: Meta): readonly (readonly [string, string])[] =>
  Object.entries(meta).map(([key, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return [key, text.length <= 160 ? text : `${text.slice(0, 159)}…`] as const
  })

// ---------------------------------------------------------------------------------------------------- facts

const factsOfSite = ({ configuration }: Site): ShowFacts => {
  const find = (...names: readonly string[]): string | undefined => {
    for (const name of names)
      for (const [path, text] of configuration)
        if ((folded(path) === name || folded(path.slice(path.lastIndexOf('.') + 1)) === name) && text !== '')
          return text
    return undefined
  }
  const link = find('baseurl', 'url', 'siteurl', 'site')
  const image = find('itunesimage', 'podcastimage', 'cover', 'logo')
  const category = find('itunestopcategory', 'itunescategory', 'podcastcategory')
  return stated({
    title: find('title', 'name'),
    link: link !== undefined && /^https?:\/\//i.test(link) ? link : undefined,
    language: languageTag(find('languagecode', 'language', 'lang', 'locale')),
    author: find('itunesauthor', 'authorname', 'author'),
    owner: find('itunesownername', 'ownername'),
    email: find('itunesowneremail', 'owneremail', 'email'),
    image: image !== undefined && /^https?:\/\//i.test(image) ? image : undefined,
    categories: category,
    timezone: find('timezone'),
    copyright: find('copyright'),
    description: find('itunessummary', 'podcastdescription', 'description'),
  })
}

/** `en-us` is written `en-US`: https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1 */
const languageTag = (written: string | undefined): string | undefined =>
  written
    ?.replace('_', '-')
    .replace(
      /^([A-Za-z]{2,3})-([A-Za-z]{2})$/,
      (_, language: string, region: string) => `${language.toLowerCase()}-${region.toUpperCase()}`,
    )

const factsOfFeed = ({
  meta,
  raw,
}: {
  readonly meta: Record<string, unknown>
  readonly raw: Record<string, unknown>
}): ShowFacts => {
  const text = (key: string): string | undefined => {
    const value = meta[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const owner = meta.owner as { readonly name?: string; readonly email?: string } | undefined
  const feedUrl = text('feedUrl')
  return stated({
    title: text('title'),
    link: text('link'),
    baseUrl: feedUrl?.replace(/[^/]*$/, ''),
    feedUrl,
    language: text('language'),
    categories: (raw.categories ?? undefined) as Json | undefined,
    explicit: typeof meta.explicit === 'boolean' ? String(meta.explicit) : undefined,
    image: text('image'),
    author: text('author'),
    owner: owner?.name,
    email: owner?.email,
    copyright: text('copyright'),
    guid: text('guid'),
    description: text('description'),
  })
}

// ---------------------------------------------------------------------------------------------------- score

const scoreOf = (
  entries: readonly { readonly meta: Meta }[],
  items: readonly Meta[],
  zone: string | undefined,
): Score => {
  const find = finderIn(items)
  const same = { guid: 0, date: 0, enclosure: 0, duration: 0, title: 0 }
  let matched = 0
  for (const entry of entries) {
    const item = find(entry)
    if (item === undefined) continue
    matched++
    const meta = filled(entry.meta, item, { zone })
    // What a page does not say is taken from the feed, and is the same then.
    const isSame = <T>(own: T | undefined, theirs: T | undefined): boolean =>
      own === undefined || own === theirs
    if (isSame(meta.guid, item.guid)) same.guid++
    if (instant(meta, zone) === instant(item, 'UTC')) same.date++
    if (isSame(meta.audio?.url, item.audio?.url)) same.enclosure++
    if (meta.duration === undefined || Math.abs(meta.duration - (item.duration ?? 0)) <= 1) same.duration++
    if (isSame(meta.title?.trim(), item.title?.trim())) same.title++
  }
  return { items: items.length, matched, same }
}
