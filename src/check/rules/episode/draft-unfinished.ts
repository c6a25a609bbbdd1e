import { listed } from '../../../units/text.ts'
import type { Item, Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/draft-unfinished',
  always: 'advice',
  inFeeds: 'no element',
  looksAt: ['draft'],
  title: 'With --drafts, a draft that has all that an episode needs is in the feed',
  why: 'A draft may lack its recording, its date or its title, and nobody complains. But it cannot be looked at in the feed before it has them.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!missing with --drafts', '002.md': 'draft: true', '002.mp3': '!nothing' },
    good: { 'feed.lock.json': '!missing with --drafts', '002.md': 'draft: true' },
  },
  *check(evidence) {
    if (!evidence.drafts) return
    for (const item of evidence.items) {
      const lacks = lackedBy(item)
      if (item.held !== 'draft' || !item.entry.isRead || lacks.length === 0) continue
      yield {
        place: item.entry.at('draft'),
        message: `this draft has no ${listed(lacks, 'or')} yet, so even \`--drafts\` cannot put it in the feed`,
        help: `Add its ${listed(lacks)} when you want to see the episode in the feed.`,
      }
    }
  },
}
export default rule

const lackedBy = ({ entry, recording, date }: Item): readonly string[] => [
  ...(recording.audio === undefined ? ['recording'] : []),
  ...(date === undefined ? ['date'] : []),
  ...((entry.meta.title ?? '').trim() === '' ? ['title'] : []),
]
