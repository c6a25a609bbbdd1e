import { nearest } from '../../../units/text.ts'
import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachChapters, isShown, onceOfMany } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/title-missing',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A chapter that is shown has a title',
  why: 'Apps show an empty line, and Podlove Simple Chapters, which Spotify reads, cannot hold it.',
  specs: ['https://podlove.org/simple-chapters/'],
  askedBy: { spotify: 'ignores' },
  covers: ['ch-psc-shape'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:03", "0:08 Farewell", "0:09 Credits"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell", "0:09 Credits"]' },
    sameFeed: { '001.md': 'chapters: ["00:00 Intro", "0:08 Farewell", "0:09 Credits"]' },
  },
  checkItem: eachChapters(function* ({ chapters, at, problems }) {
    // A title under a misspelt name has been reported.
    if (problems.some(({ kind, key = '' }) => kind === 'unknown-key' && nearest(key, ['title', 'name'])))
      return
    const untitled = [...chapters.entries()].filter(
      ([, chapter]) => isShown(chapter) && chapter.title === undefined,
    )
    yield* onceOfMany(
      untitled.map(([index, { start }]) => ({
        place: at(index),
        message: `the chapter at ${formatTimestamp(start)} has no title, so apps show an empty line there`,
        help: `Write one after the time, such as \`${formatTimestamp(start)} The letter\`; a chapter that only changes the picture needs \`toc: false\`.`,
      })),
      count => ({
        message: `${count} chapters have no title, the first of them at ${formatTimestamp(untitled[0]?.[1].start ?? 0)}, so apps show empty lines there`,
        help: 'Write a title after each time; chapters that only change the picture need `toc: false`.',
      }),
    )
  }),
}
export default rule
