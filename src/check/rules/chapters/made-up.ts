import type { Finding } from '../../../diagnostic.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

/** Seconds: of a shorter episode Apple makes none, nor of a trailer. */
const LEAST = 600

const rule: Rule = {
  id: 'chapters/made-up',
  scope: 'item',
  // A feed does not show whether there are chapters in the audio.
  inFeeds: 'measured',
  looksAt: [],
  title: 'A long episode has chapters of its own',
  why: 'Apple Podcasts makes up chapters for an episode of ten minutes or more that has none (Apple’s page, read on 2026-11-23): listeners see titles that nobody of the show has written.',
  specs: ['https://podcasters.apple.com/support/5482'],
  askedBy: { apps: 'advises' },
  covers: ['ch-apple-auto'],
  example: {
    bad: { '001.mp3': '!mp3 620' },
    good: {
      '001.mp3': '!mp3 620',
      '001.md': 'chapters: ["00:00 Intro", "3:00 The letter", "8:00 Farewell"]',
    },
    sameFeed: { '001.mp3': '!mp3 620', '001.md': 'chapters: none' },
  },
  together: count => ({
    message: `${count} episodes of ten minutes or more have no chapters, so Apple Podcasts makes up titles of its own`,
    help: 'Write `chapters: ["00:00 Intro", "3:00 The letter", …]` or such lines in the notes; if Apple may choose, write `allow: chapters/made-up` in show.md.',
  }),
  checkItem: ifComplete(function* ({ episodeType, duration = 0 }, { entry, recording }): Iterable<Finding> {
    if (episodeType === 'trailer' || duration < LEAST || recording.audio?.from !== 'disk') return
    // Whoever wrote `none` has thought of it.
    if (recording.chapters.length > 0 || entry.raw.chapters !== undefined) return
    yield {
      place: entry.at('chapters', 'key'),
      message: `this episode is ${Math.floor(duration / 60)} minutes long and has no chapters, so Apple Podcasts makes up titles of its own`,
      help: 'Write `chapters: ["00:00 Intro", "3:00 The letter", …]` or such lines in the notes; if Apple may choose, write `chapters: none`.',
    }
  }),
}
export default rule
