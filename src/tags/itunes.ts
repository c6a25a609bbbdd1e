/** The itunes namespace: what Apple documents today. Deprecated elements are never written. */

import type { Category, Episode, Show } from '../podcast.ts'
import { parseDuration } from '../units/duration.ts'
import { attributeOf, childrenOf, type Element, textOf } from './element.ts'
import { rowsOf } from './tag.ts'

const apple = 'https://help.apple.com/itc/podcasts_connect/#/itcb54353390'

const show = rowsOf<Show>()

const categoryElement = ({ name, sub }: Category): Element => ({
  name: 'itunes:category',
  attributes: { text: name },
  ...(sub === undefined ? {} : { children: [{ name: 'itunes:category', attributes: { text: sub } }] }),
})

const categoriesOf = (element: Element): Category[] => {
  const name = attributeOf(element, 'text')
  if (!name) return []
  const subs = childrenOf(element, 'itunes:category').flatMap(child => attributeOf(child, 'text') || [])
  return subs.length === 0 ? [{ name }] : subs.map(sub => ({ name, sub }))
}

export const itunesChannel = [
  show.text('itunes:author', 'author', apple),
  show.row({
    name: 'itunes:owner',
    spec: apple,
    field: 'owner',
    write: ({ name, email }) => [
      {
        name: 'itunes:owner',
        children: [
          ...(name === undefined ? [] : [{ name: 'itunes:name', text: name }]),
          { name: 'itunes:email', text: email },
        ],
      },
    ],
    read: ([element]) => {
      const [name] = element ? childrenOf(element, 'itunes:name').map(textOf) : []
      const [email] = element ? childrenOf(element, 'itunes:email').map(textOf) : []
      return email ? { ...(name ? { name } : {}), email } : undefined
    },
  }),
  show.attribute('itunes:image', 'href', 'image', apple),
  show.row({
    name: 'itunes:category',
    spec: apple,
    field: 'categories',
    write: categories => categories.map(categoryElement),
    read: elements => elements.flatMap(categoriesOf),
  }),
  show.truth('itunes:explicit', 'explicit', apple),
  show.word('itunes:type', 'type', ['episodic', 'serial'] as const, apple),
  show.text('itunes:new-feed-url', 'newFeedUrl', apple),
  show.yes('itunes:block', 'block', apple),
  show.yes('itunes:complete', 'complete', apple),
]

const episode = rowsOf<Episode>()

export const itunesItem = [
  episode.text('itunes:title', 'itunesTitle', apple),
  episode.row({
    name: 'itunes:duration',
    spec: apple,
    field: 'duration',
    write: seconds => [{ name: 'itunes:duration', text: String(seconds) }],
    read: ([element]) => {
      const parsed = element && parseDuration(textOf(element))
      return parsed && 'seconds' in parsed ? Math.round(parsed.seconds) : undefined
    },
  }),
  episode.attribute('itunes:image', 'href', 'image', apple),
  episode.integer('itunes:episode', 'episode', apple),
  episode.integer('itunes:season', 'season', apple),
  episode.word('itunes:episodeType', 'episodeType', ['full', 'trailer', 'bonus'] as const, apple),
  episode.truth('itunes:explicit', 'explicit', apple),
  episode.yes('itunes:block', 'block', apple),
  episode.text('itunes:summary', 'summary', apple),
]
