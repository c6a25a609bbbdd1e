/** RSS 2.0 itself, content:encoded and atom:link. */

import type { Instant } from '../model.ts'
import type { Episode, Show } from '../podcast.ts'
import type { PageRel, Pages } from '../podcasting.ts'
import { formatRfc2822, parseDate } from '../units/instant.ts'
import { attributeOf, attributesOf, type Element, textOf } from './element.ts'
import { rowsOf } from './tag.ts'

const rss = 'https://www.rssboard.org/rss-specification'
const content = 'https://web.resource.org/rss/1.0/modules/content/'
const atom = 'https://www.rssboard.org/rss-profile#namespace-elements-atom-link'
const websub = 'https://www.w3.org/TR/websub/#discovery'

const readInstant = (elements: readonly Element[]): Instant | undefined => {
  for (const element of elements) {
    const parsed = parseDate(textOf(element), {})
    if ('instant' in parsed) return parsed.instant
  }
  return undefined
}

const linksOf = (elements: readonly Element[], rel: string): string[] =>
  elements.flatMap(element =>
    attributeOf(element, 'rel') === rel ? (attributeOf(element, 'href') ?? []) : [],
  )

const rfc5005 = 'https://www.rfc-editor.org/rfc/rfc5005'

/** RFC 5005's names, and the one that the podcast namespace's own example writes instead. */
const pageRels: Readonly<Record<string, PageRel | undefined>> = {
  first: 'first',
  previous: 'previous',
  prev: 'previous',
  next: 'next',
  last: 'last',
  current: 'current',
  'prev-archive': 'prev-archive',
  'next-archive': 'next-archive',
}

const pagesOf = (elements: readonly Element[]): Pages | undefined => {
  const pages: { [Rel in PageRel]?: string } = {}
  for (const element of elements) {
    const { rel, href } = attributesOf(element, { rel: 'rel', href: 'href' })
    const page = pageRels[rel?.toLowerCase() ?? '']
    if (page !== undefined && href !== undefined) pages[page] ??= href
  }
  return Object.keys(pages).length === 0 ? undefined : pages
}

const category = {
  name: 'category',
  write: (text: string): Element => ({ name: 'category', text }),
  read: (element: Element) => textOf(element) || undefined,
}

const show = rowsOf<Show>()

export const rssChannel = [
  show.text('title', 'title', `${rss}#requiredChannelElements`),
  show.text('link', 'link', `${rss}#requiredChannelElements`),
  show.text('description', 'description', `${rss}#requiredChannelElements`),
  show.text('language', 'language', `${rss}#optionalChannelElements`),
  show.text('copyright', 'copyright', `${rss}#optionalChannelElements`),
  show.row({
    name: 'pubDate',
    spec: `${rss}#optionalChannelElements`,
    field: 'pubDate',
    write: instant => [{ name: 'pubDate', text: formatRfc2822(instant) }],
    read: readInstant,
  }),
  show.row({
    name: 'lastBuildDate',
    spec: `${rss}#optionalChannelElements`,
    field: 'lastBuildDate',
    write: instant => [{ name: 'lastBuildDate', text: formatRfc2822(instant) }],
    read: readInstant,
  }),
  show.text('generator', 'generator', `${rss}#optionalChannelElements`),
  show.row({
    name: 'atom:link',
    spec: atom,
    field: 'feedUrl',
    write: href => [{ name: 'atom:link', attributes: { href, rel: 'self', type: 'application/rss+xml' } }],
    read: elements => linksOf(elements, 'self')[0],
  }),
  show.row({
    name: 'atom:link',
    spec: websub,
    field: 'hub',
    write: hubs => hubs.map(href => ({ name: 'atom:link', attributes: { href, rel: 'hub' } })),
    read: elements => linksOf(elements, 'hub'),
  }),
  show.row({
    name: 'atom:link',
    spec: rfc5005,
    field: 'pages',
    write: pages =>
      Object.entries(pages).map(([rel, href]) => ({ name: 'atom:link', attributes: { href, rel } })),
    read: pagesOf,
  }),
  show.list({ ...category, spec: `${rss}#optionalChannelElements`, field: 'keywords' }),
]

const episode = rowsOf<Episode>()

export const rssItem = [
  episode.text('title', 'title', `${rss}#hrelementsOfLtitemgt`),
  episode.text('link', 'link', `${rss}#hrelementsOfLtitemgt`),
  episode.html('description', 'description', `${rss}#hrelementsOfLtitemgt`),
  episode.html('content:encoded', 'content', content),
  episode.row({
    name: 'pubDate',
    spec: `${rss}#ltpubdategtSubelementOfLtitemgt`,
    field: 'date',
    write: instant => [{ name: 'pubDate', text: formatRfc2822(instant) }],
    read: readInstant,
  }),
  episode.row({
    name: 'guid',
    spec: `${rss}#ltguidgtSubelementOfLtitemgt`,
    field: 'guid',
    write: guid => [{ name: 'guid', attributes: { isPermaLink: 'false' }, text: guid }],
    read: elements => elements.map(textOf).find(guid => guid !== ''),
  }),
  episode.row({
    name: 'enclosure',
    spec: `${rss}#ltenclosuregtSubelementOfLtitemgt`,
    field: 'audio',
    write: ({ url, length, type }) => [
      { name: 'enclosure', attributes: { url, length: String(length), type } },
    ],
    read: ([element]) => {
      const url = element && attributeOf(element, 'url')
      if (!element || !url) return undefined
      const length = attributeOf(element, 'length') ?? ''
      return {
        url,
        length: /^\d{1,15}$/.test(length) ? Number(length) : 0,
        type: attributeOf(element, 'type') ?? '',
      }
    },
  }),
  episode.list({ ...category, spec: `${rss}#ltcategorygtSubelementOfLtitemgt`, field: 'keywords' }),
  episode.text('comments', 'comments', `${rss}#ltcommentsgtSubelementOfLtitemgt`),
  episode.one({
    name: 'source',
    spec: `${rss}#ltsourcegtSubelementOfLtitemgt`,
    field: 'source',
    write: ({ url, title }) => ({ name: 'source', attributes: { url }, text: title }),
    read: element => {
      const { url } = attributesOf(element, { url: 'url' })
      return url === undefined ? undefined : { url, title: textOf(element) }
    },
  }),
]
