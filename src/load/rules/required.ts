import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/required',
  always: 'broken',
  inherits: ['language', 'categories', 'image'],
  title: 'What every directory needs is there',
  why: 'A feed or an episode without it is refused at the first submission.',
  specs: [
    'https://podcasters.apple.com/support/823-podcast-requirements',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: [
    'show-title-required',
    'show-link-required',
    'show-language-required',
    'show-category-required',
    'show-explicit-required',
    'show-image-required',
    'ep-title-required',
    'ep-pubdate-required',
  ],
  example: {
    bad: { '001.md': '- title' },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
}
export default rule
