/** Namespaces of which only a few elements are read by anybody: Podlove Simple Chapters, Media RSS, Spotify. */

import type { Chapter } from '../model.ts'
import type { Episode, Show } from '../podcast.ts'
import { formatNpt, parseNpt } from '../units/timestamp.ts'
import { attributeOf, attributesOf, childrenOf, type Element, integerOf, optional } from './element.ts'
import { rowsOf } from './tag.ts'

const psc = 'https://podlove.org/simple-chapters/'
const media = 'https://www.rssboard.org/media-rss#media-thumbnails'
const spotify = 'https://support.spotify.com/us/creators/article/podcast-specification-doc/'

const show = rowsOf<Show>()

export const spotifyChannel = [
  show.one({
    name: 'spotify:countryOfOrigin',
    spec: spotify,
    field: 'countryOfOrigin',
    write: countries => ({ name: 'spotify:countryOfOrigin', text: countries.join(' ').toLowerCase() }),
    read: element => {
      const countries = (element.text ?? '').toUpperCase().match(/\b[A-Z]{2}\b/g)
      return countries === null ? undefined : countries
    },
  }),
  show.one({
    name: 'spotify:limit',
    spec: spotify,
    field: 'spotifyLimit',
    write: limit => ({ name: 'spotify:limit', attributes: { recentCount: String(limit) } }),
    read: element => integerOf(attributeOf(element, 'recentCount')),
  }),
]

const episode = rowsOf<Episode>()

const chapterElement = ({ start, title, url, image }: Chapter): Element => ({
  name: 'psc:chapter',
  attributes: { start: formatNpt(start), title, href: url, image },
})

const chapterOf = (element: Element): Chapter | undefined => {
  const { start, ...rest } = attributesOf(element, {
    start: 'start',
    title: 'title',
    url: 'href',
    image: 'image',
  })
  const seconds = start === undefined ? undefined : parseNpt(start)
  return seconds === undefined ? undefined : { start: seconds, ...rest }
}

export const neighbourItem = [
  episode.row({
    name: 'psc:chapters',
    spec: psc,
    field: 'chapters',
    write: chapters =>
      chapters.some(isShown)
        ? [
            {
              name: 'psc:chapters',
              attributes: { version: '1.2' },
              children: chapters.filter(isShown).map(chapterElement),
            },
          ]
        : [],
    read: ([element]) => {
      const chapters = element
        ? childrenOf(element, 'psc:chapter').flatMap(child => chapterOf(child) ?? [])
        : []
      return chapters.length === 0 ? undefined : chapters
    },
  }),
  episode.one({
    name: 'media:thumbnail',
    spec: media,
    field: 'thumbnail',
    write: ({ url, width, height }) => ({
      name: 'media:thumbnail',
      attributes: {
        url,
        width: width === undefined ? undefined : String(width),
        height: height === undefined ? undefined : String(height),
      },
    }),
    read: element => {
      const { url, width, height } = attributesOf(element, { url: 'url', width: 'width', height: 'height' })
      return url === undefined
        ? undefined
        : { url, ...optional('width', integerOf(width)), ...optional('height', integerOf(height)) }
    },
  }),
]

/** Simple Chapters know neither silent markers nor chapters without a title. */
const isShown = ({ title, toc }: Chapter): boolean => title !== undefined && toc !== false
