import { type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/trailer-count',
  title: 'A show has one trailer',
  why: 'Apple plays the newest trailer without a season to whoever finds the show; the others are in nobody’s way and of no use.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  covers: ['x-trailer-first'],
  example: {
    bad: {
      '001.md': 'episodeType: trailer\n- season\n- episode',
      '002.md': 'episodeType: trailer\n- season\n- episode',
    },
    good: {
      '001.md': 'episodeType: trailer\n- season\n- episode',
      '002.md': 'episodeType: trailer\n- episode',
    },
  },
  *check(evidence) {
    const [newest, ...others] = released(evidence).filter(({ release: { episode } }) => {
      return (
        episode.episodeType === 'trailer' && episode.season === undefined && episode.episode === undefined
      )
    })
    const [next] = others
    if (newest === undefined || next === undefined) return
    yield {
      place: next.entry.at('episodeType'),
      message: `"${next.release.episode.title}" is not the newest trailer of the show, and Apple plays only the newest`,
      help: `Add ${next.entry.words.line('season', 2)} (or its number) if it is the trailer of a season; if it is out of date, remove it.`,
      related: [{ place: newest.entry.at('episodeType'), message: 'the newer one' }],
    }
  },
}
export default rule
