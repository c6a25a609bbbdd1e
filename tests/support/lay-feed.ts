/**
 * Lays an example's `feed.xml` over the good feed, an element a line:
 * - an element takes the place of those of its name, in the channel or (between `<item>` and `</item>`) in the newer item;
 *   several of one name all stand; one that the good feed does not have is added at the end
 * - `- name` removes the elements of that name, `- ?xml` the XML declaration
 * - `<?xml …?>` and what stands in front of it replaces the declaration; `<rss …>` the root's tag with its namespaces, `<rss version="…">` its version,
 *   `xmlns:…="…"` one namespace of it
 * Orders: `!whole text` is the whole file; `!latin1 …` writes the rest in Latin-1; `!late …` puts an element behind the items;
 * `!after …` puts text behind `</channel>`; `!deep n` nests tags; `!padded n` makes a feed of n bytes; `!gzip` packs it;
 * `!served type at url` is the good feed, live.
 */

import { gzipSync } from 'node:zlib'
import type { Served } from '../../src/feed/index.ts'
import {
  channelOfGoodFeed,
  declaration,
  type Elements,
  itemOfGoodFeed,
  olderItem,
  rssTag,
} from './good-feed.ts'

export const layFeed = (example: string): Uint8Array => {
  const [, order = '', rest = ''] = /^!(\S+) ?([\s\S]*)$/.exec(example) ?? []
  switch (order) {
    case 'whole':
      return Buffer.from(rest)
    case 'latin1':
      return Buffer.from(laid(rest), 'latin1')
    case 'late':
      return Buffer.from(laid(`- ${nameOf(rest)}`).replace('</channel>', `${rest}\n</channel>`))
    case 'after':
      return Buffer.from(laid('').replace('</channel>\n', `</channel>\n${rest}\n`))
    case 'served':
      return Buffer.from(laid(''))
    case 'gzip':
      return gzipSync(laid(''))
    case 'deep':
      return Buffer.from(
        laid(`${'<x:y xmlns:x="urn:x">'.repeat(Number(rest))}${'</x:y>'.repeat(Number(rest))}`),
      )
    case 'padded': {
      const feed = laid('')
      return Buffer.from(feed + ' '.repeat(Number(rest) - Buffer.byteLength(feed)))
    }
    default:
      return Buffer.from(laid(example))
  }
}

/** How an example's feed is served, where it says so. */
export const servedIn = (example: string): Served | undefined => {
  const [, contentType, url] = /^!served (\S+) at (\S+)$/.exec(example) ?? []
  return url === undefined ? undefined : { url, contentType }
}

/** As text; without an example, the good feed itself. */
export const laid = (example: string): string => {
  const parts = { head: declaration, root: rssTag, channel: [] as string[], item: [] as string[] }
  let inItem = false
  for (const line of example.split('\n')) {
    if (line === '<item>') inItem = true
    else if (line === '</item>') inItem = false
    else if (inItem) parts.item.push(line)
    else if (line === '- ?xml') parts.head = ''
    else if (line.startsWith('<?xml ')) parts.head = example.slice(0, example.indexOf('?>') + 2)
    else if (/^<(?:!DOCTYPE|\?xml-stylesheet)/.test(line)) parts.head += `\n${line}`
    else if (/^<rss version="[^"]*">$/.test(line))
      parts.root = rssTag.replace('version="2.0"', line.slice(5, -1))
    else if (line.startsWith('<rss ')) parts.root = line
    else if (line.startsWith('xmlns:')) parts.root = withNamespace(parts.root, line)
    else if (line !== '') parts.channel.push(line)
  }
  return [
    ...(parts.head === '' ? [] : [parts.head]),
    parts.root,
    '<channel>',
    ...over(channelOfGoodFeed, parts.channel),
    '<item>',
    ...over(itemOfGoodFeed, parts.item),
    '</item>',
    olderItem,
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

const withNamespace = (root: string, written: string): string =>
  root.replace(new RegExp(`${written.slice(0, written.indexOf('='))}="[^"]*"`), written)

const nameOf = (line: string): string => /^<([\w:-]+)/.exec(line)?.[1] ?? ''

const over = (good: Elements, lines: readonly string[]): string[] => {
  const removed = new Set(lines.flatMap(line => /^- (.+)$/.exec(line)?.[1] ?? []))
  const own = lines.filter(line => !line.startsWith('- '))
  const placed = new Set<string>()
  const result = good.flatMap(([name, xml]) => {
    const mine = own.filter(line => nameOf(line) === name)
    // Removed and written again: at the end, where the example puts it.
    if (removed.has(name)) return []
    if (mine.length === 0) return [xml]
    if (placed.has(name)) return []
    placed.add(name)
    return mine
  })
  return [...result, ...own.filter(line => !placed.has(nameOf(line)))]
}
