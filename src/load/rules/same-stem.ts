import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'files/same-stem',
  always: 'broken',
  inherits: 'never',
  title: 'An episode is one Markdown file',
  why: 'The name without its ending tells an episode from the others: its guid, its audio and its entry in the lock go by it. With 001.md and 001.mdx it would be chance which of them subscribers get.',
  specs: [],
  example: {
    bad: { '001.mdx': '---\ntitle: Another\ndate: 2026-01-05\n---\n' },
    good: { '001.mdx': '!nothing' },
  },
}
export default rule
