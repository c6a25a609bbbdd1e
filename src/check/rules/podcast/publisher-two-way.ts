import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/publisher-two-way',
  looksAt: ['publisher'],
  title: 'The publisher is named with the address of its feed',
  why: 'Apps open that feed to see whether it names the show in turn; without an address many cannot.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/publisher.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['x-publisher-two-way'],
  example: {
    bad: { 'show.md': 'publisher: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22' },
    good: {
      'show.md':
        'publisher: { feedGuid: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22, feedUrl: "https://pub.example/feed.xml" }',
    },
  },
  *check({ entry }) {
    const { publisher } = entry.meta
    if (publisher === undefined || publisher.feedUrl !== undefined) return
    yield {
      place: entry.at('publisher'),
      message: `the publisher ${publisher.feedGuid.slice(0, 8)}… is named without the address of its feed, so apps cannot check that it names this show too, and do not show it`,
      help: `Add the address of its feed: ${entry.words.line('publisher', { feedGuid: publisher.feedGuid, feedUrl: 'https://publisher.example/feed.xml' })}.`,
    }
  },
}
export default rule
