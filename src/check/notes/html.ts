/** Markdown tokens as HTML. All text is escaped here: without raw HTML in the source, the result is safe as it stands. */

import { notesTags } from '../../limits.ts'
import { escapeForeignTags, foreignTags } from '../../syntax/html-elements.ts'
import { escapeAttribute, escapeText } from '../../units/escape-html.ts'
import { templateIn } from '../../units/template.ts'
import { findLinks, mayHoldLinks } from './autolink.ts'
import { IMAGE_SCHEMES, LINK_SCHEMES, type NotesBase, resolveLink } from './link.ts'
import { parseMarkdown, type Token } from './markdown.ts'
import type { Remark } from './problem.ts'

export interface Rendering {
  readonly html: string
  /** Somebody else's markup is in it, and must be sanitised. */
  readonly hasRawHtml: boolean
  readonly remarks: readonly Remark[]
  /** The lines, from 0, that raw HTML stands in. */
  readonly rawLines: readonly (readonly [number, number])[]
}

interface Page {
  readonly base: NotesBase
  readonly limit: number
  readonly remarks: Remark[]
  readonly rawLines: (readonly [number, number])[]
  html: string
  hasRawHtml: boolean
  /** Of raw HTML. */
  tags: number
}

/** Undefined when the HTML would be longer than `limit` UTF-16 units: a short text can name a long link a thousand times. */
export const renderHtml = (
  tokens: readonly Token[],
  base: NotesBase,
  limit: number,
): Rendering | undefined => {
  const page: Page = { base, limit, remarks: [], rawLines: [], html: '', hasRawHtml: false, tags: 0 }
  for (let i = 0; i < tokens.length; i++) {
    renderBlock(page, tokens, i)
    if (page.html.length > limit || page.tags > notesTags) return undefined
  }
  return page
}

/** Their opening tag stands on a line of its own. */
const CONTAINERS: ReadonlySet<string> = new Set(['ul', 'ol', 'blockquote', 'table', 'thead', 'tbody', 'tr'])

const renderBlock = (page: Page, tokens: readonly Token[], i: number): void => {
  const token = tokens[i]!
  if (token.type === 'inline') renderInline(page, token, isItemStart(tokens, i))
  else if (token.type === 'html_block' && MARKED.test(token.content)) renderMarked(page, token)
  else page.html += blockHtml(page, token, tokens[i + 1])
}

