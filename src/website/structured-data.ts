/** What search engines read of a page: https://schema.org/PodcastSeries and https://schema.org/PodcastEpisode. */

import type { EpisodePage } from '../podcast.ts'
import { optional } from '../table/optional.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { isoDuration } from './dates.ts'
import { episodePicture, type Site, showPicture } from './views.ts'

export const seriesData = ({ show, description, website, language }: Site) => ({
  '@context': 'https://schema.org',
  '@type': 'PodcastSeries',
  '@id': website.base,
  url: website.base,
  name: show.title,
  ...optional('description', description || undefined),
  inLanguage: language,
  image: showPicture(show),
  webFeed: show.feedUrl,
  ...optional('author', show.author === undefined ? undefined : { '@type': 'Person', name: show.author }),
  ...optional('license', show.license?.url),
  ...optional('genre', genresOf(show)),
  ...(website.listings.length === 0 ? {} : { sameAs: website.listings.map(({ url }) => url) }),
})

/** A subcategory is a genre beside its category: two of one category name that once. */
const genresOf = ({ categories }: Site['show']): readonly string[] | undefined =>
  categories.length === 0
    ? undefined
    : [...new Set(categories.flatMap(({ name, sub }) => (sub === undefined ? [name] : [name, sub])))]

/** What is undefined is not in the JSON. */
export const episodeData = (index: number, site: Site, address: string) => {
  const { release, page, teaser } = site.episodes[index]!
  const { episode } = release
  const { title, season, audio } = episode
  const duration = episode.duration === undefined ? undefined : isoDuration(episode.duration)
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    '@id': address,
    url: address,
    name: title,
    datePublished: formatRfc3339(episode.date),
    description: teaser || undefined,
    inLanguage: site.language,
    image: episodePicture(episode, site.show),
    duration,
    episodeNumber: episode.episode,
    partOfSeason: season === undefined ? undefined : { '@type': 'PodcastSeason', seasonNumber: season },
    partOfSeries: { '@type': 'PodcastSeries', name: site.show.title, url: site.website.base },
    associatedMedia: {
      '@type': audio.type.startsWith('video/') ? 'VideoObject' : 'AudioObject',
      name: title,
      contentUrl: audio.url,
      encodingFormat: audio.type,
      duration,
    },
    hasPart: clipsOf(page, episode.duration, address),
  }
}

const clipsOf = (
  { chapters }: EpisodePage,
  duration: number | undefined,
  address: string,
): readonly object[] | undefined => {
  const shown = chapters.filter(({ toc, title }) => toc !== false && title)
  if (shown.length === 0) return undefined
  return shown.map(({ start, title, end }, i) => ({
    '@type': 'Clip',
    name: title,
    startOffset: Math.floor(start),
    endOffset: clipEnd(end ?? shown[i + 1]?.start ?? duration),
    url: `${address}#t=${Math.floor(start)}`,
  }))
}

const clipEnd = (end: number | undefined): number | undefined =>
  end === undefined ? undefined : Math.ceil(end)
