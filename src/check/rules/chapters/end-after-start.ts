import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachChapters, nameOf } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/end-after-start',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A chapter ends after it begins',
  why: 'Apps that use the end show nothing of such a chapter.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ch-json-within'],
  example: {
    bad: {
      '001.md': 'chapters: [0:00 Intro, { start: 5, end: 3, title: The letter }, 0:08 Farewell]',
    },
    good: {
      '001.md': 'chapters: [0:00 Intro, { start: 3, end: 5, title: The letter }, 0:08 Farewell]',
    },
    sameFeed: { '001.md': 'chapters: [0:00 Intro, { start: 5, title: The letter }, 0:08 Farewell]' },
  },
  checkItem: eachChapters(function* ({ chapters, at }) {
    for (const [index, chapter] of chapters.entries()) {
      const { start, end } = chapter
      if (end === undefined || end > start) continue
      yield {
        place: at(index, 'end'),
        message: `the chapter ${nameOf(chapter)} ends at ${formatTimestamp(end)}, which is not after its start, so apps never show it`,
        help: 'Correct the end, or remove it: a chapter lasts until the next one begins.',
      }
    }
  }),
}
export default rule
