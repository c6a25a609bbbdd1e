import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'output/stale',
  always: 'broken',
  inherits: 'never',
  title: 'With --check, the output folder is what a build would write',
  why: 'What is committed or uploaded is not what the show says now: subscribers get an older state of it.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built with --check', '001.md': 'title: Another title' },
    good: { 'feed.lock.json': '!built with --check' },
  },
}
export default rule
