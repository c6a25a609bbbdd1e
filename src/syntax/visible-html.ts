/** HTML → what of it a reader sees. */

import { isForeign } from './html-elements.ts'
import { withoutReferences } from './html-references.ts'

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
  for (const { text, tag, name } of piecesOf(html)) {
    parts.push(text)
    if (name === undefined) continue
    if (!INLINE.test(name)) parts.push(' ')
    addresses.push(...addressesIn(tag.slice(0, LONGEST_TAG)))
  }
  return { text: withoutReferences(parts.join('')).replace(/\s+/g, ' ').trim(), addresses }
}

/** The letters of what a reader sees, whatever the markup, the white space and the case: to tell whether two texts say the same. */
export const wordsSeen = (html: string): string => visibleOf(html).text.replace(/\s+/g, '').toLowerCase()

/**
 * Of a text that should be plain, and in which somebody wrote HTML: what was meant to be seen, in its paragraphs and lines. A text
 * without any comes back as it is, and so does `<T>`, which is no tag of HTML.
 */
export const plainOf = (text: string): string => {
  if (!/[<&]/.test(text)) return text
  const pieces = [...piecesOf(text, name => !isForeign(name))]
  if (!pieces.some(({ name }) => name !== undefined)) return withoutReferences(text)
  // Where elements part the lines, those of the source are white space.
  const hasLines = pieces.some(({ name }) => name !== undefined && breakOf(name) !== '')
  const parts = pieces.flatMap(({ text, name }) => [
    hasLines ? text.replace(/\s+/g, ' ') : text,
    name === undefined ? '' : breakOf(name),
  ])
  return withoutReferences(parts.join(''))
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const breakOf = (name: string): string => {
  if (/^(?:br|li|tr|dt|dd)$/i.test(name)) return '\n'
  return INLINE.test(name) || UNPARTED.test(name) ? '' : '\n\n'
}

/** Stand in a line, or in nothing that is seen. */
const UNPARTED =
  /^(?:img|script|style|link|meta|td|th|iframe|input|button|select|label|abbr|acronym|big|strike)$/i

/** Some text, and the tag that ends it. */
interface Piece {
  readonly text: string
  readonly tag: string
  readonly name?: string
}

function* piecesOf(html: string, isTag: (name: string) => boolean = () => true): Generator<Piece> {
  const closing = endsIn(html)
  let from = 0
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const tag = tagAt(html, open, closing)
    if (tag === undefined || !isTag(tag.name)) at = open + 1
    else {
      yield { text: html.slice(from, open), tag: html.slice(open, tag.end), name: tag.name }
      from = at = tag.end
    }
  }
  yield { text: html.slice(from), tag: '' }
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
