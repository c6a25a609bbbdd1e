/** A place where listeners find shows. */

import type { Directory as Judged } from '../targets.ts'

export interface Directory {
  /** As the command line and other programs name it. */
  readonly id: string
  readonly name: string
  /** Whose rules tell what stands in the way there. Undefined where it has told none that we know of. */
  readonly rulesOf?: Judged
  /**
   * The page on which a show is handed in; some open with the address of the feed filled in. Undefined where nothing is handed in:
   * see `from`.
   */
  readonly submit?: (feedUrl: string) => string
  /** Whose lists it reads: a show that is there appears here without anybody's doing. Ids, the nearest first. */
  readonly from?: readonly string[]
  /** What it wants of whoever hands a show in: each to be read after `asks for`. */
  readonly asks: readonly string[]
  readonly proof: Proof
  /** Hosts of the pages that it makes of shows. */
  readonly hosts: readonly string[]
  /** Where this was read: URLs. */
  readonly sources: readonly string[]
  /** When it was last compared with them: an ISO date. */
  readonly readOn: string
}

/**
 * How it is proved whose the show is. `verify`: a code in the field of that name. `txt`: a code in the field `txt`, with the purpose
 * `verify`: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/txt.md. `owner`: a code that is sent to the
 * owner's e-mail address in the feed. `none`: nobody asks.
 */
export type Proof = 'verify' | 'txt' | 'owner' | 'none'
