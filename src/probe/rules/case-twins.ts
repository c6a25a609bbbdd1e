import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/case-twins',
  always: 'noticed',
  title: 'Names differ in more than capitals',
  why: 'On macOS and Windows, Cover.jpg and cover.jpg are the same file: whoever checks the show out there has only one of the two. The same goes for an accent that is stored as a part of its letter in one name and by itself in the other, which nobody can see.',
  specs: [],
  example: {
    bad: { 'Cover.jpg': '!jpeg 3000' },
    good: { 'portrait.jpg': '!jpeg 3000' },
  },
}
export default rule
