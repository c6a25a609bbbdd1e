import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/outside-link',
  always: 'broken',
  inherits: 'never',
  title: 'No link leads out of the show folder',
  why: 'In CI the source may come from a stranger; a link must not publish what is elsewhere on the machine, nor what a repository holds beside its show, such as `.env`.',
  specs: [],
  example: {
    bad: { '002.md': '!link /etc/hostname' },
    good: {
      '002.md': '---\ntitle: Second\ndate: 2026-01-12\nseason: 1\nepisode: 2\n---\nNotes.\n',
      '002.mp3': '!mp3 2',
    },
  },
}
export default rule
