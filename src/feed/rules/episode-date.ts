import { requiredElement } from '../required-element.ts'
import { apple, psp1 } from '../specs.ts'

export default requiredElement({
  id: 'document/episode-date',
  title: 'An item has a publication date',
  why: 'Spotify refuses an episode without; the others put it at a place of their own choice.',
  specs: [apple, psp1],
  askedBy: { apple: 'advises', spotify: 'refuses', psp1: 'advises' },
  covers: ['ep-pubdate-required'],
  example: {
    bad: { 'feed.xml': '<item>\n- pubDate\n</item>' },
    good: { 'feed.xml': '<item>\n<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>\n</item>' },
  },
  parent: 'item',
  element: 'pubDate',
  without: 'so apps do not know where the episode belongs, and Spotify refuses it',
  form: '<pubDate>Mon, 12 Jan 2026 06:00:00 +0000</pubDate>',
  yours: 'the day and time at which it appeared',
})
