/**
 * The only door to the packages that make Markdown of HTML. They read HTML as browsers do (parse5) and escape by what a text would
 * mean where it stands (mdast-util-to-markdown); whether the result means the same is proved elsewhere: see notes.ts.
 */

import { fromHtml } from 'hast-util-from-html'
import { type Handle as HtmlHandle, defaultHandlers as htmlHandlers, toMdast } from 'hast-util-to-mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { keptAsHtml, keptTags } from './kept-as-html.ts'
import { plainTree } from './plain-html.ts'

/** CommonMark with GFM's tables and strikethrough, without a newline at the end. */
export const markdownOf = (html: string): string => {
  const tree = plainTree(html)
  return tree === undefined ? markdownOfAny(html) : written(tree)
}

/** The same, of HTML that may hold anything. */
export const markdownOfAny = (html: string): string =>
  written(toMdast(fromHtml(html, { fragment: true })) as MarkdownNode)

/** The same, where what Markdown has no marks for stays HTML, in the midst of what it has marks for. */
export const markdownWithHtml = (html: string): string =>
  written(toMdast(fromHtml(html, { fragment: true }), { handlers: handlersKeeping(html) }) as MarkdownNode)

const handlersKeeping = (html: string): Readonly<Record<string, HtmlHandle>> =>
  Object.fromEntries(
    keptTags.map((tag): [string, HtmlHandle] => [
      tag,
      (state, node, parent) =>
        (keptAsHtml(html, node, () => state.all(node)) ??
          (htmlHandlers as Readonly<Record<string, HtmlHandle>>)[tag]?.(
            state,
            node,
            parent,
          )) as ReturnType<HtmlHandle>,
    ]),
  )

/** Text without markup: its paragraphs and its lines stay. */
export const markdownOfText = (text: string): string =>
  written({
    type: 'root',
    children: text.split(/\n\s*\n/).map(part => ({
      type: 'paragraph',
      children: linesOf(part).flatMap((value, i): MarkdownNode[] => [
        ...(i === 0 ? [] : [{ type: 'break' }]),
        { type: 'text', value },
      ]),
    })),
  })

/** Apps that show text as it is show its lines, so they stay lines; but for those of an editor that wraps, or of XML that is indented. */
export const linesOf = (paragraph: string): readonly string[] => {
  const lines = paragraph
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n')
  const isIndented = lines.length > 1 && lines.slice(1).every(line => /^(?: {2}|\t)/.test(line))
  const isWrapped =
    lines.slice(0, -1).every(line => line.length >= WRAPPED.min && line.length <= WRAPPED.max) &&
    // Three lines that each begin as a sentence does are a list, such as of links.
    (lines.length < 3 || lines.slice(1).some(line => /^\s*\p{Ll}/u.test(line)))
  const texts = lines.map(line => line.trim())
  return isIndented || isWrapped ? [texts.join('\n')] : texts
}

/** How long lines are that an editor has broken; characters. */
const WRAPPED = { min: 55, max: 100 }

/** As much of a Markdown tree as is looked at here. */
export interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
  readonly spread?: boolean
  readonly [field: string]: unknown
}

