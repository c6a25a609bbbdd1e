/** What search engines read of a page: https://schema.org/PodcastSeries and https://schema.org/PodcastEpisode. */

import { optional } from '../table/optional.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { isoDuration } from './dates.ts'
import type { Site } from './views.ts'

export const seriesData = ({ show, website, language }: Site) => ({
  '@context': 'https://schema.org',
  '@type': 'PodcastSeries',
  '@id': website.base,
  url: website.base,
  name: show.title,
  description: show.description,
  inLanguage: language,
  image: show.image,
  webFeed: show.feedUrl,
  ...optional('author', show.author === undefined ? undefined : { '@type': 'Person', name: show.author }),
  ...optional('license', show.license?.url),
  ...optional('genre', show.categories.length === 0 ? undefined : show.categories.map(({ name }) => name)),
  ...(website.listings.length === 0 ? {} : { sameAs: website.listings.map(({ url }) => url) }),
})

export const episodeData = (index: number, site: Site, address: string) => {
  const { release, page, teaser } = site.episodes[index]!
  const { episode } = release
  const shown = page.chapters.filter(({ toc, title }) => toc !== false && title)
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    '@id': address,
    url: address,
    name: episode.title,
    datePublished: formatRfc3339(episode.date),
    description: teaser,
    inLanguage: site.language,
    image: episode.image ?? site.show.image,
    ...(episode.duration === undefined ? {} : { duration: isoDuration(episode.duration) }),
    ...(episode.episode === undefined ? {} : { episodeNumber: episode.episode }),
    ...(episode.season === undefined
      ? {}
      : { partOfSeason: { '@type': 'PodcastSeason', seasonNumber: episode.season } }),
    partOfSeries: { '@type': 'PodcastSeries', name: site.show.title, url: site.website.base },
    associatedMedia: {
      '@type': episode.audio.type.startsWith('video/') ? 'VideoObject' : 'AudioObject',
      name: episode.title,
      contentUrl: episode.audio.url,
      encodingFormat: episode.audio.type,
      ...(episode.duration === undefined ? {} : { duration: isoDuration(episode.duration) }),
    },
    ...(shown.length === 0
      ? {}
      : {
          hasPart: shown.map(({ start, title, end }, i) => ({
            '@type': 'Clip',
            name: title,
            startOffset: Math.floor(start),
            ...optional('endOffset', clipEnd(end ?? shown[i + 1]?.start ?? episode.duration)),
            url: `${address}#t=${Math.floor(start)}`,
          })),
        }),
  }
}

const clipEnd = (end: number | undefined): number | undefined =>
  end === undefined ? undefined : Math.ceil(end)
