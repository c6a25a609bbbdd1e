/** Plain text of the HTML that our own renderer or sanitiser has made: every `>` outside a tag is escaped there. */

import { unescapeHtml } from '../../units/escape-html.ts'
import { resolveUrl, schemeOf } from '../../units/url.ts'

export interface PlainTextOptions {
  /** Writes `text (URL)` where the text of a link does not show its address. Default true. */
  readonly urls?: boolean
}

interface Draft {
  /** Joined at the end: looking at the end of a growing string would copy it each time. */
  readonly parts: string[]
  /** Newlines that are due before the next text. */
  newlines: number
  /** A space is due before the next text. */
  space: boolean
  /** Is due before the next text; an empty item shows none. */
  bullet: string
  preformatted: number
  readonly lists: { readonly ordered: boolean; number: number }[]
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
    parts: [],
    newlines: 0,
    space: false,
    bullet: '',
    preformatted: 0,
    lists: [],
    link: undefined,
    firstCell: true,
  }
  let at = 0
  for (const { 0: tag, 1: slash, 2: name, 3: attributes, index } of html.matchAll(TAG)) {
    if (!tag.endsWith('>')) break
    write(draft, unescapeHtml(html.slice(at, index)))
    if (slash) closeTag(draft, name!, urls)
    else openTag(draft, name!, attributes!)
    at = index + tag.length
  }
  write(draft, unescapeHtml(html.slice(at)))
  return draft.parts.join('').replace(/^ +/, '')
}

/** One that never ends goes to the end of the text, so that it is looked for once. */
const TAG = /<(\/?)([a-z][a-z0-9]*)([^>]*)(?:>|$)/g

/** HTML's white space; a no-break space is a character like any other. */
const write = (draft: Draft, text: string): void => {
  if (draft.preformatted > 0) {
    put(draft, text)
    return
  }
  const words = text.replace(/[ \t\n\f\r]+/g, ' ')
  if (words.startsWith(' ')) draft.space = true
  const body = words.replace(/^ | $/g, '')
  if (body === '') return
  put(draft, body)
  draft.space = words.endsWith(' ')
}

const put = (draft: Draft, text: string): void => {
  if (text === '') return
  const { parts, newlines, space, bullet } = draft
  if (parts.length > 0 && newlines > 0) parts.push('\n'.repeat(newlines))
  else if (parts.length > 0 && space && bullet === '') parts.push(' ')
  parts.push(bullet, text)
  draft.newlines = 0
  draft.space = false
  draft.bullet = ''
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
  else if (name === 'li') draft.bullet = bullet(draft)
  else if (name === 'tr') draft.firstCell = true
  else if (name === 'td' || name === 'th') nextCell(draft)
  else if (name === 'img') put(draft, value(attributes, 'alt') ?? '')
  else if (name === 'q') openQuote(draft)
  else if (name === 'a') draft.link = { href: value(attributes, 'href') ?? '', start: draft.parts.length }
}

const closeTag = (draft: Draft, name: string, urls: boolean): void => {
  if (name === 'pre') endPreformatted(draft)
  if (name === 'ul' || name === 'ol') closeList(draft)
  else if (BLOCKS.has(name)) breakBlock(draft)
  else if (LINES.has(name)) endLine(draft)
  else if (name === 'q') closeQuote(draft)
  else if (name === 'a') closeLink(draft, urls)
}

/** A browser puts the signs around `<q>`; in plain text they have to be written. */
const openQuote = (draft: Draft): void => {
  put(draft, '“')
}

const closeQuote = (draft: Draft): void => {
  draft.space = false
  put(draft, '”')
}

/** The newline before `</pre>` is not shown. */
const endPreformatted = (draft: Draft): void => {
  draft.preformatted = Math.max(0, draft.preformatted - 1)
  const last = draft.parts.pop()
  if (last !== undefined) draft.parts.push(last.replace(/(?<!\n)\n+$/, ''))
}

/** The paragraph of a loose list item begins on the bullet's line. */
const breakBlock = (draft: Draft): void => {
  if (draft.bullet === '') breakLine(draft, draft.lists.length > 0 ? 1 : 2)
}

const endLine = (draft: Draft): void => {
  draft.bullet = ''
  breakLine(draft, 1)
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

const bullet = (draft: Draft): string => {
  const list = draft.lists.at(-1)
  const indent = '  '.repeat(Math.max(0, draft.lists.length - 1))
  return `${indent}${list?.ordered ? `${list.number++}.` : '•'} `
}

const nextCell = (draft: Draft): void => {
  if (!draft.firstCell) {
    draft.space = true
    put(draft, '|')
    draft.space = true
  }
  draft.firstCell = false
}

/** A link to a place in the recording: its URL would stand between the time and the chapter's title. */
const TIMESTAMP = /^[([]?\d{1,3}:\d{2}(?::\d{2})?[)\]]?$/

const closeLink = (draft: Draft, urls: boolean): void => {
  const link = draft.link
  draft.link = undefined
  if (!link || !urls) return
  const shown = draft.parts.slice(link.start).join('').trim()
  const address = link.href.replace(/^(?:mailto|tel):/, '')
  if (shown !== '' && !TIMESTAMP.test(shown) && !isSame(shown, address)) draft.parts.push(` (${address})`)
}

/** Would a reader take the text for the address? */
const isSame = (shown: string, address: string): boolean =>
  bare(shown) === bare(address) || (schemeOf(shown) !== undefined && resolveUrl(address, shown) === address)

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
