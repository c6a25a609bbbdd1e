import { type Item, type Rule, repeats } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/number-unique',
  always: 'noticed',
  looksAt: ['episode'],
  title: 'No two full episodes have the same number',
  why: 'Apps that list by number show one of the two, or both in an order of their own.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  covers: ['ep-number-unique'],
  example: {
    bad: { '001.md': 'episode: 2', '002.md': 'episode: 2' },
    good: { '001.md': 'episode: 1', '002.md': 'episode: 2' },
  },
  check: ({ items }) =>
    repeats(items, numberOf, (number, { entry }) => ({
      message: `another full episode is already ${number}, so apps may show only one of the two, or both in the wrong order`,
      help: `Give this one its own number; for a repeat or an extra, write ${entry.words.line('episodeType', 'bonus')}.`,
      field: 'episode',
    })),
}
export default rule

const numberOf = ({ entry }: Item): string | undefined => {
  const { season, episode, episodeType = 'full' } = entry.meta
  if (episode === undefined || episodeType !== 'full') return undefined
  return season === undefined ? `episode ${episode}` : `season ${season}, episode ${episode}`
}
