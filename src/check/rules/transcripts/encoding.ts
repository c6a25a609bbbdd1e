import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/encoding',
  always: 'broken',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Transcripts are in UTF-8',
  why: 'Apps read nothing else: accents come out as two strange characters, or the whole transcript is missing.',
  specs: [
    'https://www.w3.org/TR/webvtt1/#file-structure',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { podcastindex: 'ignores', apple: 'ignores' },
  example: {
    bad: { '001.vtt': '!latin1 WEBVTT\n\n00:00.000 --> 00:04.000\nMöwen\n' },
    good: { '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nMöwen\n' },
  },
  checkItem: eachTranscriptProblem(['encoding'], ({ value }) => ({
    message:
      value === 'utf-16'
        ? 'the transcript is in UTF-16, and UTF-8 was expected'
        : 'the transcript is not in UTF-8: here is a byte that is no character of it',
    help: 'Save the file as UTF-8.',
  })),
}
export default rule
