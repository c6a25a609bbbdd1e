import { hoursText } from '../../../units/earlier-times.ts'
import { formatTimestamp, momentsBeside } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { hoursLate } from '../../whole-hours.ts'
import { eachChapters, listName, nameOf } from './chapter-findings.ts'

/** Seconds: programs round the end of the last chapter. */
const tolerance = 1

const rule: Rule = {
  id: 'chapters/within-duration',
  always: 'noticed',
  scope: 'item',
  title: 'Chapters begin and end within the episode',
  why: 'A chapter behind the end cannot be played; the times probably belong to another cut.',
  specs: [],
  covers: ['ch-json-within'],
  example: {
    bad: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "12:08 Farewell"]' },
    good: { '001.md': 'chapters: ["00:00 Intro", "0:03 The letter", "0:08 Farewell"]' },
  },
  checkItem: eachChapters(function* (list, { recording: { audio } }) {
    if (audio === undefined) return
    const { duration } = audio.facts
    const { chapters, at } = list
    const hours = hoursLate(chapters, duration, tolerance)
    if (hours !== undefined) {
      const much = hoursText(hours)
      yield {
        place: at(0, 'start'),
        message: `the chapters of ${listName(list)} begin at ${formatTimestamp(chapters[0]!.start)}, and the episode ends at ${momentsBeside(duration, chapters[0]!.start)(duration)}: all times are ${much} too late, as where an editor counts from 01:00:00`,
        help: `Export them with times that begin at 0, or take ${much} from every time.`,
        fix: list.textFile?.earlier(hours),
      }
      return
    }
    for (const [index, chapter] of chapters.entries()) {
      // The lock keeps whole seconds only.
      if (chapter.start >= (audio.from === 'disk' ? duration : duration + tolerance)) {
        const shown = momentsBeside(duration, chapter.start)
        yield {
          place: at(index, 'start'),
          message: `the chapter ${nameOf(chapter, shown)} begins when the episode is over (${shown(duration)}), so nobody can play it`,
          help: 'Correct the time, or check that the episode has the right recording.',
        }
      } else if (chapter.end !== undefined && chapter.end > duration + tolerance) {
        const shown = momentsBeside(duration, chapter.end)
        yield {
          place: at(index, 'end'),
          message: `the chapter ${nameOf(chapter, shown)} ends at ${shown(chapter.end)}, after the episode itself (${shown(duration)})`,
          help: 'Correct the end, or leave it out: the last chapter lasts until the end.',
        }
      }
    }
  }),
}
export default rule
