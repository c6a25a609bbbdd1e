import type { Transcript } from '../../model.ts'
import type { TranscriptProblem, TranscriptProblemKind } from '../../project.ts'

export type { TranscriptProblem, TranscriptProblemKind }

export interface TranscriptReading extends Transcript {
  /** By line; at most 200. */
  readonly problems: readonly TranscriptProblem[]
}
