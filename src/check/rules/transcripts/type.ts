import type { TranscriptType } from '../../../model.ts'
import { canParseUrl } from '../../../units/can-parse-url.ts'
import type { Rule } from '../../evidence.ts'
import { eachTranscript, fileName, typeName } from './transcript-findings.ts'

const endings: Readonly<Record<TranscriptType, string>> = {
  'text/vtt': '.vtt',
  'application/x-subrip': '.srt',
  'application/json': '.json',
  'text/html': '.html',
  'text/plain': '.txt',
}

const rule: Rule = {
  id: 'transcripts/type',
  scope: 'item',
  title: 'The name and the type of a transcript agree with what it is',
  why: 'Apps choose by the type and read by it; Apple drops a transcript whose type it does not know.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md'],
  askedBy: { apple: 'ignores', podcastindex: 'ignores', psp1: 'requires' },
  covers: ['tr-attrs', 'tr-type-values', 'tr-type-matches'],
  example: {
    bad: {
      '001.vtt': '1\n00:00:00,000 --> 00:00:04,000\nHigh water.\n',
      '001.srt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n',
    },
    good: { '001.srt': '1\n00:00:00,000 --> 00:00:04,000\nHigh water.\n' },
  },
  checkItem: eachTranscript(function* (transcript) {
    const { type, writtenType, url, place, at, problems } = transcript
    if (type === undefined) {
      yield {
        place,
        message: 'the name of this transcript does not show its type, and no app reads one without a type',
        help: 'Add its type, such as `{ url: …, type: text/vtt }`.',
      }
      return
    }
    const wrongName = problems.find(({ kind }) => kind === 'name-disagrees')
    if (wrongName)
      yield {
        place: wrongName.place,
        message: `${fileName(transcript)} is really ${typeName(type)}, and Apple ignores a transcript whose name says something else`,
        help: `Rename it to \`${fileName(transcript).replace(/\.[^.]*$/, endings[type])}\`, or export it again.`,
      }
    else if (url === undefined && writtenType !== undefined && writtenType !== type)
      yield {
        place: at('type'),
        message: `the type is "${writtenType}", but the file is ${typeName(type)}, so apps may fail to read it`,
        help: 'Remove the line: build-feed sees the type from the file.',
      }
    else if (url !== undefined && contradicts(url, type))
      yield {
        place: at('type'),
        message: `the address of this transcript ends in "${endingOf(url)}", and its type is that of ${typeName(type)}; Apple ignores a transcript of the wrong type`,
        help: `Write the type of what is served there; if it is ${typeName(type)}, rename the file to \`${fileName(
          transcript,
        )
          .replace(/[?#].*$/, '')
          .replace(/\.[^.]*$/, endings[type])}\`.`,
      }
  }),
}
export default rule

/** Only what is surely another format: a page or a text may be served under any name. */
const TIMED = ['.vtt', '.srt']

const contradicts = (url: string, type: TranscriptType): boolean => {
  const ending = endingOf(url)
  return TIMED.includes(ending) && endings[type] !== ending
}

const endingOf = (url: string): string =>
  canParseUrl(url) ? (/\.[^./]*$/.exec(new URL(url).pathname)?.[0].toLowerCase() ?? '') : ''
