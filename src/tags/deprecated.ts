/**
 * What is no longer written, and still read, so that no show loses something by moving: each row gives its field only when no
 * current element says the same.
 */

import type { Category, Episode, Show } from '../podcast.ts'
import type { Image } from '../podcasting.ts'
import { attributeOf, attributesOf, type Element, textOf } from './element.ts'
import { rowsOf } from './tag.ts'

const apple = 'https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'
const images = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/images.md'
const google = 'https://support.google.com/podcast-publishers/answer/9889544'
const rawvoice = 'https://github.com/Blubrry/rawvoice-rss'
const atom = 'https://www.rssboard.org/rss-profile#namespace-elements-atom-link'

/** The first text that is not empty. */
const textIn = (elements: readonly Element[]): string | undefined =>
  elements.map(textOf).find(text => text !== '')

const yes = (elements: readonly Element[]): true | undefined =>
  elements.some(element => textOf(element).toLowerCase() === 'yes') ? true : undefined

const hrefIn = (elements: readonly Element[]): string | undefined =>
  elements.map(element => attributeOf(element, 'href')?.trim()).find(href => href)

const explicitIn = (elements: readonly Element[]): boolean | undefined => {
  const word = textIn(elements)?.toLowerCase() ?? ''
  if (['yes', 'true', 'explicit'].includes(word)) return true
  return ['no', 'false', 'clean'].includes(word) ? false : undefined
}

/** `https://cdn.example/1500.jpg 1500w, https://cdn.example/600.jpg 600w` */
const srcset = (elements: readonly Element[]): readonly Image[] | undefined => {
  const found = elements.flatMap(element =>
    [...(attributeOf(element, 'srcset') ?? '').matchAll(/([^\s,]\S*?)(?:\s+(\d{1,6})[wx])?\s*(?:,|$)/g)].map(
      ([, href = '', width]) => ({ href, ...(width === undefined ? {} : { width: Number(width) }) }),
    ),
  )
  return found.length === 0 ? undefined : found
}

/** A comma list. */
const keywords = (elements: readonly Element[]): readonly string[] | undefined => {
  const words = (textIn(elements) ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')
  return words.length === 0 ? undefined : words
}

const categories = (elements: readonly Element[]): readonly Category[] | undefined => {
  const found = elements.flatMap(element => {
    const name = attributeOf(element, 'text')?.trim()
    return name ? [{ name }] : []
  })
  return found.length === 0 ? undefined : found
}

const show = rowsOf<Show>()

export const deprecatedChannel = [
  show.readOnly({ name: 'itunes:summary', spec: apple, field: 'description', read: textIn }),
  show.readOnly({ name: 'itunes:keywords', spec: apple, field: 'keywords', read: keywords }),
  show.readOnly({
    name: 'itunes:applepodcastsverify',
    spec: apple,
    field: 'txt',
    read: elements => {
      const value = textIn(elements)
      return value === undefined ? undefined : [{ purpose: 'applepodcastsverify', value }]
    },
  }),
  show.readOnly({ name: 'podcast:images', spec: images, field: 'images', read: srcset }),
  show.readOnly({
    name: 'atom:link',
    spec: atom,
    field: 'funding',
    read: elements => {
      const found = elements.flatMap(element => {
        const { rel, href, title } = attributesOf(element, { rel: 'rel', href: 'href', title: 'title' })
        return rel === 'payment' && href !== undefined ? [{ url: href, text: title ?? '' }] : []
      })
      return found.length === 0 ? undefined : found
    },
  }),
  show.readOnly({ name: 'googleplay:author', spec: google, field: 'author', read: textIn }),
  show.readOnly({ name: 'googleplay:description', spec: google, field: 'description', read: textIn }),
  show.readOnly({
    name: 'googleplay:owner',
    spec: google,
    field: 'owner',
    read: elements => {
      const email = textIn(elements)
      return email === undefined ? undefined : { email }
    },
  }),
  show.readOnly({ name: 'googleplay:image', spec: google, field: 'image', read: hrefIn }),
  show.readOnly({ name: 'googleplay:category', spec: google, field: 'categories', read: categories }),
  show.readOnly({ name: 'googleplay:explicit', spec: google, field: 'explicit', read: explicitIn }),
  show.readOnly({ name: 'googleplay:block', spec: google, field: 'block', read: yes }),
  show.readOnly({
    name: 'rawvoice:location',
    spec: rawvoice,
    field: 'locations',
    read: elements => {
      const name = textIn(elements)
      return name === undefined ? undefined : [{ name }]
    },
  }),
  show.readOnly({
    name: 'rawvoice:frequency',
    spec: rawvoice,
    field: 'updateFrequency',
    read: elements => {
      const text = textIn(elements)
      return text === undefined ? undefined : { text }
    },
  }),
  show.readOnly({
    name: 'rawvoice:donate',
    spec: rawvoice,
    field: 'funding',
    read: elements => {
      const found = elements.flatMap(element => {
        const { url } = attributesOf(element, { url: 'href' })
        return url === undefined ? [] : [{ url, text: textOf(element) }]
      })
      return found.length === 0 ? undefined : found
    },
  }),
]

const episode = rowsOf<Episode>()

export const deprecatedItem = [
  episode.readOnly({ name: 'itunes:subtitle', spec: apple, field: 'summary', read: textIn }),
  episode.readOnly({ name: 'itunes:keywords', spec: apple, field: 'keywords', read: keywords }),
  episode.readOnly({ name: 'podcast:images', spec: images, field: 'images', read: srcset }),
  episode.readOnly({ name: 'googleplay:description', spec: google, field: 'description', read: textIn }),
  episode.readOnly({ name: 'googleplay:explicit', spec: google, field: 'explicit', read: explicitIn }),
  episode.readOnly({ name: 'googleplay:block', spec: google, field: 'block', read: yes }),
]

/** What a feed should no longer say, and what says it now; undefined where nothing does. */
export const deprecatedElements: Readonly<Record<string, string | undefined>> = {
  'itunes:summary': 'description',
  'itunes:subtitle': 'itunes:summary',
  'itunes:keywords': undefined,
  'itunes:order': undefined,
  'itunes:isClosedCaptioned': 'podcast:transcript',
  'itunes:applepodcastsverify': 'podcast:txt',
  'podcast:images': 'podcast:image',
  'googleplay:author': 'itunes:author',
  'googleplay:owner': 'itunes:owner',
  'googleplay:email': 'itunes:owner',
  'googleplay:description': 'description',
  'googleplay:image': 'itunes:image',
  'googleplay:category': 'itunes:category',
  'googleplay:explicit': 'itunes:explicit',
  'googleplay:block': 'itunes:block',
  'rawvoice:location': 'podcast:location',
  'rawvoice:frequency': 'podcast:updateFrequency',
  'rawvoice:donate': 'podcast:funding',
}
