import type { Rule } from '../../evidence.ts'
import { eachChapters, isShown, nameOf } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/equal-starts',
  always: 'noticed',
  scope: 'item',
  title: 'No two chapters that are shown begin together',
  why: 'Apps show only one of them, or both with nothing between.',
  specs: [],
  covers: ['ch-json-within'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:03 The reply", "0:08 Farewell"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:05 The reply", "0:08 Farewell"]' },
  },
  checkItem: eachChapters(function* ({ chapters, at }, { entry }) {
    const first = new Map<number, number>()
    for (const [index, chapter] of chapters.entries()) {
      if (!isShown(chapter)) continue
      const earlier = first.get(chapter.start)
      if (earlier === undefined) {
        first.set(chapter.start, index)
        continue
      }
      yield {
        place: at(index, 'start'),
        message: `the chapter ${nameOf(chapter)} begins at the same time as "${chapters[earlier]?.title ?? 'another'}", so apps show only one of the two`,
        help: `Correct one of the times, or join the two${entry.words.either({ folder: '; for a mere change of picture, add `toc: false`', feed: '' })}.`,
        related: [{ place: at(earlier, 'start'), message: 'the other one' }],
      }
    }
  }),
}
export default rule
