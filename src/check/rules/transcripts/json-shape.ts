import type { TranscriptProblem } from '../../../measured.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/json-shape',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A JSON transcript keeps to the format of the podcast namespace',
  why: 'Other JSON, such as what a speech recogniser writes, is read by no app.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['tr-json-valid'],
  example: {
    bad: { '001.json': '{ "segments": [{ "startTime": 0, "endTime": 4, "body": "High water." }] }\n' },
    good: {
      '001.json':
        '{ "version": "1.0.0", "segments": [\n  { "startTime": 0, "endTime": 4, "body": "High water." }\n] }\n',
    },
  },
  checkItem: eachTranscriptProblem(
    [
      'invalid-json',
      'not-an-object',
      'missing-version',
      'wrong-version',
      'no-segments',
      'missing-key',
      'wrong-type',
      'number-as-text',
    ],
    problem => ({ message: messageOf(problem), help: helpOf(problem) }),
    ['application/json'],
  ),
}
export default rule

const messageOf = ({ kind, value = '' }: TranscriptProblem): string => {
  switch (kind) {
    case 'invalid-json':
      return 'the transcript is not valid JSON from here on, so apps cannot show it'
    case 'not-an-object':
      return 'this is not a transcript in JSON (a version and a list of segments), so apps cannot show it'
    case 'missing-version':
      return 'the transcript has no `version`, so apps that check it refuse the whole transcript'
    case 'wrong-version':
      return `the version is ${value}, but apps know only 1.0.0, so they may refuse the transcript`
    case 'no-segments':
      return 'the transcript has no list of `segments`, so there is nothing to read in it'
    case 'missing-key':
      return `this segment has no \`${value}\`, so apps cannot show it`
    case 'number-as-text':
      return `\`${value}\` is in quotes, and apps read only a plain number of seconds`
    default:
      return `\`${value}\` is not written as apps read it`
  }
}

const helpOf = ({ kind }: TranscriptProblem): string => {
  switch (kind) {
    case 'invalid-json':
      return 'Correct it here, or export the file again.'
    case 'missing-version':
      return 'Write `"version": "1.0.0",` right after the first `{`.'
    case 'wrong-version':
      return 'Write `"version": "1.0.0"`.'
    case 'number-as-text':
      return 'Write the seconds without quotes, such as `95.5`.'
    default:
      return 'Write segments such as `{ "startTime": 0, "endTime": 4.2, "speaker": "Ada", "body": "…" }`.'
  }
}
