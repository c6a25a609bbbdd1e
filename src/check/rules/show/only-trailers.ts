import { type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/only-trailers',
  always: 'advice',
  title: 'A show has more than trailers',
  why: 'A show may begin with its trailer; a show whose every episode is one has nothing to play.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  covers: ['ep-trailer-present'],
  example: {
    bad: { '001.md': 'episodeType: trailer', '002.md': 'episodeType: trailer' },
    good: { '001.md': 'episodeType: trailer\n- season\n- episode' },
  },
  *check(evidence) {
    const items = released(evidence)
    // One trailer ahead of the first episode is how a show begins.
    if (items.length < 2 || items.some(item => item.release.episode.episodeType !== 'trailer')) return
    yield {
      place: items[0]!.entry.at('episodeType'),
      message: `every one of the ${items.length} episodes is a trailer, so listeners find nothing else to play`,
      help: `Write ${items[0]!.entry.words.line('episodeType', 'full')} in each that is more than a trailer.`,
    }
  },
}
export default rule
