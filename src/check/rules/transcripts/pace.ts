import type { Cue } from '../../../model.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscript, endOfWords, fileName } from './transcript-findings.ts'

/** Words in a minute. People talk at 100 to 200, and hasty ones at 300. */
const most = 400
/** Fewer words are soon said. */
const leastWords = 50

const rule: Rule = {
  id: 'transcripts/pace',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'The words of a transcript can be said in its time',
  why: 'Where nobody can speak so fast, the times are wrong, or each line is written several times, as in captions that roll.',
  specs: [],
  example: {
    bad: { '001.vtt': `WEBVTT\n\n00:00.000 --> 00:04.000\n${'High water. '.repeat(30).trim()}\n` },
    good: { '001.vtt': `WEBVTT\n\n00:00.000 --> 00:04.000\n${'High water. '.repeat(4).trim()}\n` },
  },
  checkItem: eachTranscript(function* (transcript) {
    const { cues, place } = transcript
    const [first] = cues
    const end = endOfWords(transcript)
    if (first === undefined || end === undefined) return
    const words = wordsIn(cues)
    const seconds = end - first.start
    // What ends before it begins has been reported.
    if (words < leastWords || seconds <= 0) return
    const pace = Math.round((words / seconds) * 60)
    if (pace <= most) return
    yield {
      place,
      message: `${fileName(transcript)} has ${words.toLocaleString('en')} words in ${Math.round(seconds).toLocaleString('en')} seconds, ${pace.toLocaleString('en')} a minute, and nobody speaks faster than ${most}, so its times or its words must be wrong`,
      help: 'Check its times, and whether some lines are there more than once; then export it again.',
    }
  }),
}
export default rule

/** Between blanks. Writing without blanks has fewer, so that it is never blamed. */
const wordsIn = (cues: readonly Cue[]): number =>
  cues.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
