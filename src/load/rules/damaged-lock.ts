import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'lock/damaged',
  always: 'broken',
  inherits: 'never',
  title: 'feed.lock.json can be read',
  why: 'The lock holds the guids that subscribers know. A build without it could give every episode a new one, and every app would download them all again.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '{"version": 1, <<<<<<< HEAD' },
    good: { 'feed.lock.json': '!nothing' },
  },
}
export default rule
