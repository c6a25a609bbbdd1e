/** What a show is known by, and whether it can be known by anything yet. */

import type { WrittenShow } from '../fields/index.ts'
import { nowhere } from '../table/its.ts'
import { reachOfUrl } from '../units/host.ts'
import { directory } from '../units/url.ts'

/** Of show.md alone, wherever a build is served: a preview at another address is the same show. */
export interface Identity {
  /** The show's own folder on the web, with its final slash. */
  readonly baseUrl: string
  /** Where subscribers read the feed. */
  readonly feedUrl: string
  /**
   * Nobody can subscribe there: the address is a placeholder, or of this machine or its network. Then no guid is made of it and
   * nothing is kept, so that the first build with a real address is the first that counts. A show for a network of its own says
   * who it is by a `guid` in show.md.
   */
  readonly isProvisional: boolean
  /** The show says who it is, and is for listeners on a network of its own. */
  readonly isLocal: boolean
}

export const identityOf = (meta: Partial<WrittenShow>): Identity => {
  const baseUrl = directory(meta.baseUrl ?? nowhere)
  const feedUrl = meta.feedUrl ?? `${baseUrl}feed.xml`
  const reaches = [baseUrl, feedUrl].map(reachOfUrl)
  const isNowhere = reaches.includes('placeholder')
  const isNearby = reaches.includes('nearby')
  const isNamed = meta.guid !== undefined
  return {
    baseUrl,
    feedUrl,
    isProvisional: isNowhere || (isNearby && !isNamed),
    isLocal: !isNowhere && isNearby && isNamed,
  }
}
