import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'website/theme-scripts',
  always: 'advice',
  title: 'Scripts of a theme are part of the pages where show.md says so',
  why: 'A script reads and changes all of the site that it stands on, and a theme may be somebody else’s. So its scripts, and pictures that may hold one (SVG), are left out until `themeScripts: true` takes them in.',
  specs: [],
  example: {
    bad: { 'show.md': 'website: true\ntheme: look', 'look/menu.js': 'document.title += "!"\n' },
    good: {
      'show.md': 'website: true\ntheme: look\nthemeScripts: true',
      'look/menu.js': 'document.title += "!"\n',
    },
  },
}
export default rule
