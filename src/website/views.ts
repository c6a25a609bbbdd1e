/** What the templates see: texts and addresses, all worked out. docs/theming.md says the same for people. */

import { recentEpisodes, teaserCharacters } from '../limits.ts'
import type { Chapter, Instant } from '../model.ts'
import type { Episode, EpisodePage, Podcast, Release, Show, Website } from '../podcast.ts'
import { plainOf } from '../syntax/visible-html.ts'
import { nowhere } from '../table/its.ts'
import { once } from '../units/once.ts'
import { formatNpt } from '../units/timestamp.ts'
import { encodePath } from '../units/url.ts'
import { listingName } from '../vocabulary/listing-names.ts'
import type { Addresses } from './addresses.ts'
import { clockTime, type DateView, datesIn, isoDuration } from './dates.ts'
import { directionOf } from './direction.ts'
import { categoryName, roleName, type Words, wordsOf } from './messages/index.ts'
import { asHeard, type Seasons } from './order.ts'
import { inPage } from './outline.ts'
import { teaserOf } from './teaser.ts'
import { transcriptFiles } from './transcript-files.ts'
import { type TranscriptView, transcriptViews } from './transcripts.ts'

/** An episode with a page, and what is worked out of it once for all pages that name it. */
export interface Listed {
  readonly release: Release
  readonly page: EpisodePage
  readonly date: DateView
  /** Empty where there is none. */
  readonly summary: string
  readonly teaser: string
}

interface Around {
  readonly newer: Listed | undefined
  readonly older: Listed | undefined
}

/** What all pages of a show have in common. */
export interface Site {
  readonly show: Show
  readonly website: Website
  readonly words: Words
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Of the show: plain, whatever somebody wrote into it. */
  readonly description: string
  /** Newest first. */
  readonly episodes: readonly Listed[]
  readonly newest: readonly Listed[]
  /** As lists have them: newest first, but of a serial show as it is to be heard. */
  readonly inLists: readonly Listed[]
  /** Of a serial show. */
  readonly seasons: Seasons
  /** What came out, or is heard, before it and after it. */
  readonly aroundOf: (one: Listed) => Around
  /** A picture of their own, which a list then shows. */
  readonly hasArtworks: boolean
}

export const siteOf = ({ show, releases }: Podcast, website: Website): Site => {
  const words = wordsOf(show.language, website.messages)
  const dateOf = datesIn(website.zone, words)
  const episodes = releases.flatMap(release =>
    release.page === undefined ? [] : [listed(release, release.page, dateOf)],
  )
  const seasons = show.type === 'serial' ? asHeard(episodes) : new Map<Listed, undefined>()
  const inLists = show.type === 'serial' ? [...seasons.keys()] : episodes
  return {
    show,
    website,
    words,
    language: show.language || 'en',
    direction: directionOf(show.language),
    description: website.isDescribed ? plainOf(show.description) : show.description,
    episodes,
    newest: episodes.slice(0, recentEpisodes + 1),
    inLists,
    seasons,
    aroundOf: neighbours(show.type === 'serial' ? inLists.toReversed() : episodes),
    hasArtworks: episodes.some(({ release: { episode } }) => (episode.image ?? show.image) !== show.image),
  }
}

/** `fromNewest`: of a serial show, from the last part. */
const neighbours = (fromNewest: readonly Listed[]): Site['aroundOf'] => {
  const places = once(() => new Map(fromNewest.map((one, i) => [one, i])))
  return one => {
    const at = places().get(one)!
    return { newer: fromNewest[at - 1], older: fromNewest[at + 1] }
  }
}

/** A preview shows few of a thousand episodes: of the others nothing is worked out. */
const listed = (release: Release, page: EpisodePage, dateOf: (instant: Instant) => DateView): Listed => {
  const date = once(() => dateOf(release.episode.date))
  const summary = once(() => plainOf(release.episode.summary ?? ''))
  const teaser = once(() => teaserOf(summary() || page.teaser(), teaserCharacters))
  return {
    release,
    page,
    get date() {
      return date()
    },
    get summary() {
      return summary()
    },
    get teaser() {
      return teaser()
    },
  }
}

/** Undefined where a show that was published without artwork still has none. */
export const showPicture = ({ image }: Show): string | undefined => (image === nowhere ? undefined : image)

export const episodePicture = ({ image }: Episode, show: Show): string | undefined =>
  image ?? showPicture(show)

const shownPicture = (image: string | undefined, of: Addresses['of']): string =>
  image === undefined ? '' : of(image)

/** The page of an episode, or the first of the show. */
export const pagePath = (folder: string): string => `${folder}index.html`

/** The player of an episode, for other sites to show in a frame. */
export const embedPath = (folder: string): string => `${folder}embed.html`

