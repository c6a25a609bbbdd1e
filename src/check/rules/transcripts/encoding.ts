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
        ? 'the transcript is saved as UTF-16, and apps read only UTF-8'
        : 'the transcript is not saved as UTF-8, so apps garble letters such as this one, or show no transcript at all',
    help: 'Open the file in a text editor, and save it with the encoding UTF-8.',
  })),
}
export default rule
