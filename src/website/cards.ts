/** How a page looks where somebody shares it: https://ogp.me/ and the cards of X, which fall back on it. */

import { episodePicture, type Site, showPicture } from './views.ts'

type Cards = readonly (readonly [string, string])[]

export const showCards = ({ show, website, language }: Site): Cards => [
  ['og:type', 'website'],
  ['og:title', show.title],
  ['og:description', show.description],
  ['og:url', website.base],
  ...pictureCard(showPicture(show)),
  ['og:site_name', show.title],
  ['og:locale', language.replace('-', '_')],
  ['twitter:card', 'summary'],
]

export const episodeCards = (index: number, site: Site, address: string): Cards => {
  const { release, teaser } = site.episodes[index]!
  const { episode } = release
  return [
    ['og:type', 'article'],
    ['og:title', episode.title],
    ['og:description', teaser],
    ['og:url', address],
    ...pictureCard(episodePicture(episode, site.show)),
    ['og:audio', episode.audio.url],
    ['og:audio:type', episode.audio.type],
    ['og:site_name', site.show.title],
    ['og:locale', site.language.replace('-', '_')],
    ['twitter:card', 'summary'],
  ]
}

const pictureCard = (image: string | undefined): Cards => (image === undefined ? [] : [['og:image', image]])
