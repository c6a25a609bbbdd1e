/**
 * The HTML that nearly all notes are made of (paragraphs, headings, lists, links, emphasis, line breaks, each where HTML has it) as a
 * tree of Markdown, in one pass. It is what the packages of markdown.ts make of it, which read any HTML and take five times as long;
 * tests/import/plain-html.test.ts holds the two together.
 */

import { unescapeHtml } from '../units/escape-html.ts'
import type { MarkdownNode } from './markdown.ts'

/** `html`: as our sanitiser writes it. Undefined for HTML with anything else in it. */
export const plainTree = (html: string): MarkdownNode | undefined => {
  const root = read(html)
  if (root === undefined) return undefined
  trimmed(root.children, true, true)
  const nodes = nodesOf(root)
  const tree = { type: 'root', children: isMixed(nodes) ? inParagraphs(nodes) : nodes }
  joinTexts(tree)
  return tree
}

// ---------------------------------------------------------------------------------------------------------- reading

interface Element {
  readonly name: string
  /** Of a link. */
  readonly href: string
  /** Of a numbered list. */
  readonly start: string | undefined
  readonly children: Piece[]
}

interface Text {
  value: string
}

type Piece = Element | Text

const isText = (piece: Piece): piece is Text => 'value' in piece

const spans: ReadonlySet<string> = new Set(['a', 'b', 'strong', 'i', 'em', 'span'])
const lines: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const boxes: ReadonlySet<string> = new Set(['', 'div', 'blockquote', 'li'])
const lists: ReadonlySet<string> = new Set(['ul', 'ol'])
const empty: ReadonlySet<string> = new Set(['br', 'hr'])

const TOKEN = /<(\/?)([a-z][a-z\d]*)((?: [a-z-]+="[^"<>]*")*)>|[^<]+/gy
const OTHER_REFERENCE = /&(?!(?:amp|lt|gt|quot);)/

const read = (html: string): Element | undefined => {
  const root: Element = { name: '', href: '', start: undefined, children: [] }
  const open = [root]
  let at = 0
  for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    at += token.length
    const parent = open.at(-1)!
    if (name === undefined) {
      if (OTHER_REFERENCE.test(token) || (lists.has(parent.name) && token.trim() !== '')) return undefined
      parent.children.push({ value: unescapeHtml(token) })
    } else if (slash === '/') {
      if (open.length === 1 || name !== parent.name) return undefined
      open.pop()
    } else {
      const element = elementOf(name, attributes)
      if (element === undefined || !mayHold(open, name)) return undefined
      parent.children.push(element)
      if (!empty.has(name)) open.push(element)
    }
  }
  return at === html.length && open.length === 1 ? root : undefined
}

const elementOf = (name: string, attributes: string): Element | undefined => {
  // A title is shown in a way of its own.
  if (/ title=| alt=/.test(attributes) || OTHER_REFERENCE.test(attributes)) return undefined
  const valueAt = (attribute: string): string | undefined =>
    attributes === '' ? undefined : new RegExp(` ${attribute}="([^"]*)"`).exec(attributes)?.[1]
  return {
    name,
    href: name === 'a' ? unescapeHtml(valueAt('href') ?? '') : '',
    start: name === 'ol' ? valueAt('start') : undefined,
    children: [],
  }
}

/** Whether browsers leave it where it stands. */
const mayHold = (open: readonly Element[], name: string): boolean => {
  const parent = open.at(-1)!.name
  if (name === 'a' && open.some(element => element.name === 'a')) return false
  if (spans.has(name) || name === 'br') return !lists.has(parent)
  if (name === 'li') return lists.has(parent)
  return boxes.has(parent) && (lines.has(name) || lists.has(name) || boxes.has(name) || name === 'hr')
}

// ------------------------------------------------------------------------------------------------------ white space

/**
 * White space as it is shown: one space, and none at either end of a line. `before`, `after`: whether the line begins, or ends, there.
 * Gives whether it still begins behind them.
 */
const trimmed = (pieces: Piece[], before: boolean, after: boolean): boolean => {
  let begins = before
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const ends = endsBehind(pieces, i) ?? after
    if (!isText(piece)) {
      const isBlock = !spans.has(piece.name)
      begins = trimmed(piece.children, isBlock || begins, isBlock || ends) || isBlock || ends
      continue
    }
    const text = piece.value.replace(/[\t\n\v\f\r ]+/g, ' ')
    const start = begins && text.startsWith(' ') ? 1 : 0
    const isOpen = text.length > start && text.endsWith(' ')
    const end = isOpen && ends ? text.length - 1 : text.length
    if (start === end) pieces.splice(i--, 1)
    else {
      piece.value = text.slice(start, end)
      begins = isOpen && !ends
    }
  }
  return begins
}

