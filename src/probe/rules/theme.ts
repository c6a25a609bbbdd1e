import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'website/theme',
  always: 'broken',
  inherits: 'never',
  title: 'The files of a theme are there, and can be read',
  why: 'Without them the pages would look other than the show says.',
  specs: [],
  example: {
    bad: { 'show.md': 'website: true\ntheme: look' },
    good: {
      'show.md': 'website: true\ntheme: look',
      'look/style.css': ':root { --accent: #8a2be2 }\n',
    },
  },
}
export default rule
