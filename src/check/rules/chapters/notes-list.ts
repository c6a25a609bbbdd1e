import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachProblem } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/notes-list',
  scope: 'item',
  title: 'Times in the notes begin at 0 and go forward',
  why: 'Only then Apple, Spotify, YouTube and build-feed take them for chapters.',
  specs: ['https://podcasters.apple.com/support/5482'],
  askedBy: { apple: 'advises', spotify: 'advises' },
  covers: ['ch-description-lines'],
  example: {
    bad: { '001.md': '!notes 0:02 Intro\n0:03 The letter\n0:08 Farewell\n' },
    good: { '001.md': '!notes 0:00 Intro\n0:03 The letter\n0:08 Farewell\n' },
  },
  checkItem: eachProblem(
    (_, { source }) => source === 'notes',
    ({ kind, value }) =>
      kind === 'first-not-zero'
        ? {
            message: `these look like chapters, but begin at ${formatTimestamp(Number(value))} and not at 00:00, so no app takes them for chapters`,
            help: 'Begin with a line such as `00:00 Intro`; if they are not meant as chapters, leave them.',
          }
        : {
            message:
              'these look like chapters, but this time is not after the one above, so no app takes them for chapters',
            help: 'Correct the time, or the order of the lines.',
          },
  ),
}
export default rule
