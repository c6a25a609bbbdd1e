import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/vtt-syntax',
  scope: 'item',
  inFeeds: 'measured',
  title: 'WebVTT keeps to its syntax',
  why: 'Without its first line the whole file is refused, and a cue whose times are not as they should be is skipped.',
  specs: [
    'https://www.w3.org/TR/webvtt1/#syntax',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md',
  ],
  askedBy: { apple: 'ignores', podcastindex: 'ignores' },
  covers: ['tr-vtt-valid'],
  example: {
    bad: { '001.vtt': 'WEBVTT\n\n00:00,000 --> 00:04,000\nHigh water.\n' },
    good: { '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n' },
  },
  checkItem: eachTranscriptProblem(
    ['no-header', 'bad-timing', 'comma-in-time'],
    ({ kind, value = '' }) => {
      switch (kind) {
        case 'no-header':
          return {
            message: `the first line is "${value}" and not WEBVTT, so apps refuse the whole transcript`,
            help: 'Write `WEBVTT` on the first line, and leave the second line empty.',
          }
        case 'comma-in-time':
          return {
            message:
              'WebVTT has a full stop before the milliseconds, not a comma, so apps skip what is said here',
            help: `Write \`${value.replace(/,(?=\d{3}\b)/g, '.')}\`.`,
          }
        default:
          return {
            message: `"${value}" is not a pair of times, so apps skip what is said here`,
            help: 'Write `00:00:01.000 --> 00:00:04.000`: two digits each, and three for the milliseconds.',
          }
      }
    },
    ['text/vtt'],
  ),
}
export default rule
