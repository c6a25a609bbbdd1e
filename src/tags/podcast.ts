/** The podcast namespace (Podcasting 2.0). */

import type { Episode, Show } from '../model.ts'
import { attributeOf, type Element, textOf } from './element.ts'
import { rowsOf } from './tag.ts'

const tags = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags'

const show = rowsOf<Show>()

export const podcastChannel = [
  show.text('podcast:guid', 'guid', `${tags}/guid.md`),
  show.row({
    name: 'podcast:locked',
    spec: `${tags}/locked.md`,
    field: 'locked',
    write: locked => [{ name: 'podcast:locked', text: locked ? 'yes' : 'no' }],
    read: ([element]) => {
      const word = element && textOf(element).toLowerCase()
      return word === 'yes' || word === 'true' ? true : word === 'no' || word === 'false' ? false : undefined
    },
  }),
  show.text('podcast:medium', 'medium', `${tags}/medium.md`),
  show.row({
    name: 'podcast:txt',
    spec: `${tags}/txt.md`,
    field: 'txts',
    write: txts =>
      txts.map(({ purpose, value }) => ({ name: 'podcast:txt', attributes: { purpose }, text: value })),
    read: elements => elements.flatMap(txtOf),
  }),
]

const txtOf = (element: Element) => {
  const value = textOf(element)
  const purpose = attributeOf(element, 'purpose')
  return value === '' ? [] : [{ ...(purpose === undefined ? {} : { purpose }), value }]
}

const episode = rowsOf<Episode>()

export const podcastItem = [
  episode.row({
    name: 'podcast:transcript',
    spec: `${tags}/transcript.md`,
    field: 'transcripts',
    write: transcripts =>
      transcripts.map(({ url, type, language, rel }) => ({
        name: 'podcast:transcript',
        attributes: { url, type, language, rel },
      })),
    read: elements =>
      elements.flatMap(element => {
        const [url, type, language, rel] = ['url', 'type', 'language', 'rel'].map(name =>
          attributeOf(element, name),
        )
        return url && type
          ? [
              {
                url,
                type,
                ...(language ? { language } : {}),
                ...(rel === 'captions' ? { rel: 'captions' as const } : {}),
              },
            ]
          : []
      }),
  }),
]