/** kramdown, and Markdown Extra: what stands in such an element is Markdown all the same. https://michelf.ca/projects/php-markdown/extra/#markdown-attr */
const MARKED = /^(\s*<[a-z][\w-]*\b[^<>]*?)\s+markdown\s*=\s*["']?(?:1|block|span)["']?([^<>]*>)([\s\S]*)$/i

const renderMarked = (page: Page, token: Token): void => {
  const [, before = '', after = '', rest = ''] = MARKED.exec(token.content) ?? []
  page.html += rawHtml(page, before + after, token.map)
  const inner = parseMarkdown(rest.replace(/^[ \t]*\n?/, ''))
  for (const [i, one] of inner.entries()) {
    // Its lines count from the element on: where they are not known, the whole text is searched.
    one.map = null
    renderBlock(page, inner, i)
    if (page.html.length > page.limit || page.tags > notesTags) return
  }
}

const blockHtml = (page: Page, token: Token, next: Token | undefined): string => {
  switch (token.type) {
    case 'fence':
    case 'code_block':
      return `<pre><code>${escapeText(token.content)}</code></pre>\n`
    case 'hr':
      return '<hr>\n'
    case 'html_block':
      return rawHtml(page, token.content, token.map)
    case 'footnote_block_open':
      return '<hr>\n<ol>\n'
    case 'footnote_block_close':
      return '</ol>\n'
    case 'footnote_open':
      return `<li id="fn${footnoteOf(token)}">`
    case 'footnote_close':
      return '</li>\n'
    case 'footnote_anchor':
      return partLink(page, `fnref${footnoteOf(token)}`, ' ', '↩')
    default:
      return blockTag(token, next)
  }
}

/** `1`; where a note is referred to again, `1-1`. */
const footnoteOf = ({ meta }: Token): string => {
  const { id, subId } = meta as { readonly id: number; readonly subId?: number }
  return `${id + 1}${subId ? `-${subId}` : ''}`
}

/** A link to a part of the episode's own page; where it has none, nothing could follow it. */
const partLink = (page: Page, part: string, before: string, label: string): string => {
  const { page: own } = page.base
  const link = own === undefined ? undefined : resolveLink(`#${part}`, { url: own }, LINK_SCHEMES)
  return link === undefined || 'problem' in link
    ? ''
    : `${before}<a${attribute('href', link.url)}>${label}</a>`
}

const footnoteRef = (page: Page, token: Token, line: Line): string => {
  const number = String((token.meta as { readonly id: number }).id + 1)
  const link = line.inLabel ? '' : partLink(page, `fn${number}`, '', number)
  return `<sup id="fnref${footnoteOf(token)}">${link === '' ? number : link}</sup>`
}

/** Everything that is left is a tag of a fixed set, without attributes but for the number that a list starts from. */
const blockTag = (token: Token, next: Token | undefined): string => {
  // The paragraphs of a tight list are not shown; what follows in the item begins a new line all the same.
  if (token.hidden) return token.nesting < 0 && next?.type !== 'list_item_close' ? '\n' : ''
  if (token.nesting < 0) return `</${token.tag}>\n`
  const start = token.tag === 'ol' ? token.attrGet('start') : null
  return `<${token.tag}${start === null ? '' : ` start="${Number(start)}"`}>${CONTAINERS.has(token.tag) ? '\n' : ''}`
}

const isItemStart = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.type === 'paragraph_open' && tokens[i - 2]?.type === 'list_item_open'

// --------------------------------------------------------------------------------------------------- inline

/** `02:45`, `(1:02:45)`: players make chapters of such lines, if they stay lines. */
const TIMESTAMP = /^\s*[([]?\d{1,3}:\d{2}(?::\d{2})?(?!\d)/

const SIMPLE: Readonly<Record<string, string>> = {
  strong_open: '<strong>',
  strong_close: '</strong>',
  em_open: '<em>',
  em_close: '</em>',
  s_open: '<del>',
  s_close: '</del>',
  hardbreak: '<br>\n',
}

interface Line {
  /** An `<a>` has been written and not closed yet. */
  inLink: boolean
  /** A link is open in the source, written or not: nothing within becomes a link of its own. */
  inLabel: boolean
  /** The line began with a timestamp. */
  timed: boolean
  /** What is read next stands directly behind a link, an image or a word with emphasis, or begins a line. */
  endsSpan: boolean
}

const renderInline = (page: Page, inline: Token, isItem: boolean): void => {
  const children = inline.children ?? []
  const line: Line = { inLink: false, inLabel: false, timed: startsTimed(children[0]), endsSpan: true }
  children.forEach((token, i) => {
    if (page.html.length > page.limit) return
    if (i === 0 && isItem && token.type === 'text')
      page.html += renderText(page, withTaskBox(token.content), line, inline)
    else page.html += inlineHtml(page, token, children[i + 1], line, inline)
    line.endsSpan = /^(?:softbreak|hardbreak|image|code_inline|\w+_close)$/.test(token.type)
  })
}

const startsTimed = (token: Token | undefined): boolean =>
  token?.type === 'text' && TIMESTAMP.test(token.content)

const inlineHtml = (page: Page, token: Token, next: Token | undefined, line: Line, block: Token): string => {
  const simple = SIMPLE[token.type]
  if (simple !== undefined) return simple
  switch (token.type) {
    case 'text':
      return renderText(page, token.content, line, block)
    case 'softbreak':
      return softBreak(line, next)
    case 'code_inline':
      return `<code>${escapeText(token.content)}</code>`
    case 'link_open':
      return openLink(page, token, line, block)
    case 'link_close':
      return closeLink(line)
    case 'image':
      return renderImage(page, token, block)
    case 'html_inline':
      return rawHtml(page, token.content, block.map)
    case 'footnote_ref':
      return footnoteRef(page, token, line)
    default:
      return escapeText(token.content)
  }
}

/** GFM's check boxes would be form fields, which feeds may not hold. */
const withTaskBox = (text: string): string =>
  text.replace(/^\[([ xX])\]\s/, (_, mark: string) => (mark === ' ' ? '☐ ' : '☑ '))

const softBreak = (line: Line, next: Token | undefined): string => {
  const wasTimed = line.timed
  line.timed = startsTimed(next)
  return wasTimed || line.timed ? '<br>\n' : '\n'
}

const remarkTemplate = (page: Page, text: string, lines: readonly [number, number] | null): void => {
  const found = templateIn(text)
  if (found !== undefined)
    page.remarks.push({ kind: 'template', value: found, needle: found, ...(lines ? { lines } : {}) })
}

/** kramdown's attributes (https://kramdown.gettalong.org/syntax.html#span-ials): `[text](url){:target="_blank"}`. */
const ATTRIBUTES = /^\{:\s?[^{}\n]{0,300}\}/

const renderText = (page: Page, written: string, line: Line, block: Token): string => {
  remarkTemplate(page, written, block.map)
  const text = line.endsSpan ? written.replace(ATTRIBUTES, '') : written
  if (line.inLabel || !mayHoldLinks(text)) return escapeText(text)
  return findLinks(text)
    .map(({ text, href }) => {
      const url = href === undefined ? undefined : resolve(page, href, LINK_SCHEMES, block)
      return url === undefined ? escapeText(text) : `<a${attribute('href', url)}>${escapeText(text)}</a>`
    })
    .join('')
}

const openLink = (page: Page, token: Token, line: Line, block: Token): string => {
  const url = resolve(page, given(token, 'href'), LINK_SCHEMES, block)
  line.inLabel = true
  line.inLink = url !== undefined
  return url === undefined ? '' : `<a${attribute('href', url)}${attribute('title', given(token, 'title'))}>`
}

const closeLink = (line: Line): string => {
  const written = line.inLink
  line.inLink = false
  line.inLabel = false
  return written ? '</a>' : ''
}

/** An image that cannot be shown leaves its text behind. */
const renderImage = (page: Page, token: Token, block: Token): string => {
  const alt = plainLabel(token.children ?? [])
  const url = resolve(page, given(token, 'src'), IMAGE_SCHEMES, block)
  if (url === undefined) return escapeText(alt)
  return `<img${attribute('src', url)} alt="${escapeAttribute(alt)}"${attribute('title', given(token, 'title'))}>`
}

const plainLabel = (tokens: readonly Token[]): string =>
  tokens
    .map(token => {
      if (token.type === 'image') return plainLabel(token.children ?? [])
      return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : textContent(token)
    })
    .join('')

const textContent = (token: Token): string =>
  token.type === 'text' || token.type === 'code_inline' ? token.content : ''

const given = (token: Token, name: string): string => String(token.attrGet(name) ?? '')

const attribute = (name: string, value: string): string =>
  value ? ` ${name}="${escapeAttribute(value)}"` : ''

const resolve = (page: Page, href: string, schemes: readonly string[], block: Token): string | undefined => {
  const { page: own } = page.base
  // `#t=01:15` is a part of the episode's own page; where it has none, its words are left.
  const isPart = href.trim().startsWith('#')
  if (isPart && own === undefined) return undefined
  const link = resolveLink(href, isPart ? { url: own! } : page.base, schemes)
  const lines = block.map ?? undefined
  if ('problem' in link) page.remarks.push({ kind: link.problem, value: href, needle: href, lines })
  else if (link.relative) page.remarks.push({ kind: 'relative-link', value: href, needle: href, lines })
  return 'problem' in link ? undefined : link.url
}

// ------------------------------------------------------------------------------------------------- raw HTML

/** Comments and line breaks, the most common raw HTML by far, and what is no HTML at all, need no sanitiser. */
const rawHtml = (page: Page, content: string, lines: readonly [number, number] | null): string => {
  if (isComment(content.trim())) return ''
  remarkTemplate(page, content, lines)
  if (/^<br\s*\/?>$/i.test(content)) return '<br>'
  const html = escapeForeignTags(content)
  if (html !== content) remarkForeign(page, content, lines)
  if (!html.includes('<')) return escapeText(content)
  page.hasRawHtml = true
  page.tags += html.split('<').length - 1
  if (lines) page.rawLines.push(lines)
  return html
}

/** The first of a piece of raw HTML: the piece is mostly that one tag. */
const remarkForeign = (page: Page, content: string, lines: readonly [number, number] | null): void => {
  const [tag = content] = foreignTags(content)
  page.remarks.push({ kind: 'foreign-tag', value: tag, needle: tag, ...(lines ? { lines } : {}) })
}

const isComment = (html: string): boolean =>
  html.startsWith('<!--') && html.length >= 7 && html.indexOf('-->', 4) === html.length - 3
