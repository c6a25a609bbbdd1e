import { formatTimestamp } from '../../../units/timestamp.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscript, endOfWords, fileName } from './transcript-findings.ts'

/** Music and sounds at the end have no words: only what goes far beyond them is told. */
const leastShare = 1 / 2
/** Seconds. */
const leastMissing = 60

const rule: Rule = {
  id: 'transcripts/coverage',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A transcript goes on as long as its episode',
  why: 'One that ends before half of the recording is usually an export that broke off, or the transcript of something else; whoever reads along is left alone.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md'],
  example: {
    bad: { '001.mp3': '!mp3 120', '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nHigh water.\n' },
    good: { '001.mp3': '!mp3 120', '001.vtt': 'WEBVTT\n\n00:00.000 --> 01:55.000\nHigh water.\n' },
  },
  checkItem: eachTranscript(function* (transcript, { recording: { audio } }) {
    const end = endOfWords(transcript)
    if (audio === undefined || end === undefined) return
    const { duration } = audio.facts
    if (end >= duration * leastShare || duration - end < leastMissing) return
    yield {
      place: transcript.place,
      message: `${fileName(transcript)} stops at ${formatTimestamp(end)}, but the episode runs to ${formatTimestamp(duration)}, so the rest cannot be read`,
      help: 'Check that it belongs to this recording, then export the whole transcript again.',
    }
  }),
}
export default rule
