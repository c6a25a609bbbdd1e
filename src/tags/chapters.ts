/** Chapters: a link to the JSON of the podcast namespace, and Podlove Simple Chapters in the feed itself. */

import type { Chapter, Episode } from '../model.ts'
import { formatNpt, parseNpt } from '../units/timestamp.ts'
import { attributeOf, childrenOf, type Element } from './element.ts'
import { rowsOf } from './tag.ts'

const episode = rowsOf<Episode>()

export const chaptersItem = [
  episode.row({
    name: 'podcast:chapters',
    spec: 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/chapters.md',
    field: 'chaptersUrl',
    write: url => [{ name: 'podcast:chapters', attributes: { url, type: 'application/json+chapters' } }],
    read: elements => elements.map(element => attributeOf(element, 'url')?.trim()).find(Boolean),
  }),
  episode.row({
    name: 'psc:chapters',
    spec: 'https://podlove.org/simple-chapters/',
    field: 'chapters',
    write: chapters =>
      chapters.length === 0
        ? []
        : [{ name: 'psc:chapters', attributes: { version: '1.2' }, children: chapters.map(chapterElement) }],
    read: ([element]) => {
      const chapters = element === undefined ? [] : childrenOf(element, 'psc:chapter').flatMap(chapterOf)
      return chapters.length === 0 ? undefined : chapters
    },
  }),
]

const chapterElement = ({ start, title, url, image }: Chapter): Element => ({
  name: 'psc:chapter',
  attributes: { start: formatNpt(start), title, href: url, image },
})

/** A chapter without a start that can be read is none. */
const chapterOf = (element: Element): Chapter[] => {
  const start = parseNpt(attributeOf(element, 'start') ?? '')
  if (start === undefined) return []
  const [title, url, image] = ['title', 'href', 'image'].map(
    name => attributeOf(element, name)?.trim() || undefined,
  )
  return [{ start, ...(title ? { title } : {}), ...(url ? { url } : {}), ...(image ? { image } : {}) }]
}
