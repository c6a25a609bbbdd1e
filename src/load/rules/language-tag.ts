import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/language',
  always: 'broken',
  inherits: 'never',
  title: 'Front matter is never a program',
  why: 'A line such as ---js asks for code to be run from the file. build-feed never does, whoever wrote it.',
  specs: [],
  example: {
    bad: { '001.md': '!text ---js\n{ title: "First light" }\n---\n' },
    good: { '001.md': 'title: First light' },
  },
}
export default rule
