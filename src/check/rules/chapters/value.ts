import type { Rule } from '../../evidence.ts'
import { eachProblem } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/value',
  scope: 'item',
  inFeeds: 'no element',
  title: 'The fields of a chapter hold what they are for',
  why: 'A field of another kind is left out of what is published.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ch-json-optional'],
  example: {
    bad: { '001.md': 'chapters: [{ start: 0, title: Intro, toc: perhaps }, 0:03 The letter, 0:08 Farewell]' },
    good: { '001.md': 'chapters: [{ start: 0, title: Intro, toc: true }, 0:03 The letter, 0:08 Farewell]' },
  },
  checkItem: eachProblem(
    ({ kind, key }, { format }) =>
      (kind === 'wrong-type' && !(format === 'json' && (key === 'title' || key === 'toc'))) ||
      (kind === 'missing-key' && key?.includes('.') === true) ||
      (kind === 'bad-time' && (key === 'end' || key === 'endTime')),
    ({ kind, key = '', value = '' }) =>
      kind === 'missing-key'
        ? {
            message: `\`${key.replace('.', '` lacks `')}\`, so the place is left out`,
            help: 'Write a name and a position, such as `{ name: Kiel, geo: "geo:54.3,10.1" }`.',
          }
        : {
            message: `\`${key}\` is ${value === '' ? 'empty' : `"${value}"`}, not ${wanted(key)}, so it is ignored`,
            help: `Write ${wanted(key)}, or remove it.`,
          },
  ),
}
export default rule

const wanted = (key: string): string => {
  switch (key) {
    case 'toc':
      return '`true` or `false`'
    case 'location':
      return 'a map of name and geo'
    case 'end':
    case 'endTime':
      return 'a time'
    default:
      return 'text'
  }
}
