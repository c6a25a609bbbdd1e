import { type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/season-order',
  always: 'noticed',
  looksAt: ['season'],
  title: 'Seasons begin with 1 and rise with the date',
  why: 'A later episode in an earlier season is shown far down, where nobody looks for news.',
  specs: [],
  covers: ['x-season-numbering'],
  example: {
    bad: { '001.md': 'season: 2\nepisode: 1', '002.md': 'season: 1\nepisode: 1' },
    good: { '001.md': 'season: 1\nepisode: 1', '002.md': 'season: 2\nepisode: 1' },
  },
  together: count => ({
    message: `${count} episodes are of an earlier season than one that appeared before them`,
    help: 'Check the seasons and the dates: a season begins when the one before has ended.',
  }),
  *check(evidence) {
    const oldestFirst = released(evidence)
      .filter(item => item.release.episode.episodeType === 'full' && item.entry.meta.season !== undefined)
      .reverse()
    let highest = oldestFirst[0]
    for (const item of oldestFirst) {
      const [season, before] = [item.entry.meta.season!, highest!.entry.meta.season!]
      if (season >= before) highest = item
      else
        yield {
          place: item.entry.at('season'),
          message: `this episode of season ${season} comes after one of season ${before}, so apps show it far down the list, where nobody looks for a new one`,
          help: `Write ${item.entry.words.line('season', before)} if it belongs to that season, or correct the date.`,
          related: [{ place: highest!.entry.at('season'), message: `season ${before}, and earlier` }],
        }
    }
  },
}
export default rule
