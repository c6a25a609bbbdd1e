import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/unclaimed',
  always: 'advice',
  title: 'Every recording belongs to an episode',
  why: 'A recording without a Markdown file of its name, and a transcript whose name is not quite that of its episode, are left out of the feed: that may be meant, or an episode is missing.',
  specs: [],
  example: {
    bad: { '003.mp3': '!mp3 10' },
    good: {
      '003.mp3': '!mp3 12',
      '003.md':
        '---\ntitle: Third\ndate: 2026-01-19\nseason: 1\nepisode: 3\nlink: https://show.example/3\n---\nNotes.\n',
    },
  },
}
export default rule
