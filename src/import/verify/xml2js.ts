/** The only door to xml2js, which stands on sax: another reader of XML that is not ours. */

import { parseStringPromise } from 'xml2js'
import { type Heard, type HeardElement, partsOf } from './heard.ts'
import { canonicalPrefixes } from './prefixes.ts'

/** `$` holds attributes, `_` text, and each name its elements. */
type Parsed =
  | string
  | { readonly $?: Readonly<Record<string, string>>; readonly _?: string; readonly [name: string]: unknown }

/** @throws what the package says of a feed that it cannot read. */
export const heardByXml2js = async (xml: string): Promise<Heard> => {
  const parsed = (await parseStringPromise(xml)) as Readonly<Record<string, Parsed>> | null
  const named = canonicalPrefixes(xml)
  const [root = ''] = Object.values(parsed ?? {})
  const channel =
    elementOf('rss', root, named).children.find(({ name }) => name === 'channel')?.children ?? []
  return {
    reader: 'xml2js',
    show: partsOf(channel.filter(({ name }) => name !== 'item')),
    items: channel.filter(({ name }) => name === 'item').map(({ children }) => partsOf(children)),
  }
}

const elementOf = (name: string, parsed: Parsed, named: (name: string) => string): HeardElement =>
  typeof parsed === 'string'
    ? { name: named(name), attributes: {}, text: parsed, children: [] }
    : {
        name: named(name),
        attributes: parsed.$ ?? {},
        text: parsed._ ?? '',
        children: Object.entries(parsed).flatMap(([inner, all]) =>
          Array.isArray(all) ? all.map(one => elementOf(inner, one as Parsed, named)) : [],
        ),
      }
