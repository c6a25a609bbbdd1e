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
  checkItem: eachTranscriptProblem(['not-ascending', 'start-not-before-end'], ({ kind, value }) =>
    kind === 'not-ascending'
      ? {
          message: `the words at ${value} come after words that are spoken later, so apps show them at the wrong moment or not at all`,
          help: 'Correct the time, or move these words above those that are spoken later.',
        }
      : {
          message: `the words at ${value} do not end after they begin, so apps never show them`,
          help: 'Correct one of the two times.',
        },
  ),
}
export default rule
