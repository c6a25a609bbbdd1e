import type { TranscriptProblem } from '../../../measured.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/cue-form',
  always: 'advice',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Everything in a transcript belongs to a cue',
  why: 'What stands between the cues is shown nowhere, and usually a slip of an editor.',
  specs: [
    'https://www.w3.org/TR/webvtt1/#syntax',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  example: {
    bad: { '001.vtt': 'WEBVTT\n\nHigh water.\n\n00:04.000 --> 00:08.000\nLow water.\n' },
    good: {
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n\n00:04.000 --> 00:08.000\nLow water.\n',
    },
  },
  checkItem: eachTranscriptProblem(
    ['empty-cue', 'number-out-of-order', 'blank-line-in-cue', 'stray-text', 'unknown-key'],
    problem => ({ message: messageOf(problem), help: helpOf(problem) }),
  ),
}
export default rule

const messageOf = ({ kind, value = '' }: TranscriptProblem): string => {
  switch (kind) {
    case 'empty-cue':
      return 'this cue has no text'
    case 'number-out-of-order':
      return `the number of this cue is ${value}, which does not follow the one before`
    case 'blank-line-in-cue':
      return 'there is a blank line within this cue, where many readers end it'
    case 'unknown-key':
      return `"${value}" is not a key that is known in a segment`
    default:
      return `"${value}" belongs to no cue`
  }
}

const helpOf = ({ kind }: TranscriptProblem): string => {
  switch (kind) {
    case 'empty-cue':
      return 'Write what is said, or remove it.'
    case 'number-out-of-order':
      return 'Count the cues from 1.'
    case 'blank-line-in-cue':
      return 'Remove the blank line.'
    case 'unknown-key':
      return 'Remove it; a segment has `startTime`, `endTime`, `speaker` and `body`.'
    default:
      return 'Write its times in the line above it, or remove it.'
  }
}
