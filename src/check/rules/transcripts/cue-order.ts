import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/cue-order',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Cues go forward in time',
  why: 'Apps that run the transcript with the sound jump back, or never show such a cue.',
  specs: [
    'https://www.w3.org/TR/webvtt1/#webvtt-file-using-only-nested-cues',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { apple: 'ignores', podcastindex: 'ignores' },
  covers: ['tr-vtt-valid'],
  example: {
    bad: {
      '001.vtt': 'WEBVTT\n\n00:04.000 --> 00:08.000\nLow water.\n\n00:00.000 --> 00:04.000\nHigh water.\n',
    },
    good: {
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n\n00:04.000 --> 00:08.000\nLow water.\n',
    },
  },
  checkItem: eachTranscriptProblem(['not-ascending', 'start-not-before-end'], ({ kind }) =>
    kind === 'not-ascending'
      ? {
          message: 'this cue begins before the one above it',
          help: 'Correct its time, or move it to where it belongs.',
        }
      : {
          message: 'this cue does not end after it begins',
          help: 'Correct one of its two times.',
        },
  ),
}
export default rule
