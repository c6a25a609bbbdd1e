import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/season-name',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['season'],
  title: 'A name belongs to a numbered season',
  why: 'The tag podcast:season holds the number and carries the name beside it; without the number there is no tag for the name.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/season.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-podcast-season-name'],
  example: {
    bad: { '001.md': '- season\nseasonName: Winter' },
    good: { '001.md': 'season: 1\nseasonName: Winter' },
    sameFeed: { '001.md': '- season' },
  },
  *checkItem({ entry }) {
    if (entry.meta.seasonName === undefined || !saysNothing(entry.raw.season)) return
    yield {
      place: entry.at('seasonName'),
      message: `the season "${entry.meta.seasonName}" has no number, so its name is not published`,
      help: `Add ${entry.words.line('season', 1)}, or its number.`,
    }
  },
}
export default rule
