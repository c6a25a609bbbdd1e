import { transcriptProblems } from '../limits.ts'
import type { Cue } from '../model.ts'
import { formatNpt } from '../units/timestamp.ts'
import type { TranscriptProblem } from './problem.ts'

/** Cues may overlap, but begin in order and end after they begin. */
export function orderProblems(cues: readonly Cue[]): TranscriptProblem[] {
  const problems: TranscriptProblem[] = []
  for (const [index, cue] of cues.entries()) {
    const line = cue.line ?? 1
    const previous = cues[index - 1]
    // Voices that share a cue share its fault.
    if (previous && previous.line === cue.line) continue
    if (previous !== undefined && cue.start < previous.start)
      problems.push({ kind: 'not-ascending', line, value: formatNpt(cue.start) })
    if (cue.end !== undefined && cue.start >= cue.end)
      problems.push({ kind: 'start-not-before-end', line, value: formatNpt(cue.start) })
    if (problems.length >= transcriptProblems) break
  }
  return problems
}
