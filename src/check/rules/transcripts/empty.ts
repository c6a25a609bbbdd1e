import {
  jsonValues,
  transcriptCharacters,
  transcriptCues,
  transcriptFileBytes,
  transcriptLines,
} from '../../../limits.ts'
import { bytesText } from '../../../units/amount.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscriptProblem, fileName } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/empty',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A transcript holds text',
  why: 'Apps would offer a transcript, and show nothing.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md'],
  askedBy: { podcastindex: 'ignores', apple: 'ignores' },
  example: {
    bad: { '001.vtt': '\n' },
    good: { '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n' },
  },
  checkItem: eachTranscriptProblem(['empty', 'too-large'], ({ kind, value }, transcript) => ({
    message:
      kind === 'empty'
        ? `${fileName(transcript)} is empty, so apps offer a transcript with nothing to read in it`
        : `the transcript has more than ${mostOf(value)}, far more than anybody can say in an episode, and is not read`,
    help:
      kind === 'empty'
        ? 'Remove the file, or export the transcript again.'
        : 'Check that this is the right file, and export it again.',
  })),
}
export default rule

const mostOf = (what: string | undefined): string => {
  const counts: Readonly<Record<string, number>> = {
    lines: transcriptLines,
    cues: transcriptCues,
    values: jsonValues,
    characters: transcriptCharacters,
  }
  const count = what === undefined ? undefined : counts[what]
  return count === undefined ? bytesText(transcriptFileBytes) : `${count.toLocaleString('en')} ${what}`
}
