/** The proof: two readers that are not ours read the old feed and the new one, and what they hear is compared. */

import { type Score, scoresOf } from './compare.ts'
import { heardByFastXml } from './fast-xml.ts'
import { heardByXml2js } from './xml2js.ts'

export type { Score } from './compare.ts'

export interface Verified {
  readonly reader: string
  /** Why it cannot read the old feed, or the new one; there are no scores then. */
  readonly failure?: string
  readonly scores: readonly Score[]
}

export interface Verifying {
  readonly before: string
  readonly after: string
  /** Items of the old feed that are drafts now, by where they stand in it. */
  readonly isLeftOut: (index: number) => boolean
  /** Where the old feed was. */
  readonly address: string | undefined
}

export const verify = async ({
  before,
  after,
  isLeftOut,
  address,
}: Verifying): Promise<readonly Verified[]> => {
  const verified: Verified[] = []
  for (const [reader, hear] of Object.entries(readers)) {
    try {
      verified.push({ reader, scores: scoresOf(await hear(before), await hear(after), isLeftOut, address) })
    } catch (error) {
      verified.push({
        reader,
        scores: [],
        failure: String(error instanceof Error ? error.message : error).split('\n', 1)[0]!,
      })
    }
  }
  return verified
}

const readers = { 'fast-xml-parser': heardByFastXml, xml2js: heardByXml2js }
