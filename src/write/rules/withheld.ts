import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/withheld',
  always: 'noticed',
  title: 'What is not in the feed on purpose is not in the output folder',
  why: 'A build with `--drafts`, or as of a later day, puts recordings into the output folder that are not out yet, and one that was taken out is there from earlier builds. A build deletes nothing that it did not just write, so they are uploaded with the rest, and whoever guesses the address can hear them.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built --accept gone:001', '001.md': 'draft: true' },
    good: {
      'feed.lock.json': '!built --accept gone:001',
      '001.md': 'draft: true',
      'public/001.mp3': '!nothing',
    },
  },
}
export default rule
