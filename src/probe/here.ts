/** What all parts of the probe have at hand while they measure one show. */

import type { Fix, Place, RuleWords } from '../diagnostic.ts'
import type { Door } from '../door/index.ts'
import type { Memo } from '../memo.ts'
import type { Manuscript } from '../project.ts'
import type { ReadBuffer } from './bytes.ts'
import type { Marks } from './marks.ts'
import type { Near } from './near.ts'
import type { WebAnswer } from './remote/ask.ts'

export interface Probe {
  readonly door: Door
  readonly manuscript: Manuscript
  readonly memo: Memo
  /** Texts that are read instead of what the files hold, by path inside the show folder. */
  readonly edited: ReadonlyMap<string, string> | undefined
  /** Loaded when the first recording is measured. */
  readonly buffer: ReadBuffer
  readonly audioReader: () => Promise<typeof import('./audio/index.ts')>
  /** What is left of the memory that may be kept until the end. */
  readonly room: { cues: number }
  /** Loaded when there is a transcript. */
  readonly transcriptReader: () => Promise<typeof import('../transcripts/index.ts')>
  /** The audio that is served elsewhere. */
  readonly web: OnWeb
  /** The files that come nearest to names that no file has. */
  readonly near: Near
  readonly marks: Marks
  /** A path of the show folder as a person opens it. */
  readonly shown: (path: string) => string
  readonly say: (rule: RuleWords, place: Place, message: string, help: string, fix?: Fix) => void
}

/** Looked for when there is something to say: to find it, a file's front matter is read once more. */
export type Where = () => Place

export interface OnWeb {
  readonly frozen: boolean
  /** By address. */
  readonly answers: ReadonlyMap<string, WebAnswer>
  /** The stems of the episodes that the lock knows, and that were asked about again. */
  readonly again: ReadonlySet<string>
  /** Whether any host was asked. */
  readonly hasAsked: boolean
  /** Whether the same run would ask again, though the lock knew everything. */
  readonly asksAgain: boolean
  /** Of those in `again`, the ones whose change is taken as meant. */
  readonly accepted: ReadonlySet<string>
  /** Whether a validator of the lock stays as it is. */
  readonly keepsValidators: boolean
  /** What has been said of a host: once is enough. */
  readonly said: Set<string>
}
