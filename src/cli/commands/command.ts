import type { Command } from 'commander'
import type { ExitCode, Io } from '../io.ts'

export type Run = (io: Io) => Promise<ExitCode>

export type Start = (run: Run) => Promise<void>

export interface CommandDefinition {
  readonly name: string
  /** Declares arguments and options, and says what to run; the work itself is imported only then. */
  readonly define: (program: Command, start: Start) => void
}

/** Of an option that can be written several times, all values. */
export const repeated = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
]
