import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/unreadable',
  always: 'broken',
  inherits: 'never',
  title: 'Every file can be read',
  why: 'A file that cannot be read would be left out of the feed without a word, and its episode with it.',
  specs: [],
  example: {
    bad: { '002.md': '!link nowhere.md' },
    good: {
      '002.md': '---\ntitle: Second\ndate: 2026-01-12\nseason: 1\nepisode: 2\n---\nNotes.\n',
      '002.mp3': '!mp3 2',
    },
  },
}
export default rule
