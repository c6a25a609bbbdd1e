import type { Command } from 'commander'
import type { ExitCode, Io } from '../io.ts'

/** `commands`: all that there are. */
export type Run = (io: Io, commands: readonly CommandDefinition[]) => Promise<ExitCode>

export type Start = (run: Run) => Promise<void>

export interface CommandDefinition {
  readonly name: string
  /** Words of other programs for what it does: who writes one of them is told of it. */
  readonly synonyms?: readonly string[]
  /** Declares arguments and options, and says what to run; the work itself is imported only then. */
  readonly define: (program: Command, start: Start) => void
}

/** Of an option that can be written several times, all values. */
export const repeated = (value: string, earlier: readonly string[] = []): readonly string[] => [
  ...earlier,
  value,
]

/** A folder that is called as a command is, as a show is named on the command line: `./build`. */
export const notACommand = (folder: string, commands: readonly CommandDefinition[]): string =>
  commands.some(({ name }) => name === folder) ? `./${folder}` : folder
