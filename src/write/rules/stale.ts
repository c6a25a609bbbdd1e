import type { RuleWords } from '../../diagnostic.ts'

const rule: RuleWords = {
  id: 'output/stale',
  severity: 'error',
  title: 'With --check, the output folder is what a build would write',
  why: 'What is committed or uploaded is not what the show says now: subscribers get an older state of it.',
  specs: [],
  askedBy: { own: 'refuses' },
  example: {
    bad: { 'feed.lock.json': '!built and checked', '001.md': 'title: Another title' },
    good: { 'feed.lock.json': '!built and checked' },
  },
}
export default rule
