/** HTML → what of it a reader sees. */

import { withoutReferences } from '../syntax/html-references.ts'

export interface Visible {
  /** On one line. */
  readonly text: string
  /** The addresses of links and pictures, in order. */
  readonly addresses: readonly string[]
}

/** Linear, whatever the text is. */
export const visibleOf = (html: string): Visible => {
  const parts: string[] = []
  const addresses: string[] = []
  const closing = endsIn(html)
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const tag = open < 0 ? undefined : tagAt(html, open, closing)
    if (open < 0) {
      parts.push(html.slice(at))
      break
    }
    parts.push(html.slice(at, tag === undefined ? open + 1 : open))
    if (tag === undefined) at = open + 1
    else {
      if (!INLINE.test(tag.name)) parts.push(' ')
      addresses.push(...addressesIn(html.slice(open, Math.min(tag.end, open + LONGEST_TAG))))
      at = tag.end
    }
  }
  return { text: withoutReferences(parts.join('')).replace(/\s+/g, ' ').trim(), addresses }
}

/** UTF-16 units of a tag that are looked at. No real one is longer, but for pictures that it holds itself. */
const LONGEST_TAG = 10_000

/** What stands in the middle of a word or a sentence; all others part words. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/i

/** Where the next end of its kind stands; what was not found once is not sought again. */
type Ends = (end: string, from: number) => number

const endsIn = (html: string): Ends => {
  const missing = new Set<string>()
  return (end, from) => {
    if (missing.has(end)) return -1
    const at = html.indexOf(end, from)
    if (at < 0) missing.add(end)
    return at
  }
}

const tagAt = (
  html: string,
  open: number,
  closing: Ends,
): { readonly name: string; readonly end: number } | undefined => {
  if (html.startsWith('<!--', open)) {
    const end = closing('-->', open + 4)
    return end < 0 ? undefined : { name: 'span', end: end + 3 }
  }
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40))?.[1]
  const end = name === undefined ? -1 : closing('>', open)
  if (name === undefined || end < 0) return undefined
  const isUnseen = /^(?:script|style)$/i.test(name) && html[open + 1] !== '/'
  const close = isUnseen ? closing(`</${name}`, end) : -1
  return { name, end: close < 0 ? end + 1 : close }
}

const addressesIn = (tag: string): readonly string[] => {
  const [, double, single, bare] = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? []
  const address = withoutReferences(double ?? single ?? bare ?? '').trim()
  return address === '' ? [] : [address]
}
