import type { Rule } from '../../evidence.ts'
import { eachTranscript } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/captions',
  scope: 'item',
  title: 'Captions have times',
  why: 'With `rel: captions` apps expect to run it with the sound.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md'],
  askedBy: { podcastindex: 'advises' },
  covers: ['tr-captions'],
  example: {
    bad: {
      '001.txt': 'High water.\n',
      '001.md': 'transcripts: [{ file: 001.txt, rel: captions }]',
    },
    good: {
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n',
      '001.md': 'transcripts: [{ file: 001.vtt, rel: captions }]',
    },
  },
  checkItem: eachTranscript(function* ({ rel, cues, path, type, at, problems }) {
    if (rel === undefined || cues.length > 0) return
    // What could not be read has been reported; what is elsewhere is not read, and only plain text cannot have times.
    if (problems.length > 0 || (path === undefined && type !== 'text/plain')) return
    yield {
      place: at('rel'),
      message:
        'this transcript is marked as captions (`rel`), which run along with the sound, but it has no times, so apps cannot do that',
      help: 'Remove `rel`, or name a WebVTT file (.vtt), which has a time for every sentence.',
    }
  }),
}
export default rule
