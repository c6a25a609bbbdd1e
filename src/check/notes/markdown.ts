/** The only door to markdown-it and its footnotes: CommonMark with GFM's tables, strikethrough and bare links, as tokens. */

import MarkdownIt, { type StateInline, type Token } from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { notesFootnotes, notesLevels } from '../../limits.ts'
import { urlEnd } from './autolink.ts'

export type { Token }

/** Our own renderer resolves and judges links, once; markdown-it would parse, encode and punycode each of them first. */
const untouched = { normalizeLink: (url: string) => url, normalizeLinkText: (url: string) => url }

const configured = (): InstanceType<typeof MarkdownIt> => {
  const markdown = new MarkdownIt({ html: true, maxNesting: notesLevels })
  Object.assign(markdown, untouched, { validateLink: () => true })
  // Built-in linkify tries 90 ms of regular expressions on 1,000 notes, and links `example.com` and `file.md`.
  markdown.inline.ruler.at('linkify', bareUrl)
  return markdown
}

const bareUrl = (state: StateInline, silent: boolean): boolean => {
  if (state.linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false
  const scheme = /(?<![\p{L}\p{N}])https?$/iu.exec(
    state.src.slice(Math.max(0, state.pos - 6), state.pos),
  )?.[0]
  if (scheme === undefined) return false
  const end = urlEnd(state.src.slice(0, state.posMax), state.pos + 3)
  if (end === undefined) return false
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length)
    pushLink(state, state.src.slice(state.pos - scheme.length, end))
  }
  state.pos = end
  return true
}

const pushLink = (state: StateInline, url: string): void => {
  const open = state.push('link_open', 'a', 1)
  open.attrs = [['href', url]]
  state.push('text', '', 0).content = url
  state.push('link_close', 'a', -1)
}

const markdown = configured()

/**
 * With `[^1]`, as https://pandoc.org/MANUAL.html#footnotes has it. Notes inside a line (`^[…]`) are no footnotes: in many texts it
 * is something else.
 */
const markdownWithFootnotes = configured().use(footnotes).disable('footnote_inline')

/** A label that never ends is looked for from each of its brackets to the end of the text: then nothing is a footnote. */
const LONG_LABEL = /\[\^[^\s\]]{200}/

const mayHaveFootnotes = (text: string): boolean => text.includes('[^') && !LONG_LABEL.test(text)

const isOverFull = (text: string): boolean => (text.match(/^[ \t>*+-]*\[\^/gm)?.length ?? 0) > notesFootnotes

/** There are footnotes, and so many that none is read. */
export const hasTooManyFootnotes = (text: string): boolean =>
  mayHaveFootnotes(text) && /^[ \t>*+-]*\[\^[^\s\]]{1,200}\]:/m.test(text) && isOverFull(text)

/** Block tokens; the `inline` ones carry their content as `children`. Time and depth are bounded for any text. */
export const parseMarkdown = (text: string): readonly Token[] =>
  (mayHaveFootnotes(text) && !isOverFull(text) ? markdownWithFootnotes : markdown).parse(text, {})

/** Something is nested so deep that markdown-it has left out what stands inside. */
export const isTooDeep = (tokens: readonly Token[]): boolean =>
  tokens.some(token => token.nesting === 1 && token.level + 1 >= notesLevels)
