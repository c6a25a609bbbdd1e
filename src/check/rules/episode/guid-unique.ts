import { type Rule, repeats } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/guid-unique',
  always: 'broken',
  inherits: 'never',
  title: 'No two episodes share a guid',
  why: 'An app takes the second for the first: it is never shown, or it replaces the first.',
  specs: [
    'https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt',
    'https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers',
  ],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['ep-guid-unique', 'ep-guid-trailer-differs'],
  example: {
    bad: { '001.md': 'guid: harbour-1', '002.md': 'guid: harbour-1' },
    good: { '001.md': 'guid: harbour-1', '002.md': 'guid: harbour-2' },
  },
  check: evidence =>
    repeats(
      evidence.items,
      // Of a feed's item that lacks something else, the guid is known all the same.
      item => item.release?.episode.guid ?? item.entry.meta.guid,
      (guid, { entry }) => ({
        message: `the guid "${guid}" already belongs to another episode, and apps tell episodes apart by it, so they show only one of the two`,
        help: entry.words.either({
          folder: 'Remove the line, and build-feed makes a new guid for this episode.',
          feed: 'Give this episode a guid of its own, such as a new UUID.',
        }),
        field: 'guid',
      }),
    ),
}
export default rule