/** Most texts hold nothing that could be mark-up, wherever they stand: these need not be searched pattern by pattern. */
const PLAIN = /^(?!\d*[.)]|[-+=(])[\p{L}\p{N}\p{Pi}\p{Pf} \u00a0,;:.?!"'()/%@$=+–—…-]*(?<!!)$/u

const textOf: Handle = (node, parent, state, info) => {
  const { value } = node as { readonly value: string }
  const { before, after } = info
  const isOutside = (before === '\n' && value.startsWith(' ')) || (after === '\n' && value.endsWith(' '))
  return PLAIN.test(value) && !isOutside
    ? value
    : defaultHandlers.text(node, parent, state, info).replace(needlessAmpersand, '$1&')
}

/** Escaped, though what follows makes it no reference: `AT\&T`. Of two backslashes, the first one escapes the other. */
const needlessAmpersand = /(?<!\\)((?:\\\\)*)\\&(?!#?\w+;)/g

const options: Options = {
  bullet: '-',
  emphasis: '*',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  resourceLink: false,
  extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
  handlers: { text: textOf },
}

const written = (tree: MarkdownNode): string =>
  toMarkdown(tidied(inParagraphs(tree)) as Parameters<typeof toMarkdown>[0], options)
    // An address that stands in the text becomes a link only as long as nothing is escaped in it.
    .replace(/\bhttps?:\/\/[^\s<>]+/g, address => address.replace(/\\(?=[_*~&])/g, ''))
    .replace(/\n+$/, '')

const phrases: ReadonlySet<string> = new Set([
  ...['text', 'break', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'image', 'imageReference'],
  ...['inlineCode', 'html'],
])

/** What stands outside of all paragraphs stands in one. */
const inParagraphs = (root: MarkdownNode): MarkdownNode => {
  const blocks: { type: string; children?: MarkdownNode[] }[] = []
  let isOpen = false
  for (const child of root.children ?? []) {
    const isPhrase = phrases.has(child.type) && !child.isBlock
    if (!isPhrase) blocks.push(child as { type: string; children?: MarkdownNode[] })
    else if (isOpen) blocks.at(-1)!.children!.push(child)
    else blocks.push({ type: 'paragraph', children: [child] })
    isOpen = isPhrase
  }
  return { ...root, children: blocks }
}

/** Two line breaks are a paragraph; a paragraph of nothing but spaces is none. */
const tidied = (node: MarkdownNode): MarkdownNode =>
  node.children === undefined
    ? node
    : {
        ...node,
        children: joined(node.children.flatMap(child => outside(tidied(child)))).flatMap(child =>
          child.type === 'paragraph' ? parted(child) : [child],
        ),
      }

const marks: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete'])

/** White space and line breaks go out of what is marked: Markdown has no way to write them at its ends, and in links they look odd. */
const outside = (node: MarkdownNode): readonly MarkdownNode[] => {
  const isMarked = marks.has(node.type)
  if (!(isMarked || node.type === 'link') || node.children === undefined) return [node]
  const { edge: before, rest } = withoutEdge(node.children.flatMap(outside))
  const { edge: after, rest: turned } = withoutEdge(rest.toReversed(), /\s+$/)
  const inner = turned.toReversed()
  if (inner.length === 0) return isMarked ? before : [node]
  return [...before, { ...node, children: inner }, ...after.toReversed()]
}

/** What stands in front of the first word. */
const withoutEdge = (nodes: readonly MarkdownNode[], space = /^\s+/) => {
  const edge: MarkdownNode[] = []
  for (const [i, node] of nodes.entries()) {
    const { type, value = '' } = node
    if (type === 'break') edge.push(node)
    else {
      const around = type === 'text' ? (space.exec(value)?.[0] ?? '') : ''
      if (around !== '') edge.push({ type: 'text', value: around })
      const left = value.replace(space, '')
      if (around === '') return { edge, rest: nodes.slice(i) }
      if (left !== '') return { edge, rest: [{ ...node, value: left }, ...nodes.slice(i + 1)] }
    }
  }
  return { edge, rest: [] }
}

/** Texts that stand side by side are one. */
const joined = (nodes: readonly MarkdownNode[]): readonly MarkdownNode[] => {
  const all: MarkdownNode[] = []
  for (const node of nodes) {
    const before = all.at(-1)
    if (node.type === 'text' && before?.type === 'text')
      all[all.length - 1] = {
        ...before,
        value: `${before.value ?? ''}${node.value ?? ''}`.replace(/ {2,}/g, ' '),
      }
    else all.push(node)
  }
  return all
}

const parted = (paragraph: MarkdownNode): readonly MarkdownNode[] => {
  const parts: MarkdownNode[][] = [[]]
  let breaks: MarkdownNode[] = []
  for (const child of paragraph.children ?? []) {
    if (child.type === 'break') breaks.push(child)
    else if (isSpace(child) && breaks.length > 0) continue
    else {
      if (breaks.length > 1) parts.push([])
      else if (parts.at(-1)!.length > 0) parts.at(-1)!.push(...breaks)
      breaks = []
      parts.at(-1)!.push(child)
    }
  }
  return parts.filter(part => !part.every(isSpace)).map(children => ({ ...paragraph, children }))
}

const isSpace = ({ type, value }: MarkdownNode): boolean =>
  type === 'break' || (type === 'text' && /^\s*$/.test(value ?? ''))
