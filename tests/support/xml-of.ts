/** Elements as the text of a feed, for what is tested without a whole show. */

import type { Element } from '../../src/table/element.ts'
import { namespaces, rareNamespaces } from '../../src/table/namespaces.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)

const xmlOf = ({ name, attributes = {}, text = '', children = [] }: Element): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(value)}"`,
  )
  return `<${name}${written.join('')}>${escaped(text)}${children.map(xmlOf).join('\n')}</${name}>`
}

export const feedOf = (channel: readonly Element[], ...items: readonly (readonly Element[])[]): string => {
  const declared = Object.entries({ ...namespaces, ...rareNamespaces }).map(
    ([prefix, uri]) => ` xmlns:${prefix}="${uri}"`,
  )
  const children = [...channel, ...items.map(item => ({ name: 'item', children: item }))]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"${declared.join('')}>${xmlOf({ name: 'channel', children })}</rss>`
}
