import type { Cue } from '../../model.ts'
import type { TranscriptProblem } from './problem.ts'

/** Cues may overlap, but begin in order and end after they begin. */
export function orderProblems(cues: readonly Cue[]): TranscriptProblem[] {
  return cues.flatMap((cue, index): TranscriptProblem[] => {
    const line = cue.line ?? 1
    const previous = cues[index - 1]
    // Voices that share a cue share its fault.
    if (previous && previous.line === cue.line) return []
    const backwards = previous !== undefined && cue.start < previous.start
    const empty = cue.end !== undefined && cue.start >= cue.end
    return [
      ...(backwards ? [{ kind: 'not-ascending', line } as const] : []),
      ...(empty ? [{ kind: 'start-not-before-end', line } as const] : []),
    ]
  })
}
