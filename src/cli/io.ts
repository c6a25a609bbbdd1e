/** The outside world, as an argument: tests give another one. */

import type { Readable, Writable } from 'node:stream'
import { ourName, spoken } from '../units/shell.ts'

export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The words that started the program, for hints, where it was npx or a script of npm. Default: its name. */
  readonly program?: string
  /** What was written behind them. Default: nothing. */
  readonly args?: readonly string[]
  /** What the program runs on, as far as its results may depend on it. */
  readonly runtime?: string
  /** The number of the user who runs the program; undefined where there is none, as on Windows. */
  readonly user?: number | undefined
  /** Artefacts and listings. */
  readonly stdout: Output
  /** Diagnostics and progress. */
  readonly stderr: Output
  /** The same for what a program reads, to which nothing is done on its way. Default: the two above. */
  readonly verbatim?: { readonly stdout: Output; readonly stderr: Output }
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Somebody who can be asked: stdin and stderr are a terminal. */
  readonly keyboard?: Keyboard
  /** All of it; undefined, and no more is read, when it has more bytes than that. */
  readonly stdin: (most: number) => Promise<Uint8Array | undefined>
  /** Asks the person at the terminal, who may leave it open: undefined then. Missing where nobody sits there. */
  readonly ask?: (question: string) => Promise<string | undefined>
  /** Aborted when somebody wants the program to end, with a `Stopped`. */
  readonly signal?: AbortSignal
  readonly process: { readonly id: number; readonly isRunning: (id: number) => boolean }
}

/** A hint as whoever started the program would type it. */
export const hint = (text: string, { program = ourName }: Pick<Io, 'program'>): string =>
  spoken(text, program)

export interface Keyboard {
  readonly input: Readable
  readonly output: Writable
}

export interface Output {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Characters in a line. */
  readonly width: number
}

/** Whether nobody is watching: every CI service sets it. */
export const isCi = ({ env }: Pick<Io, 'env'>): boolean => Boolean(env.CI) && env.CI !== 'false'

/** The user's mistake on the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Ctrl-C, or the end of a job: what is under way is left, and what it has not finished is as it was before. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly by: StopSignal

  constructor(by: StopSignal) {
    super(`stopped by ${by}`)
    this.by = by
  }
}

/** What shells give for a program that a signal ended: 128 and its number. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
export const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const
export type StopSignal = keyof typeof stopCodes
export const stopSignals = ['SIGINT', 'SIGTERM'] as const satisfies readonly StopSignal[]

/** 0 clean, 1 findings, 2 wrong usage or our own failure, 130 and 143 stopped. */
export type ExitCode = 0 | 1 | 2 | (typeof stopCodes)[StopSignal]

/** The output folder, when nobody names another. */
export const defaultOut = 'public'
