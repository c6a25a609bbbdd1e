import { transcriptCharacters, transcriptCues, transcriptLines, transcriptProblems } from '../limits.ts'
import type { TranscriptType } from '../model.ts'
import { hasMoreLines, linesOf } from '../syntax/lines.ts'
import { readTranscriptHtml } from './html.ts'
import { readTranscriptJson } from './json.ts'
import type { TranscriptProblem, TranscriptReading } from './problem.ts'
import { readSrt } from './srt.ts'
import { hasArrow, parseTiming } from './timing.ts'
import { readVtt } from './vtt.ts'

export type { TranscriptProblem, TranscriptProblemKind, TranscriptReading } from './problem.ts'

const TYPES_BY_EXTENSION: Readonly<Record<string, TranscriptType>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
}

/** Reads a transcript by its content. `name` decides only where the content leaves it open, and must agree otherwise. */
export function readTranscript(name: string, text: string): TranscriptReading {
  const promised = TYPES_BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  const type = typeOf(text, promised)
  const front = frontProblems(text, type, promised)
  if (front.some(({ kind }) => kind === 'empty' || kind === 'too-large'))
    return { type, cues: [], problems: front }
  const reading = READERS[type](text)
  if (reading.cues.length > transcriptCues) return { type, cues: [], problems: [tooLarge('cues')] }
  const problems = [...front, ...reading.problems].sort((a, b) => a.line - b.line)
  return { ...reading, problems: problems.slice(0, transcriptProblems) }
}

/** `value`: of what there is too much. */
const tooLarge = (value: 'characters' | 'lines' | 'cues'): TranscriptProblem => ({
  kind: 'too-large',
  line: 1,
  value,
})

const readPlain = (text: string): TranscriptReading => ({
  type: 'text/plain',
  cues: [],
  text: linesOf(text).join('\n').trim(),
  problems: [],
})

const READERS: Readonly<Record<TranscriptType, (text: string) => TranscriptReading>> = {
  'text/vtt': readVtt,
  'application/x-subrip': readSrt,
  'application/json': readTranscriptJson,
  'text/html': readTranscriptHtml,
  'text/plain': readPlain,
}

function frontProblems(
  text: string,
  type: TranscriptType,
  promised: TranscriptType | undefined,
): readonly TranscriptProblem[] {
  if (text.length > transcriptCharacters) return [tooLarge('characters')]
  if (hasMoreLines(text, transcriptLines)) return [tooLarge('lines')]
  if (text.trim() === '') return [{ kind: 'empty', line: 1 }]
  if (promised === undefined || promised === type) return []
  return [{ kind: 'name-disagrees', line: 1, value: promised }]
}

const HEAD_UNITS = 4096

/** By the first characters. A broken file stays what its name promises, so that its faults are the ones reported. */
function typeOf(text: string, promised: TranscriptType | undefined): TranscriptType {
  const head = text.slice(0, HEAD_UNITS).replace(/^\ufeff/, '')
  const start = head.trimStart()
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'text/vtt'
  if (/^(?:\{|\[\s*[{\]])/.test(start)) return 'application/json'
  if (/^<(?:[a-z][a-z0-9]*[\s>/]|!--|!doctype)/i.test(start)) return 'text/html'
  if (promised === 'application/json' || promised === 'text/html') return promised
  return captionType(linesOf(head), promised)
}

/** Timing lines with commas are SRT's, with full stops WebVTT's without its header, unless the name says otherwise. */
function captionType(lines: readonly string[], promised: TranscriptType | undefined): TranscriptType {
  const timing = lines.find(line => hasArrow(line) && parseTiming(line, ','))
  if (promised === 'text/vtt' || promised === 'application/x-subrip') return promised
  if (timing === undefined) return 'text/plain'
  return timing.includes(',') ? 'application/x-subrip' : 'text/vtt'
}
