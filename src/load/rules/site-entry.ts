import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/entry',
  always: 'noticed',
  title: 'What an episode names is an entry of the file that show.md names',
  why: 'Sites keep people in a file of their own, and episodes name them by a short word. Of a word that is no entry there nobody knows whom it means, so the person is left out.',
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
