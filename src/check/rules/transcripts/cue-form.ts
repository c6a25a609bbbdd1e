import type { TranscriptProblem } from '../../../measured.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/cue-form',
  always: 'advice',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Everything in a transcript belongs to a cue',
  why: 'Text between the cues is shown nowhere, and is usually a slip of an editor.',
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
      return 'there is a time here and no words, so apps show an empty line'
    case 'number-out-of-order':
      return `this part of the transcript has the number ${value}, which does not follow the one before, so some apps stop reading there`
    case 'blank-line-in-cue':
      return 'there is a blank line between these words, where many apps leave out the rest'
    case 'unknown-key':
      return `there is no field "${value}" in a segment, so its value is ignored`
    default:
      return `"${value}" has no time, so no app shows it`
  }
}

const helpOf = ({ kind }: TranscriptProblem): string => {
  switch (kind) {
    case 'empty-cue':
      return 'Write what is said there, or remove the line with the time.'
    case 'number-out-of-order':
      return 'Number the parts from 1, one after the other.'
    case 'blank-line-in-cue':
      return 'Remove the blank line.'
    case 'unknown-key':
      return 'Remove it; a segment has `startTime`, `endTime`, `speaker` and `body`.'
    default:
      return 'Write in the line above it when it is said, such as `00:00:01.000 --> 00:00:04.000`, or remove it.'
  }
}
