import { saysNothing } from '../../../units/blank.ts'
import { type Item, type Rule, released } from '../../evidence.ts'

/** So many are named one by one. */
const NAMED = 3

const rule: Rule = {
  id: 'episode/season-all-or-none',
  always: 'noticed',
  looksAt: ['season'],
  title: 'All full episodes have a season, or none has',
  why: 'Apps group by season: those without one land in a group of their own, or at the end.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  covers: ['ep-season-all-or-none'],
  example: { bad: { '001.md': '- season' }, good: { '001.md': 'season: 1' } },
  *check(evidence) {
    const full = released(evidence).filter(item => item.release.episode.episodeType === 'full')
    const without = full.filter(item => saysNothing(item.entry.raw.season))
    const [first, ...others] = without
    if (first === undefined || without.length === full.length) return
    const withSeason = full.find(item => item.entry.meta.season !== undefined)
    yield {
      place: first.entry.at('season', 'key'),
      message: `${without.length} of ${full.length} full episodes ${without.length === 1 ? 'has' : 'have'} no season, so apps show ${without.length === 1 ? 'it' : 'them'} apart from the others`,
      help: `Add ${first.entry.words.line('season', withSeason?.entry.meta.season ?? 1)} (or its number) where it is missing, or remove it from every episode.`,
      related: [
        ...(withSeason ? [{ place: withSeason.entry.at('season'), message: 'this one has a season' }] : []),
        ...others.slice(0, NAMED).map((item: Item) => ({
          place: item.entry.at('season', 'key'),
          message: 'this one has none either',
        })),
      ],
    }
  },
}
export default rule
