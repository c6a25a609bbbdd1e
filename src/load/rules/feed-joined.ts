import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'front-matter/feed-joined',
  always: 'advice',
  title: 'What the pages of a site lack is found in its feed',
  why: 'With `facts: { feed: … }`, what an episode does not say itself (its guid, its audio, how long it is) is taken from the item of the published feed that has the same guid, enclosure, link, number or title. One that has no such item is new, or is matched by nothing.',
  specs: [],
  example: {
    bad: {
      'show.md': 'facts: { feed: old.xml }',
      'old.xml':
        '!text <rss version="2.0"><channel><title>Harbour</title><item><title>Another</title><guid>1</guid></item></channel></rss>',
    },
    good: { 'show.md': 'facts: given' },
  },
}
export default rule
