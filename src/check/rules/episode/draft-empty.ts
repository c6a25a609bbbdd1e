import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/draft-empty',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['draft'],
  title: 'draft says true or false',
  why: 'A key without a value says nothing, so the episode goes out, and what was meant to wait is published.',
  specs: [],
  example: { bad: { '001.md': 'draft:' }, good: { '001.md': 'draft: false' } },
  *checkItem({ entry }) {
    if (entry.meta.draft !== undefined || !Object.hasOwn(entry.raw, 'draft')) return
    const written = entry.raw.draft
    if (!saysNothing(written)) return
    yield {
      place: entry.at('draft', 'key'),
      message: '`draft` has no value, so the episode is published',
      help: 'Write `draft: true` to hold it back, or remove the line.',
    }
  },
}
export default rule
