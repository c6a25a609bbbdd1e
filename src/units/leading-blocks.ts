import { escapeText, unescapeHtml } from './escape-html.ts'
import { byteLength } from './text.ts'

/**
 * The beginning of HTML that our own renderer or sanitiser has made, in at most `limit` bytes of UTF-8: as many whole blocks as fit;
 * of lists and the like, as many of their items. Where not even the first paragraph fits, its text up to the last sentence that
 * does, else up to the last word, with …. Empty only where the HTML is.
 */
export const leadingBlocks = (html: string, limit: number): string => {
  if (byteLength(html) <= limit) return html
  const kept: string[] = []
  let left = limit
  for (const block of blocksOf(html)) {
    const bytes = byteLength(block) + 1
    if (bytes > left) break
    kept.push(block)
    left -= bytes
  }
  if (kept.some(block => block.trim() !== '')) return kept.join('').trimEnd()
  return beginningOf(blocksOf(html).find(block => block.trim() !== '') ?? '', limit)
}

const CONTAINER = /^\s*<(ul|ol|div|blockquote|section|figure|details)\b[^>]*>/

const beginningOf = (block: string, limit: number): string => {
  const open = CONTAINER.exec(block)
  if (open === null) return textOf(block, limit)
  const close = `</${open[1]}>`
  const end = block.lastIndexOf(close)
  const inner = block.slice(open[0].length, end < 0 ? undefined : end)
  const isList = open[1] === 'ul' || open[1] === 'ol'
  const kept = leadingBlocks(inner, limit - byteLength(open[0]) - close.length)
  return isList && !kept.includes('<li') ? textOf(block, limit) : `${open[0]}${kept}${close}`
}

const VOID = /^(?:br|hr|img|wbr)$/
const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g

/** What stands side by side, each with the white space behind it; text between blocks is a block. */
const blocksOf = (html: string): readonly string[] => {
  const blocks: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: tag, 1: slash, 2: name, index } of html.matchAll(TAG)) {
    if (VOID.test(name!)) continue
    depth += slash ? -1 : 1
    if (depth > 0) continue
    depth = 0
    const end = index + tag.length
    blocks.push(html.slice(start, end))
    start = end
  }
  if (start < html.length) blocks.push(html.slice(start))
  return blocks
}

/** `<p>`, the sign that something is left out, and `</p>`. */
const AROUND = 12

const textOf = (block: string, limit: number): string => {
  const text = unescapeHtml(block.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
  let kept = ''
  let left = limit - AROUND
  // By words, so that no character and no reference is cut.
  for (const word of text.split(' ')) {
    const bytes = byteLength(escapeText(word)) + 1
    if (bytes > left) break
    kept += `${word} `
    left -= bytes
  }
  if (kept === '') kept = [...text].slice(0, Math.max(1, Math.floor((limit - AROUND) / 10))).join('')
  const sentence = /^.*[.!?…。！？][”"’'»)\]]*(?=\s)/s.exec(kept)?.[0]
  return sentence === undefined ? `<p>${escapeText(kept.trim())} …</p>` : `<p>${escapeText(sentence)} …</p>`
}