/** Undefined where nothing follows in these. */
const endsBehind = (pieces: readonly Piece[], at: number): boolean | undefined => {
  for (let i = at + 1; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (isText(piece)) {
      if (/[^ \t\n\f\r]/.test(piece.value)) return false
    } else if (!spans.has(piece.name)) return true
    else {
      const inside = endsBehind(piece.children, -1)
      if (inside !== undefined) return inside
    }
  }
  return undefined
}

// --------------------------------------------------------------------------------------------------------- the tree

interface Mutable extends MarkdownNode {
  value?: string
  children?: Mutable[]
}

const nodesOf = ({ children }: Element): Mutable[] => children.flatMap(nodeOf)

const nodeOf = (piece: Piece): Mutable[] => {
  if (isText(piece)) return [{ type: 'text', value: piece.value }]
  const { name, href } = piece
  const inside = nodesOf(piece)
  switch (name) {
    case 'br':
      return [{ type: 'break' }]
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'a':
      return [{ type: 'link', url: href, title: null, children: inside }]
    case 'b':
    case 'strong':
      return [{ type: 'strong', children: inside }]
    case 'i':
    case 'em':
      return [{ type: 'emphasis', children: inside }]
    case 'span':
      return inside
    case 'p': {
      const children = withoutOuterBreaks(inside)
      return children.length === 0 ? [] : [{ type: 'paragraph', children }]
    }
    case 'div':
      return inParagraphs(inside)
    case 'blockquote':
      return [{ type: 'blockquote', children: inParagraphs(inside) }]
    case 'ul':
    case 'ol':
      return [listOf(piece, inside)]
    case 'li':
      return [{ type: 'listItem', spread: isSpread(piece), checked: null, children: inParagraphs(inside) }]
    default:
      return [{ type: 'heading', depth: Number(name.charAt(1)), children: withoutOuterBreaks(inside) }]
  }
}

const listOf = ({ name, start }: Element, children: Mutable[]): Mutable => {
  const first = Number.parseInt(start ?? '', 10)
  return {
    type: 'list',
    ordered: name === 'ol',
    start: name === 'ul' ? null : Number.isNaN(first) ? 1 : first,
    spread: children.length > 1 && children.some(({ spread }) => spread),
    children,
  }
}

const isSpread = ({ children }: Element): boolean => {
  let hasBlock = false
  for (const child of children) {
    if (isText(child) || spans.has(child.name) || child.name === 'br') continue
    if (child.name === 'p' || hasBlock || isSpread(child)) return true
    hasBlock = true
  }
  return false
}

const phrases: ReadonlySet<string> = new Set(['text', 'break', 'link', 'strong', 'emphasis'])

const isMixed = (nodes: readonly Mutable[]): boolean => nodes.some(({ type }) => !phrases.has(type))

/** What stands beside paragraphs and lists stands in paragraphs of its own. */
const inParagraphs = (nodes: readonly Mutable[]): Mutable[] => {
  const blocks: Mutable[] = []
  let run: Mutable[] = []
  const close = (): void => {
    if (run.some(({ type, value = '' }) => type !== 'text' || /[^ \t\n\f\r]/.test(value)))
      blocks.push({ type: 'paragraph', children: withoutOuterBreaks(run) })
    run = []
  }
  for (const node of nodes) {
    if (phrases.has(node.type)) run.push(node)
    else {
      close()
      blocks.push(node)
    }
  }
  close()
  return blocks
}

const withoutOuterBreaks = (nodes: Mutable[]): Mutable[] => {
  const first = nodes.findIndex(({ type }) => type !== 'break')
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex(({ type }) => type !== 'break') + 1)
}

/** Texts that stand side by side are one, without spaces at either end of a line. */
const joinTexts = ({ type, children = [] }: Mutable): void => {
  const isLine = type === 'heading' || type === 'paragraph' || type === 'root'
  for (let i = 0; i < children.length; i++) {
    const node = children[i]!
    if (node.type !== 'text') {
      joinTexts(node)
      continue
    }
    const before = children[i - 1]
    if (before?.type === 'text') {
      before.value += node.value!
      children.splice(i--, 1)
      i--
      continue
    }
    if (isLine && i === 0) node.value = node.value!.replace(/^[\t ]+/, '')
    if (isLine && i === children.length - 1) node.value = node.value!.replace(/[\t ]+$/, '')
    if (node.value === '') children.splice(i--, 1)
  }
}
