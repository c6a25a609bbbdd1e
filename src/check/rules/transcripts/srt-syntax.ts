import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/srt-syntax',
  scope: 'item',
  inFeeds: 'measured',
  title: 'SRT keeps to its syntax',
  why: 'Readers of SRT are simple: a cue without its number, or with a full stop in its times, is skipped, or ends the reading.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { apple: 'ignores', podcastindex: 'ignores' },
  covers: ['tr-srt-valid'],
  example: {
    bad: { '001.srt': '1\n00:00:00.000 --> 00:00:04.000\nHigh water.\n' },
    good: { '001.srt': '1\n00:00:00,000 --> 00:00:04,000\nHigh water.\n' },
  },
  checkItem: eachTranscriptProblem(
    ['bad-timing', 'dot-in-time', 'missing-number'],
    ({ kind, value = '' }) => {
      switch (kind) {
        case 'missing-number':
          return {
            message: 'there is no number above these times, so some apps skip what is said here',
            help: 'Write a number on the line above: 1 for the first times in the file, then 2, and so on.',
          }
        case 'dot-in-time':
          return {
            message:
              'SRT has a comma before the milliseconds, not a full stop, so some apps skip what is said here',
            help: `Write \`${value.replace(/\.(?=\d{3}\b)/g, ',')}\`.`,
          }
        default:
          return {
            message: `"${value}" is not a pair of times, so apps skip what is said here`,
            help: 'Write `00:00:01,000 --> 00:00:04,000`: two digits each, and three for the milliseconds.',
          }
      }
    },
    ['application/x-subrip'],
  ),
}
export default rule
