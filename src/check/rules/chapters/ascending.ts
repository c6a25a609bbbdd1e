import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachChapters, nameOf } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/ascending',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Chapters are in order of time',
  why: 'A time that goes back is nearly always a slip of the hand; sorted by it, the chapter would begin in the wrong place.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
    'https://podlove.org/simple-chapters/',
  ],
  askedBy: { podcastindex: 'ignores', apple: 'ignores', spotify: 'ignores' },
  covers: ['ch-json-order'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:08 The letter", "0:03 Farewell"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]' },
    sameFeed: { '001.md': 'chapters: ["00:00 Intro", "0:03 Farewell", "0:08 The letter"]' },
  },
  checkItem: eachChapters(function* ({ chapters, source, at }) {
    // A tag in the audio is a table, and its readers sort it.
    if (source === 'audio') return
    for (const [index, chapter] of chapters.entries()) {
      const before = chapters[index - 1]
      if (before === undefined || chapter.start >= before.start) continue
      yield {
        place: at(index, 'start'),
        message: `the chapter ${nameOf(chapter)} begins before the one above it (${formatTimestamp(before.start)}), so apps jump to the wrong place`,
        help: 'Correct the time, or move the chapter to where it belongs.',
        related: [{ place: at(index - 1, 'start'), message: 'the one above' }],
      }
    }
  }),
}
export default rule
