import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/mapping',
  always: 'broken',
  inherits: 'never',
  title: 'What show.md says of other files can be done',
  why: 'With `content`, `where` and `fields`, show.md says which files of a site are episodes and where each value comes from. What it says there holds for every episode, so a slip in it is a slip in all of them.',
  specs: ['https://github.com/google/re2/wiki/Syntax'],
  example: {
    bad: { 'show.md': 'content: ../episodes-of-others/*.md' },
    good: { 'show.md': 'content: "*.md"' },
  },
}
export default rule
