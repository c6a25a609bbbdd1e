import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/missing',
  always: 'broken',
  inherits: 'never',
  title: 'A Markdown file begins with front matter',
  why: 'Title and date stand between two lines of three dashes at the very top; without them there is no episode.',
  specs: [],
  example: {
    bad: { '001.md': '!text The lighthouse keeper\n\nNotes.\n' },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
}
export default rule
