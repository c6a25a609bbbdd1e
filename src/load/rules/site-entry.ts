import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/entry',
  always: 'noticed',
  title: 'Names in an episode are entries of the data file that show.md gives',
  why: 'Sites keep people in a file of their own, and episodes name them by a short word. A word that is not an entry there tells nobody whom it means, so the person is left out.',
  specs: [],
  example: {
    bad: {
      'show.md':
        'fields: { persons: { from: crew, data: people.yml }, season: season, episode: episode, description: description, link: link }',
      'people.yml': '!text ada:\n  name: Ada Pier\n',
      '001.md': 'crew: [ada, jo]',
    },
    good: {
      'show.md':
        'fields: { persons: { from: crew, data: people.yml }, season: season, episode: episode, description: description, link: link }',
      'people.yml': '!text ada:\n  name: Ada Pier\njo:\n  name: Jo Sail\n',
      '001.md': 'crew: [ada, jo]',
    },
  },
}
export default rule
