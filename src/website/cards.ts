/** How a page looks where somebody shares it: https://ogp.me/ and the cards of X, which fall back on it. */

import { episodePicture, type Site, showPicture } from './views.ts'

type Cards = readonly (readonly [string, string])[]

/** Of a page that lists some of the episodes. */
export const showCards = (
  { show, description, language }: Site,
  { title, address }: { readonly title: string; readonly address: string },
): Cards => [
  ['og:type', 'website'],
  ['og:title', title],
  ...descriptionCard(description),
  ['og:url', address],
  ...pictureCard(showPicture(show)),
  ['og:site_name', show.title],
  ...localeCard(language),
  ['twitter:card', 'summary'],
]

export const episodeCards = (index: number, site: Site, address: string): Cards => {
  const { release, teaser } = site.episodes[index]!
  const { episode } = release
  return [
    ['og:type', 'article'],
    ['og:title', episode.title],
    ...descriptionCard(teaser),
    ['og:url', address],
    ...pictureCard(episodePicture(episode, site.show)),
    ['og:audio', episode.audio.url],
    ['og:audio:type', episode.audio.type],
    ['og:site_name', site.show.title],
    ...localeCard(site.language),
    ['twitter:card', 'summary'],
  ]
}

const pictureCard = (image: string | undefined): Cards => (image === undefined ? [] : [['og:image', image]])

/** `language_TERRITORY`, and nothing for a language of no territory: https://ogp.me/#optional */
const localeCard = (tag: string): Cards => {
  const [, language, territory] = TERRITORIAL.exec(tag) ?? []
  return language === undefined || territory === undefined
    ? []
    : [['og:locale', `${language.toLowerCase()}_${territory.toUpperCase()}`]]
}

/** With a country behind the language, or behind its script: https://www.rfc-editor.org/rfc/rfc5646#section-2.1 */
const TERRITORIAL = /^([a-z]{2,3})(?:[-_][a-z]{3}){0,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?:[-_]|$)/i

const descriptionCard = (text: string): Cards => (text === '' ? [] : [['og:description', text]])
