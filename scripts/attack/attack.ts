/** What `npm run attack` runs: see index.ts. */

export interface Attack {
  readonly name: string
  /** What is tried, in a few words. */
  readonly tries: string
  readonly run: (setting: Setting) => Promise<Result>
}

export interface Setting {
  /** How many cases a fuzzer tries. */
  readonly runs: number
  /** The same seed tries the same cases. */
  readonly seed: number
  /** Feeds that are attacked beside our own. */
  readonly files: readonly string[]
  /** Empty, and gone afterwards. */
  readonly folder: string
  /** The root of the repository. */
  readonly root: string
  /** Told now and then how far it is. */
  readonly onProgress: (done: number, total: number) => void
}

export interface Result {
  readonly tried: number
  /** Of what was tried, how much there was of each kind. */
  readonly counts?: Readonly<Record<string, number>>
  /** Each in words that lead to its repetition. */
  readonly failures: readonly string[]
}
