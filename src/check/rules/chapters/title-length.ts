import type { Rule } from '../../evidence.ts'
import { eachChapters, isShown } from './chapter-findings.ts'

const most = 40

const rule: Rule = {
  id: 'chapters/title-length',
  scope: 'item',
  title: 'Titles of chapters are short',
  why: 'Spotify asks for fewer than 40 characters; a player has room for few more.',
  specs: ['https://podcasters.apple.com/support/5482'],
  askedBy: { spotify: 'advises', apple: 'advises' },
  covers: ['ch-title-short'],
  example: {
    bad: {
      '001.md':
        'chapters: ["00:00 Intro", "0:03 The letter that came in the winter before the light went out", "0:08 Farewell"]',
    },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]' },
  },
  checkItem: eachChapters(function* ({ chapters, at }) {
    yield* [...chapters.entries()]
      .filter(([, chapter]) => isShown(chapter) && lengthOf(chapter.title) >= most)
      .map(([index, { title = '' }]) => ({
        place: at(index, 'title'),
        message: `the title "${title}" has ${lengthOf(title)} characters, and apps cut off a title of ${most} or more`,
        help: 'Shorten it to a few words.',
      }))
  }),
}
export default rule

const lengthOf = (title = ''): number => [...title].length
