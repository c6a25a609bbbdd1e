/** SubRip, as https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md asks for it. */

import { transcriptCues, transcriptProblems } from '../limits.ts'
import type { Cue } from '../model.ts'
import { beginning, linesOf } from '../syntax/lines.ts'
import { orderProblems } from './order.ts'
import type { TranscriptProblem, TranscriptReading } from './problem.ts'
import { splitSpeaker } from './speaker.ts'
import { hasArrow, parseTiming, type Timing } from './timing.ts'
import type { Voice } from './vtt-text.ts'

/** Markup that players know, and the position that Aegisub writes in braces. */
const MARKUP = /<\/?(?:b|i|u|s|font|span|c|v)(?:[ .\t][^<>]{0,200})?>|\{\\[^{}]{0,200}\}/gi
const NUMBER = /^\s*(\d{1,9})\s*$/

export function readSrt(text: string): TranscriptReading {
  const lines = linesOf(text)
  const timings = lines.flatMap((line, at) => (hasArrow(line) ? [at] : []))
  const problems: TranscriptProblem[] = strayBefore(lines, timings[0] ?? lines.length)
  let expected: number | undefined
  const cues: Cue[] = []
  for (const [index, at] of timings.entries()) {
    const number = numberAbove(lines, at, timings[index - 1])
    const reading = readCue(lines, at, endOfCue(lines, timings[index + 1]))
    for (const cue of reading.cues) cues.push(cue)
    if (problems.length < transcriptProblems)
      problems.push(...numberProblems(number, expected, at), ...reading.problems)
    expected = (number ?? expected ?? index + 1) + 1
    if (cues.length > transcriptCues) break
  }
  return { type: 'application/x-subrip', cues, problems: [...problems, ...orderProblems(cues)] }
}

/** The number stands alone on the line above, and that line is no timing line's text. */
function numberAbove(lines: readonly string[], at: number, previousTiming = -1): number | undefined {
  if (at - 1 <= previousTiming) return undefined
  const [, digits] = NUMBER.exec(lines[at - 1] ?? '') ?? []
  return digits === undefined ? undefined : Number(digits)
}

function numberProblems(
  number: number | undefined,
  expected: number | undefined,
  at: number,
): TranscriptProblem[] {
  if (number === undefined) return [{ kind: 'missing-number', line: at + 1 }]
  // Counting from zero is as common as from one.
  if (expected === undefined ? number <= 1 : number === expected) return []
  return [{ kind: 'number-out-of-order', line: at, value: String(number) }]
}

/** A cue goes on to the number of the next one: blank lines within do not end it. */
function endOfCue(lines: readonly string[], nextTiming: number | undefined): number {
  if (nextTiming === undefined) return lines.length
  return NUMBER.test(lines[nextTiming - 1] ?? '') ? nextTiming - 1 : nextTiming
}

function strayBefore(lines: readonly string[], firstTiming: number): TranscriptProblem[] {
  const at = lines.findIndex(line => line.trim() !== '')
  const isStray = at >= 0 && at < firstTiming && !(at === firstTiming - 1 && NUMBER.test(lines[at]!))
  return isStray ? [{ kind: 'stray-text', line: at + 1, value: beginning(lines[at]!) }] : []
}

interface CueReading {
  readonly cues: readonly Cue[]
  readonly problems: readonly TranscriptProblem[]
}

function readCue(lines: readonly string[], at: number, end: number): CueReading {
  const line = at + 1
  const timing = parseTiming(lines[at]!, ',')
  if (!timing) return { cues: [], problems: [{ kind: 'bad-timing', line, value: beginning(lines[at]!) }] }
  const { spoken, blankAt } = cueText(lines, line, end)
  const voices = voicesOf(spoken)
  return {
    cues: voices.map(voice => ({ start: timing.start, end: timing.end, ...voice, line })),
    problems: [
      ...timingProblems(timing, lines[at]!, line),
      ...(blankAt === undefined ? [] : [{ kind: 'blank-line-in-cue', line: blankAt + 1 } as const]),
      ...(voices.length ? [] : [{ kind: 'empty-cue', line } as const]),
    ],
  }
}

function timingProblems({ form }: Timing, text: string, line: number): TranscriptProblem[] {
  if (form === 'strict') return []
  return [{ kind: form === 'loose' ? 'bad-timing' : 'dot-in-time', line, value: beginning(text) }]
}

/** The lines with something on them, and the first blank line between two of these. */
function cueText(
  lines: readonly string[],
  from: number,
  end: number,
): { spoken: string[]; blankAt?: number } {
  const spoken: string[] = []
  let blank: number | undefined
  let blankAt: number | undefined
  for (let at = from; at < end; at += 1) {
    const text = lines[at]!.replace(MARKUP, '').trim()
    if (text) {
      blankAt ??= blank
      spoken.push(text)
    } else if (spoken.length && lines[at]!.trim() === '') blank ??= at
  }
  return blankAt === undefined ? { spoken } : { spoken, blankAt }
}

/** A line that names another speaker begins another voice within the cue. */
function voicesOf(lines: readonly string[]): Voice[] {
  const voices: Voice[] = []
  for (const line of lines.map(splitSpeaker)) {
    const last = voices.at(-1)
    if (!last || line.speaker !== undefined) voices.push(line)
    else voices[voices.length - 1] = { ...last, text: `${last.text}\n${line.text}` }
  }
  return voices
}
