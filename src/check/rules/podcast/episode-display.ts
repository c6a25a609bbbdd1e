import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/episode-display',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['episode'],
  title: 'What is shown in place of a number comes with the number',
  why: 'The tag podcast:episode holds the number, by which apps sort, and carries the words beside it; without the number there is no tag for them.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/episode.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-podcast-season-name'],
  example: {
    bad: { '001.md': '- episode\nepisodeDisplay: Interlude' },
    good: { '001.md': 'episode: 1.5\nepisodeDisplay: Interlude' },
    sameFeed: { '001.md': '- episode' },
  },
  *checkItem({ entry }) {
    if (entry.meta.episodeDisplay === undefined || !saysNothing(entry.raw.episode)) return
    yield {
      place: entry.at('episodeDisplay'),
      message: `${entry.words.name('episodeDisplay')} is "${entry.meta.episodeDisplay}", which is not published without a number, because apps sort by the number`,
      help: `Add ${entry.words.line('episode', 4.5)}(a place between 4 and 5), or the number that fits.`,
    }
  },
}
export default rule
