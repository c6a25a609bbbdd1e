/** The proof: two readers that are not ours read the old feed and the new one, and what they hear is compared. */

import { type Comparing, compared, type Score } from './compare.ts'
import { heardByFastXml } from './fast-xml.ts'
import type { Heard } from './heard.ts'
import { heardByXml2js } from './xml2js.ts'

export type { Score } from './compare.ts'

export interface Verified {
  readonly reader: string
  /** Why it cannot read the old feed, or the new one; there are no scores then. */
  readonly failure?: string
  readonly scores: readonly Score[]
  /** Those that were compared, and how many of them read otherwise in something. */
  readonly episodes: number
  readonly otherwise: number
}

export interface Verifying {
  /** The pages of the old feed; one, as a rule. */
  readonly before: readonly OldPage[]
  readonly after: string
  /** Items of the old feed that are not in the new one, and are not to be, by where they stand in all pages. */
  readonly isLeftOut: Comparing['isLeftOut']
  /** Where the old feed was. */
  readonly address: string | undefined
}

export interface OldPage {
  readonly text: string
  /** The same, with tags escaped that were to be the markup of a text. */
  readonly escaped: string
}

export const verify = async ({ before, after, ...given }: Verifying): Promise<readonly Verified[]> => {
  const verified: Verified[] = []
  for (const [reader, hear] of Object.entries(readers)) {
    try {
      const old = await heardAll(hear, before)
      verified.push({ reader, ...compared({ ...given, ...old, after: await hear(after) }) })
    } catch (error) {
      verified.push({
        reader,
        scores: [],
        episodes: 0,
        otherwise: 0,
        failure: String(error instanceof Error ? error.message : error).split('\n', 1)[0]!,
      })
    }
  }
  return verified
}

type Hear = (xml: string) => Heard | Promise<Heard>

/** The show as the first page has it, and the items of all. */
const heardAll = async (
  hear: Hear,
  pages: readonly OldPage[],
): Promise<Pick<Comparing, 'before' | 'asXml'>> => {
  const asXml: Heard[] = []
  const before: Heard[] = []
  for (const { text, escaped } of pages) {
    const heard = await hear(text)
    asXml.push(heard)
    before.push(escaped === text ? heard : await hear(escaped))
  }
  return { before: joined(before), asXml: joined(asXml) }
}

const joined = (pages: readonly Heard[]): Heard => ({
  ...pages[0]!,
  items: pages.flatMap(({ items }) => items),
})

const readers: Readonly<Record<string, Hear>> = { 'fast-xml-parser': heardByFastXml, xml2js: heardByXml2js }
