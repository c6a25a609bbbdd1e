import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/new-feed-url',
  always: 'noticed',
  looksAt: ['newFeedUrl'],
  title: 'newFeedUrl is the address of this feed, unless this is the old one',
  why: 'Apple moves every follower to this address. With a slip in it, the show is lost to them.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  covers: ['show-new-feed-url-placement', 'show-new-feed-url-equals-self'],
  example: {
    bad: { 'show.md': 'newFeedUrl: https://show.example/fed/feed.xml' },
    good: { 'show.md': 'newFeedUrl: https://show.example/feed/feed.xml' },
  },
  *check({ entry, show }) {
    const { newFeedUrl } = entry.meta
    if (newFeedUrl === undefined || newFeedUrl === show.feedUrl) return
    yield {
      place: entry.at('newFeedUrl'),
      message: `${entry.words.name('newFeedUrl')} sends every follower at Apple to ${newFeedUrl}, but this feed is at ${show.feedUrl}`,
      help: `Write ${entry.words.line('newFeedUrl', show.feedUrl)}${entry.words.either({
        folder:
          '; if this is the old feed of a show that has moved, confirm it with `allow: show/new-feed-url`',
        feed: ', unless this is the old feed of a show that has moved',
      })}.`,
    }
  },
}
export default rule
