import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'website/theme-unused',
  always: 'advice',
  title: 'Every file of a theme is a template or something that pages load',
  why: 'Templates end in .liquid, and of the other files only stylesheets, fonts and pictures are copied. What ends otherwise is left out of the pages, and a template that is called foot.html changes nothing.',
  specs: [],
  example: {
    bad: { 'show.md': 'website: true\ntheme: look', 'look/foot.html': '<footer>{{ show.title }}</footer>\n' },
    good: {
      'show.md': 'website: true\ntheme: look',
      'look/foot.liquid': '<footer>{{ show.title }}</footer>\n',
    },
  },
}
export default rule
