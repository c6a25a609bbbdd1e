import { type Item, type Rule, repeats } from '../../evidence.ts'
import { isPublished } from './published.ts'

const rule: Rule = {
  id: 'episode/guid-case',
  always: 'noticed',
  title: 'Guids differ by more than capitals',
  why: 'Directories compare guids letter by letter; a reader or a database that does not takes the two episodes for one.',
  specs: ['https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'],
  covers: ['ep-guid-unique'],
  example: {
    bad: { '001.md': 'guid: harbour-1a', '002.md': 'guid: harbour-1A' },
    good: { '001.md': 'guid: harbour-1a', '002.md': 'guid: harbour-2a' },
  },
  check(evidence) {
    const exact = new Map<string, number>()
    for (const item of evidence.items)
      if (item.release) exact.set(guidOf(item), (exact.get(guidOf(item)) ?? 0) + 1)
    return repeats(
      // The very same guid twice is an error of its own.
      evidence.items.filter(
        item => item.release && exact.get(guidOf(item)) === 1 && !isPublished(item, evidence),
      ),
      item => guidOf(item).toLowerCase(),
      (_, item) => ({
        message: `the guid "${guidOf(item)}" differs from that of another episode only in capitals, and some apps take the two for one episode`,
        help: item.entry.words.either({
          folder: 'Remove the line, and build-feed makes a new guid for this episode.',
          feed: 'Give this episode a guid of its own, such as a new UUID.',
        }),
        field: 'guid',
      }),
    )
  },
}
export default rule

const guidOf = (item: Item): string => item.release?.episode.guid ?? ''
