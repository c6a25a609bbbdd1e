import type { Finding } from '../../../diagnostic.ts'
import type { Item, Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/season-names',
  always: 'noticed',
  looksAt: ['season'],
  title: 'A season has one name',
  why: 'Apps head a season with the name of one of its episodes, whichever they read first.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/season.md'],
  covers: ['ep-podcast-season-name'],
  example: {
    bad: { '001.md': 'seasonName: Winter', '002.md': 'seasonName: Wintr' },
    good: { '001.md': 'seasonName: Winter', '002.md': 'seasonName: Winter' },
  },
  *check({ items }): Iterable<Finding> {
    const first = new Map<number, Item>()
    const named = items.filter(({ entry }) => entry.meta.seasonName !== undefined)
    for (const item of named.sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1))) {
      const { season, seasonName } = item.entry.meta
      if (season === undefined || seasonName === undefined) continue
      const earlier = first.get(season)
      if (earlier === undefined) first.set(season, item)
      else if (earlier.entry.meta.seasonName !== seasonName)
        yield {
          place: item.entry.at('seasonName'),
          message: `season ${season} is called "${seasonName}" here, and "${earlier.entry.meta.seasonName}" elsewhere, so apps show whichever they read first`,
          help: `Write the same name in every episode of season ${season}.`,
          related: [{ place: earlier.entry.at('seasonName'), message: 'the other name' }],
        }
    }
  },
}
export default rule
