import { audioPlace, type Rule } from '../../evidence.ts'
import { mayHaveReaders } from '../../history/changes.ts'
import { isOut } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/enclosure-moved',
  always: 'advice',
  inFeeds: 'history',
  title: 'The audio of a published episode keeps its address',
  why: 'With the same guid most apps take the new address without a word; Podcast Addict keeps the old one, and a few download again. The old address has to go on answering: feeds are read late, and people keep links.',
  // Read on 2026-11-28; of 2026-09-12, reproduced with Podcast Addict.
  specs: ['https://github.com/atareao/u2vpodcast/issues/19'],
  askedBy: { apps: 'advises' },
  example: {
    bad: { 'feed.lock.json': '!built', 'show.md': 'audioBaseUrl: https://cdn.show.example/' },
    good: { 'feed.lock.json': '!built', '001.md': 'title: Another title' },
  },
  together: count => ({
    message: `the audio of ${count} published episodes has another address now; most apps take the new ones, but Podcast Addict keeps using the old ones`,
    help: 'Keep the old addresses working, ideally with redirects (301) to the new ones.',
  }),
  *check(evidence) {
    const { identity } = evidence
    if (identity === undefined || identity.isProvisional) return
    for (const item of evidence.items) {
      const before = evidence.lock?.episodes[item.entry.stem]
      if (!item.release || before === undefined || !isOut(before, evidence)) continue
      if (before.url === item.release.url || !mayHaveReaders(before.url, identity)) continue
      yield {
        place: audioPlace(item),
        message: `the audio was published at ${before.url} and is now at ${item.release.url}; most apps take the new address, but Podcast Addict keeps using the old one`,
        help: 'Keep the old address working, ideally with a redirect (301) to the new one.',
      }
    }
  },
}
export default rule
