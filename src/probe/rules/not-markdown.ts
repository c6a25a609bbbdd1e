import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/not-markdown',
  always: 'noticed',
  title: 'An episode ends in .md, .markdown or .mdx',
  why: 'Some editors save 001.md as 001.md.txt and hide the second ending: the episode would be left out of the feed without a word.',
  specs: [],
  example: {
    bad: { '003.md.txt': '---\ntitle: Third\n---\n' },
    good: { '003.txt': 'A list of guests.' },
  },
}
export default rule
