import type { Rule } from '../../evidence.ts'
import { eachChapters, isLoss, isShown, nameOf } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/first-at-zero',
  scope: 'item',
  title: 'The first chapter begins at 0',
  why: 'Spotify ignores the chapters of an episode else, and Apple those in the notes.',
  specs: ['https://podcasters.apple.com/support/5482'],
  askedBy: { spotify: 'ignores', apple: 'advises' },
  covers: ['ch-first-zero'],
  example: {
    bad: { '001.md': 'chapters: ["0:02 Intro", "0:03 The letter", "0:08 Farewell"]' },
    good: { '001.md': 'chapters: ["0:00 Intro", "0:03 The letter", "0:08 Farewell"]' },
  },
  checkItem: eachChapters(function* ({ chapters, at, problems }) {
    const index = chapters.findIndex(isShown)
    const first = chapters[index]
    // The one that was meant may be one that could not be read, which has been reported.
    if (first === undefined || problems.some(isLoss)) return
    // What is written 00:00 counts as 0.
    if (chapters.some(chapter => isShown(chapter) && chapter.start < 1)) return
    yield {
      place: at(index, 'start'),
      message: `the first chapter is ${nameOf(first)}, and Spotify ignores all chapters unless one begins at 00:00`,
      help: 'Let it begin at 00:00, or add a chapter there, such as `00:00 Welcome`.',
    }
  }),
}
export default rule
