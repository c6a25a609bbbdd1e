import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'website/template',
  always: 'broken',
  inherits: 'never',
  title: 'The templates of a theme can be rendered',
  why: 'A page of which a part cannot be made is not written, and no page is without the others.',
  specs: ['https://liquidjs.com/tutorials/intro-to-liquid.html'],
  example: {
    bad: { 'show.md': 'website: true\ntheme: look', 'look/foot.liquid': '{% if show.title %}\n' },
    good: {
      'show.md': 'website: true\ntheme: look',
      'look/foot.liquid': '<footer>{{ show.title }}</footer>\n',
    },
  },
}
export default rule
