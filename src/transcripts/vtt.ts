/** WebVTT: https://www.w3.org/TR/webvtt1/#file-parsing, and leniently where that drops a cue. */

import { transcriptCues, transcriptProblems } from '../limits.ts'
import type { Cue } from '../model.ts'
import { beginning, linesOf } from '../syntax/lines.ts'
import { orderProblems } from './order.ts'
import type { TranscriptProblem, TranscriptReading } from './problem.ts'
import { hasArrow, parseTiming, type Timing } from './timing.ts'
import { voicesOf } from './vtt-text.ts'

const HEADER = /^WEBVTT(?:[ \t]|$)/

export function readVtt(text: string): TranscriptReading {
  const lines = linesOf(text)
  const hasHeader = HEADER.test(lines[0] ?? '')
  const problems: TranscriptProblem[] = hasHeader
    ? []
    : [{ kind: 'no-header', line: 1, value: beginning(lines[0] ?? '') }]
  const cues: Cue[] = []
  for (const block of blocksOf(lines, hasHeader ? afterHeader(lines) : 0)) {
    const reading = readBlock(block)
    for (const cue of reading.cues) cues.push(cue)
    if (problems.length < transcriptProblems) problems.push(...reading.problems)
    if (cues.length > transcriptCues) break
  }
  return { type: 'text/vtt', cues, problems: [...problems, ...orderProblems(cues)] }
}

/** The header's own lines end at a blank line, or where the first cue begins without one. */
function afterHeader(lines: readonly string[]): number {
  let at = 1
  while (at < lines.length && lines[at] !== '' && !hasArrow(lines[at]!)) at += 1
  return at
}

interface Block {
  readonly lines: readonly string[]
  /** Of the first, from 1. */
  readonly line: number
}

/** Parted by blank lines; a further timing line begins a new block without one. */
function* blocksOf(lines: readonly string[], from: number): Iterable<Block> {
  let start = from
  const block = (end: number): readonly Block[] =>
    end > start ? [{ lines: lines.slice(start, end), line: start + 1 }] : []
  for (let at = from; at < lines.length; at += 1) {
    if (lines[at] === '') {
      yield* block(at)
      start = at + 1
    } else if (hasArrow(lines[at]!) && at > start && (at > start + 1 || hasArrow(lines[start]!))) {
      yield* block(at)
      start = at
    }
  }
  yield* block(lines.length)
}

interface BlockReading {
  readonly cues: readonly Cue[]
  readonly problems: readonly TranscriptProblem[]
}

function readBlock({ lines, line }: Block): BlockReading {
  const at = lines.slice(0, 2).findIndex(hasArrow)
  if (at < 0) return isNoCue(lines[0]!) ? { cues: [], problems: [] } : stray(lines[0]!, line)
  const timing = parseTiming(lines[at]!, '.')
  const place = line + at
  if (!timing)
    return { cues: [], problems: [{ kind: 'bad-timing', line: place, value: beginning(lines[at]!) }] }
  const voices = voicesOf(lines.slice(at + 1).join('\n'))
  const cues = voices.map(voice => ({ start: timing.start, end: timing.end, ...voice, line: place }))
  const problems = timingProblems(timing, lines[at]!, place)
  return { cues, problems: voices.length ? problems : [...problems, { kind: 'empty-cue', line: place }] }
}

const isNoCue = (line: string): boolean => /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/.test(line)

const stray = (line: string, place: number): BlockReading => ({
  cues: [],
  problems: [{ kind: 'stray-text', line: place, value: beginning(line) }],
})

function timingProblems({ form }: Timing, text: string, line: number): TranscriptProblem[] {
  if (form === 'strict') return []
  return [{ kind: form === 'loose' ? 'bad-timing' : 'comma-in-time', line, value: beginning(text) }]
}
