import type { Rule } from '../../evidence.ts'
import { eachChapters, isLoss, isShown } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/at-least-three',
  scope: 'item',
  title: 'An episode with chapters has at least three',
  why: 'Apple and Spotify ignore fewer.',
  specs: ['https://podcasters.apple.com/support/5482'],
  askedBy: { apple: 'ignores', spotify: 'ignores' },
  covers: ['ch-min-three'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]' },
  },
  checkItem: eachChapters(function* ({ chapters, place, problems }, { entry }) {
    const count = chapters.filter(isShown).length
    // Those that could not be read have been reported.
    if (count + problems.filter(isLoss).length >= 3) return
    const found = count === 0 ? 'no chapter that is shown' : count === 1 ? 'one chapter' : 'two chapters'
    yield {
      place,
      message: `there is ${found}, and Apple and Spotify ignore fewer than three`.replace(
        'is two',
        'are two',
      ),
      help: entry.words.either({
        folder: 'Add chapters, or write `chapters: none`.',
        feed: 'Add chapters, or remove those that are there.',
      }),
    }
  }),
}
export default rule
