import { hoursText } from '../../../units/earlier-times.ts'
import { formatTimestamp, momentsBeside } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { hoursLate } from '../../whole-hours.ts'
import { cuePlace, eachTranscript, fileName } from './transcript-findings.ts'

/** Seconds: the last cue is often left on the screen for a moment. */
const tolerance = 5

const rule: Rule = {
  id: 'transcripts/within-duration',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A transcript ends with its episode',
  why: 'One that goes on belongs to another cut or another episode, and every word of it is shown at the wrong time.',
  specs: [],
  covers: ['tr-within-duration'],
  example: {
    bad: {
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n\n01:30.000 --> 01:40.000\nLow water.\n',
    },
    good: {
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n\n00:06.000 --> 00:09.000\nLow water.\n',
    },
  },
  checkItem: eachTranscript(function* (transcript, { recording: { audio } }) {
    if (audio === undefined) return
    const { duration } = audio.facts
    const limit = duration + tolerance
    const late = transcript.cues.filter(({ start, end }) => (end ?? start) > limit)
    const [first] = late
    if (first === undefined) return
    const hours = hoursLate(transcript.cues, duration, tolerance)
    if (hours !== undefined) {
      const much = hoursText(hours)
      yield {
        place: cuePlace(transcript, first),
        message: `the words of ${fileName(transcript)} begin at ${formatTimestamp(transcript.cues[0]!.start)}, and the episode ends at ${momentsBeside(duration, transcript.cues[0]!.start)(duration)}: all times are ${much} too late, as where an editor counts from 01:00:00`,
        help: `Export it with times that begin at 0, or take ${much} from every time.`,
        fix: transcript.textFile?.earlier(hours),
      }
      return
    }
    const end = first.end ?? first.start
    const shown = momentsBeside(duration, end)
    const others = late.length === 1 ? '' : ` (and ${late.length - 1} more like it)`
    yield {
      place: cuePlace(transcript, first),
      message: `the transcript goes on to ${shown(end)}, but the episode ends at ${shown(duration)}${others}, so it is probably of another recording`,
      help: `Check that ${fileName(transcript)} is the transcript of this recording, and not of an earlier cut.`,
    }
  }),
}
export default rule
