/** Elements that no field knows, such as those of a host. Whether they are well-formed is looked at by check/extra.ts. */

import { textMap } from '../schema/shape.ts'
import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { namespaces as known, rareNamespaces } from '../table/namespaces.ts'

export interface Extra {
  /** Elements, one after the other. */
  readonly xml: string
  /** What their prefixes stand for. */
  readonly namespaces: Readonly<Record<string, string>>
}

const example = { fireside: 'http://www.fireside.fm/modules/rss/fireside' }

export const namespaces = field({
  key: 'namespaces',
  on: {
    show: { says: 'What the prefixes in `extra` stand for, here and in the episodes.', example },
  },
  form: () => textMap({ examples: [example] }),
  inFeed: [],
})

const words = {
  says: 'Elements that no field knows, as XML: they go into the feed as they are. Prefixes of your own are declared in the `namespaces` of the show.',
  example: '<media:rating scheme="urn:simple">nonadult</media:rating>',
}

export const extra = field({
  key: 'extra',
  on: { show: words, episode: words },
  form: () => text(),
  keepsLines: true,
  resolve(written, its): Extra | undefined {
    const xml = written?.trim() ?? ''
    if (xml === '' || its.folder === undefined) return undefined
    const own = (its.show ?? its).written(namespaces) ?? {}
    const declared: Readonly<Record<string, string>> = { ...own, ...rareNamespaces, ...known }
    const used = prefixesIn(xml).filter(prefix => Object.hasOwn(declared, prefix))
    return { xml, namespaces: Object.fromEntries(used.map(prefix => [prefix, declared[prefix]!])) }
  },
  inFeed: [],
})

/** Of tags and of attributes. One too many does no harm. */
export const prefixesIn = (xml: string): readonly string[] =>
  [...new Set([...xml.matchAll(/[<\s]([A-Za-z_][\w.-]*):[A-Za-z_]/g)].map(([, prefix]) => prefix!))].sort()
