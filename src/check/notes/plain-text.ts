/** Plain text of the HTML that our own renderer or sanitiser has made: every `>` outside a tag is escaped there. */

import { unescapeHtml } from './escape.ts'

export interface PlainTextOptions {
  /** Writes `text (URL)` where the text of a link does not show its address. Default true. */
  readonly urls?: boolean
}

interface Draft {
  text: string
  /** Newlines that are due before the next text. */
  newlines: number
  /** A space is due before the next text. */
  space: boolean
  preformatted: number
  readonly lists: { ordered: boolean; number: number }[]
  link: { readonly href: string; readonly start: number } | undefined
  firstCell: boolean
}

/** Stand apart from what comes before and after by a blank line. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'hr',
    'table',
    'figure',
    'details',
    'div',
  ],
])
/** Begin a new line. */
const LINES: ReadonlySet<string> = new Set(['br', 'tr', 'caption', 'figcaption', 'summary', 'li'])

/** Paragraphs stand apart by a blank line, list items begin with `• ` or their number, white space is collapsed. */
export const plainText = (html: string, { urls = true }: PlainTextOptions = {}): string => {
  const draft: Draft = {
    text: '',
    newlines: 0,
    space: false,
    preformatted: 0,
    lists: [],
    link: undefined,
    firstCell: true,
  }
  let at = 0
  for (const { 0: tag, 1: slash, 2: name, 3: attributes, index } of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g,
  )) {
    write(draft, unescapeHtml(html.slice(at, index)))
    if (slash) closeTag(draft, name!, urls)
    else openTag(draft, name!, attributes!)
    at = index + tag.length
  }
  write(draft, unescapeHtml(html.slice(at)))
  return draft.text
}

/** HTML's white space; a no-break space is a character like any other. */
const write = (draft: Draft, text: string): void => {
  if (draft.preformatted > 0) return put(draft, text.replace(/\n$/, ''))
  const words = text.replace(/[ \t\n\f\r]+/g, ' ')
  if (words.startsWith(' ')) draft.space = true
  const body = words.trim() === '' && words.length <= 1 ? words.trim() : words.replace(/^ | $/g, '')
  if (body !== '') put(draft, body)
  if (words.length > 1 && words.endsWith(' ')) draft.space = true
}

const put = (draft: Draft, text: string): void => {
  if (text === '') return
  if (draft.newlines > 0) draft.text += '\n'.repeat(draft.text === '' ? 0 : draft.newlines)
  else if (draft.space && draft.text !== '' && !/[\n ]$/.test(draft.text)) draft.text += ' '
  draft.newlines = 0
  draft.space = false
  draft.text += text
}

const breakLine = (draft: Draft, newlines: number): void => {
  draft.newlines = Math.max(draft.newlines, newlines)
  draft.space = false
}

const openTag = (draft: Draft, name: string, attributes: string): void => {
  if (BLOCKS.has(name)) breakBlock(draft)
  else if (name === 'br') brokenLine(draft)
  else if (LINES.has(name)) breakLine(draft, 1)
  if (name === 'pre') draft.preformatted++
  else if (name === 'ul' || name === 'ol') openList(draft, name, attributes)
  else if (name === 'li') bullet(draft)
  else if (name === 'tr') draft.firstCell = true
  else if (name === 'td' || name === 'th') nextCell(draft)
  else if (name === 'img') put(draft, value(attributes, 'alt') ?? '')
  else if (name === 'a') draft.link = { href: value(attributes, 'href') ?? '', start: draft.text.length }
}

const closeTag = (draft: Draft, name: string, urls: boolean): void => {
  if (name === 'pre') draft.preformatted = Math.max(0, draft.preformatted - 1)
  if (name === 'ul' || name === 'ol') closeList(draft)
  else if (BLOCKS.has(name)) breakBlock(draft)
  else if (LINES.has(name)) breakLine(draft, 1)
  else if (name === 'a') closeLink(draft, urls)
}

/** Right after a bullet, the paragraph of a loose list item goes on where it is. */
const breakBlock = (draft: Draft): void => {
  if (/(?:^|\n) *(?:•|\d+\.) $/.test(draft.text.slice(-24)) && draft.newlines === 0) return
  breakLine(draft, draft.lists.length > 0 ? 1 : 2)
}

const brokenLine = (draft: Draft): void => breakLine(draft, Math.min(2, draft.newlines + 1))

const openList = (draft: Draft, name: string, attributes: string): void => {
  breakLine(draft, draft.lists.length > 0 ? 1 : 2)
  draft.lists.push({ ordered: name === 'ol', number: Number(value(attributes, 'start') ?? 1) })
}

const closeList = (draft: Draft): void => {
  draft.lists.pop()
  breakLine(draft, draft.lists.length > 0 ? 1 : 2)
}

const bullet = (draft: Draft): void => {
  const list = draft.lists.at(-1)
  const indent = '  '.repeat(Math.max(0, draft.lists.length - 1))
  put(draft, `${indent}${list?.ordered ? `${list.number++}.` : '•'} `)
}

const nextCell = (draft: Draft): void => {
  if (!draft.firstCell) put(draft, ' | ')
  draft.firstCell = false
}

const closeLink = (draft: Draft, urls: boolean): void => {
  const link = draft.link
  draft.link = undefined
  if (!link || !urls) return
  const shown = draft.text.slice(link.start).trim()
  const address = link.href.replace(/^(?:mailto|tel):/, '')
  if (shown !== '' && bare(shown) !== bare(address)) draft.text += ` (${address})`
}

/** Two addresses that a reader takes for the same. */
const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/(?<!\/)\/$/, '')

const value = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
  return found === undefined ? undefined : unescapeHtml(found)
}