/** The same for every page of the show, but for its addresses. */
export const showView = (site: Site, { to, of }: Addresses) => {
  const { show, website } = site
  return {
    title: show.title,
    author: show.author ?? '',
    about: inPage(website.about, 1),
    description: site.description,
    language: site.language,
    direction: site.direction,
    artwork: shownPicture(showPicture(show), of),
    home: to('index.html'),
    link: show.link,
    feed: show.feedUrl,
    categories: show.categories.map(({ name, sub }) => categoryName(sub ?? name, site.words)),
    explicit: show.explicit,
    copyright: show.copyright ?? '',
    complete: show.complete,
    serial: show.type === 'serial',
    listings: website.listings.map(listingView),
    funding: show.funding ?? [],
    persons: personViews(show.persons, site.words, of),
    license: show.license,
    locations: (show.locations ?? []).map(({ name }) => name),
    count: site.episodes.length,
    has_artworks: site.hasArtworks,
  }
}

const listingView = ({ name, url }: Website['listings'][number]) => ({ name: name ?? listingName(url), url })

const personViews = (persons: Show['persons'] | Episode['persons'], words: Words, of: Addresses['of']) =>
  (persons ?? []).map(({ name, role, img, href }) => ({
    name,
    role: role === undefined ? '' : roleName(role, words),
    picture: shownPicture(img, of),
    href: href ?? '',
    initial: [...name][0] ?? '',
  }))

/** In a list. */
export const itemView = (listed: Listed, site: Site, { to, of }: Addresses) => {
  const { release, page, date, teaser } = listed
  const { episode } = release
  return {
    title: episode.title,
    href: to(pagePath(page.folder)),
    date,
    duration: episode.duration === undefined ? '' : clockTime(episode.duration),
    summary: teaser,
    artwork: shownPicture(episodePicture(episode, site.show), of),
    season: episode.season ?? '',
    episode: episode.episode ?? '',
    type: episode.episodeType,
    explicit: episode.explicit && !site.show.explicit,
    held: page.held ?? '',
  }
}

/** On its own page. `index`: among the episodes. */
export const episodeView = (index: number, site: Site, addresses: Addresses) => {
  const listed = site.episodes[index]!
  const { release, page } = listed
  const { episode } = release
  const { of, to } = addresses
  const address = site.website.base + encodePath(page.folder)
  const around = site.aroundOf(listed)
  return {
    id: episode.guid,
    address,
    season_name: episode.seasonName ?? '',
    description: inPage(episode.content || episode.description),
    overview: inPage(page.overview),
    audio: audioView(release, addresses),
    chapters: page.chapters.filter(({ toc, title }) => toc !== false && title).map(chapterView),
    transcripts: transcriptViews(page.transcripts, site),
    transcript_files: transcriptFiles(episode, site, of),
    persons: personViews(episode.persons ?? site.show.persons, site.words, of),
    funding: episode.funding ?? site.show.funding ?? [],
    license: episode.license ?? site.show.license,
    locations: (episode.locations ?? []).map(({ name }) => name),
    links: episode.contentLinks ?? [],
    newer: neighbour(around.newer, to),
    older: neighbour(around.older, to),
    embed: embedPath(address),
    // Last: V8 takes twenty times as long when as many properties follow.
    ...itemView(listed, site, addresses),
    summary: listed.summary,
  }
}

/** Of the player alone. */
export const embedView = (index: number, site: Site, addresses: Addresses) => {
  const listed = site.episodes[index]!
  const { release, page } = listed
  return {
    id: release.episode.guid,
    address: site.website.base + encodePath(page.folder),
    audio: audioView(release, addresses),
    ...itemView(listed, site, addresses),
  }
}

const neighbour = (listed: Listed | undefined, to: Addresses['to']) =>
  listed && { title: listed.release.episode.title, href: to(pagePath(listed.page.folder)) }

/** The enclosure, as the feed has it; and the file itself, where the output folder has it, for who is not on the web yet. */
export const audioView = ({ episode, url }: Release, { of }: Addresses) => {
  const here = of(url)
  const enclosure = of(episode.audio.url)
  return {
    sources: [...new Set([enclosure, here])],
    type: episode.audio.type,
    video: episode.audio.type.startsWith('video/'),
    seconds: episode.duration ?? 0,
    iso: isoDuration(episode.duration ?? 0),
    download: enclosure,
  }
}

const chapterView = ({ start, title, url, image }: Chapter) => ({
  seconds: Math.round(start * 1000) / 1000,
  time: clockTime(start),
  npt: formatNpt(start),
  title: title ?? '',
  href: url ?? '',
  image: image ?? '',
})

export type EpisodeView = ReturnType<typeof episodeView>
export type ShowView = ReturnType<typeof showView>
export type { TranscriptView }
