import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/site-key',
  always: 'advice',
  title: 'Keys of other programs are left alone',
  why: 'Many shows make their site of the same files: layout, tags and the like are for that program, and change nothing in the feed.',
  specs: [],
  example: {
    bad: { '001.md': 'layout: post\ntags: [sea, light]' },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
}
export default rule
