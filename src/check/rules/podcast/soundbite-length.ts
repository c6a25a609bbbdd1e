import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/soundbite-length',
  scope: 'item',
  looksAt: ['soundbites'],
  title: 'A soundbite lasts 15 to 120 seconds',
  why: 'Apps make previews and audiograms of it: a shorter one says nothing, a longer one is cut.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md'],
  askedBy: { podcastindex: 'advises' },
  covers: ['ep-soundbite'],
  example: {
    bad: { '001.md': 'soundbites: "0:02 +5"' },
    good: { '001.md': 'soundbites: "0:02 +20"', '001.mp3': '!mp3 30' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at } of writtenValues(one, 'soundbites')) {
      if (value.duration >= 15 && value.duration <= 120) continue
      yield {
        place: at('duration'),
        message: `the soundbite lasts ${value.duration} seconds, too ${value.duration < 15 ? 'short' : 'long'} for the preview that apps make of it`,
        help:
          value.duration < 15
            ? 'Make it at least 15 seconds long: a sentence or two more.'
            : 'Take the best minute of it.',
      }
    }
  }),
}
export default rule
