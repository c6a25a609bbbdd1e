/** The outside world, as an argument: tests give another one. */

export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What the program runs on, as far as its results may depend on it. */
  readonly runtime?: string
  /** The number of the user who runs the program; undefined where there is none, as on Windows. */
  readonly user?: number | undefined
  /** Artefacts and listings. */
  readonly stdout: Output
  /** Diagnostics and progress. */
  readonly stderr: Output
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** All of it; undefined, and no more is read, when it has more bytes than that. */
  readonly stdin: (most: number) => Promise<Uint8Array | undefined>
  readonly process: { readonly id: number; readonly isRunning: (id: number) => boolean }
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

/** 0 clean, 1 findings, 2 wrong usage or our own failure. */
export type ExitCode = 0 | 1 | 2

/** The output folder, when nobody names another. */
export const defaultOut = 'public'
