import type { Rule } from '../../evidence.ts'
import { eachProblem, isLoss } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/entry',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Every chapter has a time that can be read',
  why: 'A chapter without one is left out, and listeners jump past it.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
    'https://podlove.org/simple-chapters/',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ch-psc-time'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "three past Farewell", "0:08 Credits"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Credits"]' },
  },
  checkItem: eachProblem(isLoss, ({ kind, value = '' }) => ({
    message:
      kind === 'bad-time'
        ? `"${value}" is not a time, so listeners get no chapter there`
        : kind === 'bad-line'
          ? `"${value}" is not a time and a title, so listeners get no chapter there`
          : 'this chapter has no start time, so listeners cannot jump to it',
    help: 'Write the time and the title, such as `12:40 Farewell` or `1:02:03 Farewell`.',
  })),
}
export default rule
