import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/number-positive',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'document/number-value',
  looksAt: ['episode', 'season'],
  title: 'Seasons and episodes are counted from 1',
  why: 'Apple and PSP-1 take whole numbers of 1 and more; an episode 0 is refused, though it is usually a trailer.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'requires' },
  covers: ['ep-number-positive', 'ep-season-positive'],
  example: { bad: { '001.md': 'episode: 0' }, good: { '001.md': 'episode: 1' } },
  *checkItem({ entry }) {
    for (const field of ['season', 'episode'] as const) {
      const number = entry.meta[field]
      if (number === undefined || number >= 1) continue
      yield {
        place: entry.at(field),
        message: `\`${field}: ${number}\` is below 1, so Apple ignores the number`,
        help:
          field === 'season'
            ? 'Remove the line, or count the seasons from 1.'
            : 'Remove the line and write `episodeType: trailer` or `episodeType: bonus` instead; or count from 1.',
      }
    }
  },
}
export default rule
