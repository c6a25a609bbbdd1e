import type { TranscriptProblem, TranscriptProblemKind } from '../measured.ts'
import type { Transcript } from '../model.ts'

export type { TranscriptProblem, TranscriptProblemKind }

export interface TranscriptReading extends Transcript {
  /** By line; at most 200. */
  readonly problems: readonly TranscriptProblem[]
}
