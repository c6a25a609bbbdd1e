import { formatClock } from '../../../units/duration.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/soundbite-inside',
  scope: 'item',
  looksAt: ['soundbites'],
  title: 'A soundbite is inside the recording',
  why: 'Apps play it as a preview, and have nothing to play behind the end.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/soundbite.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-soundbite'],
  example: {
    bad: { '001.md': 'soundbites: "5:12 +45 The storm"' },
    good: { '001.md': 'soundbites: "5:12 +45 The storm"', '001.mp3': '!mp3 400' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at, item } of writtenValues(one, 'soundbites')) {
      const length = item?.release?.episode.duration
      if (length === undefined || value.start + value.duration <= length + 1) continue
      yield {
        place: at('start'),
        message: `the soundbite runs from ${formatClock(value.start)} to ${formatClock(value.start + value.duration)}, and the recording ends at ${formatClock(length)}, so apps have nothing to play there`,
        help: 'Correct the times; `5:12 +45` begins at 5:12 and lasts 45 seconds.',
      }
    }
  }),
}
export default rule
