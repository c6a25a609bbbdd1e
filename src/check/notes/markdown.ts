/** The only door to markdown-it: CommonMark with GFM's tables, strikethrough and bare links, as tokens. */

import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it'
import { notesLevels } from '../../limits.ts'
import { urlEnd } from './autolink.ts'

export type { Token }

type BlockRule = Parameters<InstanceType<typeof MarkdownIt>['block']['ruler']['before']>[2]

/** Our own renderer resolves and judges links, once; markdown-it would parse, encode and punycode each of them first. */
const untouched = { normalizeLink: (url: string) => url, normalizeLinkText: (url: string) => url }

const configured = (): InstanceType<typeof MarkdownIt> => {
  const markdown = new MarkdownIt({ html: true, maxNesting: notesLevels })
  Object.assign(markdown, untouched, { validateLink: () => true })
  // Built-in linkify tries 90 ms of regular expressions on 1,000 notes, and links `example.com` and `file.md`.
  markdown.block.ruler.before(
    'table',
    'plain paragraph',
    plainParagraph(markdown.block.ruler.getRules('').at(-1)!),
  )
  markdown.inline.ruler.at('linkify', bareUrl)
  markdown.inline.ruler.at('text', plainText)
  return markdown
}

/**
 * Most of all notes are paragraphs of one line. What begins with a letter, with nothing but a blank line behind it, can be
 * nothing else, and need not be shown to the eleven rules that stand before the paragraph's.
 */
const plainParagraph =
  (paragraph: BlockRule): BlockRule =>
  (state, line, end, silent) =>
    startsWithLetter(state, line) &&
    state.sCount[line]! - state.blkIndent < 4 &&
    (line + 1 >= end || state.isEmpty(line + 1)) &&
    paragraph(state, line, end, silent)

/** Or with any character outside ASCII: no block begins with one. */
const startsWithLetter = (state: StateBlock, line: number): boolean => {
  const code = state.src.charCodeAt(state.bMarks[line]! + state.tShift[line]!)
  const lower = code | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || code > 0x7f
}

/** Up to the next character that may begin something: the same set as markdown-it's own rule, which goes through it one by one. */
const PLAIN = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y

const plainText = (state: StateInline, silent: boolean): boolean => {
  PLAIN.lastIndex = state.pos
  if (!PLAIN.test(state.src)) return false
  const end = Math.min(PLAIN.lastIndex, state.posMax)
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
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

/** Block tokens; the `inline` ones carry their content as `children`. Time and depth are bounded for any text. */
export const parseMarkdown = (text: string): readonly Token[] => markdown.parse(text, {})

/** Something is nested so deep that markdown-it has left out what stands inside. */
export const isTooDeep = (tokens: readonly Token[]): boolean =>
  tokens.some(token => token.nesting === 1 && token.level + 1 >= notesLevels)
