/**
 * The size of an SVG: https://www.w3.org/TR/SVG2/coords.html#Units. Own code: the library sees only a root tag that ends
 * in the first 1,000 bytes, and searches text with many `<svg ` in quadratic time.
 */

/** Inkscape and Illustrator write long comments, doctypes and namespaces in front of the size. */
const ENOUGH = 64 * 1024

export interface Size {
  readonly width: number
  readonly height: number
}

export const hasSvgRoot = (head: Uint8Array): boolean => rootTag(head) !== undefined

/** Pixels, rounded; 0 × 0 when the picture has no size of its own. */
export function svgSize(head: Uint8Array): Size {
  const tag = rootTag(head) ?? ''
  const width = pixels(attribute(tag, 'width'))
  const height = pixels(attribute(tag, 'height'))
  const [, , boxWidth = 0, boxHeight = 0] = (attribute(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(positive)
  if (width && height) return rounded(width, height)
  if (!boxWidth || !boxHeight) return { width: 0, height: 0 }
  if (width) return rounded(width, (width * boxHeight) / boxWidth)
  if (height) return rounded((height * boxWidth) / boxHeight, height)
  return rounded(boxWidth, boxHeight)
}

const rounded = (width: number, height: number): Size => ({
  width: Math.round(width),
  height: Math.round(height),
})

const positive = (text: string): number => {
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : 0
}

/** CSS pixels. https://www.w3.org/TR/css-values-4/#absolute-lengths */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
}

function pixels(length: string | undefined): number {
  const [, number = '', unit = ''] = /^\s*([0-9.]+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? []
  return positive(number) * (UNITS[unit.toLowerCase()] ?? 0)
}

/** The start tag of the root element, when that is `svg`. */
function rootTag(head: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(head.subarray(0, ENOUGH))
  const start = afterProlog(text)
  if (!/^<(?:svg:)?svg[\s/>]/.test(text.slice(start, start + 10))) return undefined
  return text.slice(start, endOfTag(text, start))
}

/** Past white space, the XML declaration, processing instructions, comments and a doctype with its subset. */
function afterProlog(text: string): number {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    const doctype = /^<!DOCTYPE\s+svg\b[^[>]{0,500}/i.exec(text.slice(at, at + 520))
    if (!close && !doctype) return at
    const closing = close ?? (text[at + doctype![0].length] === '[' ? ']>' : '>')
    const end = text.indexOf(closing, at)
    if (end < 0) return text.length
    at = end + closing.length
  }
}

function endOfTag(text: string, start: number): number {
  let quote = ''
  for (let at = start; at < text.length; at += 1) {
    const unit = text[at]!
    if (quote) quote = unit === quote ? '' : quote
    else if (unit === '"' || unit === "'") quote = unit
    else if (unit === '>') return at + 1
  }
  return text.length
}

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s{0,20}=\\s{0,20}(?:"([^"]{0,200})"|'([^']{0,200})')`).exec(tag)
  return match?.[1] ?? match?.[2]
}
