/** A page of the preview that is about the show, beside the pages of the show itself. */

import type { State } from '../../diff/index.ts'
import type { Judged } from '../../make.ts'

/** What there is to be told of. */
export interface Told {
  /** Of the show, or of its folder. */
  readonly title: string
  /** How often the show has been made. */
  readonly generation: number
  readonly judged: Judged
  /** What subscribers would notice, as text; worked out when somebody looks. */
  readonly changes: () => Promise<string>
  /** Where the documents of this program can be read, ending in a slash; undefined where they have no address. */
  readonly home: string | undefined
  /** What stands behind the question mark of the address. */
  readonly query: string
}

export interface Pane {
  /** In the address: `/-/changes`. */
  readonly name: string
  readonly heading: string
  /** More of the policy. */
  readonly policy?: string
  /** HTML. */
  readonly body: (told: Told) => string | Promise<string>
}

export type { State }
