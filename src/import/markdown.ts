/**
 * The only door to the packages that make Markdown of HTML. They read HTML as browsers do (parse5) and escape by what a text would
 * mean where it stands (mdast-util-to-markdown); whether the result means the same is proved elsewhere: see notes.ts.
 */

import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { plainTree } from './plain-html.ts'

/** CommonMark with GFM's tables and strikethrough, without a newline at the end. */
export const markdownOf = (html: string): string => {
  const tree = plainTree(html)
  return tree === undefined ? markdownOfAny(html) : written(tree)
}

/** The same, of HTML that may hold anything. */
export const markdownOfAny = (html: string): string =>
  written(toMdast(fromHtml(html, { fragment: true })) as MarkdownNode)

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
  return PLAIN.test(value) && !isOutside ? value : defaultHandlers.text(node, parent, state, info)
}

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
    if (!phrases.has(child.type)) blocks.push(child as { type: string; children?: MarkdownNode[] })
    else if (isOpen) blocks.at(-1)!.children!.push(child)
    else blocks.push({ type: 'paragraph', children: [child] })
    isOpen = phrases.has(child.type)
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

/** White space goes out of what is emphasised: Markdown has no way to write it there. */
const outside = (node: MarkdownNode): readonly MarkdownNode[] => {
  if (!marks.has(node.type) || node.children === undefined) return [node]
  const children = node.children.flatMap(outside)
  const [first, last] = [children[0], children.at(-1)]
  if (first === undefined || last === undefined) return []
  const before = first.type === 'text' ? (/^\s+/.exec(first.value ?? '')?.[0] ?? '') : ''
  const after = last.type === 'text' ? (/\s+$/.exec(last.value ?? '')?.[0] ?? '') : ''
  if (before === '' && after === '') return [{ ...node, children }]
  const inner = children.map((child, i) => ({
    ...child,
    ...(i === 0 && before !== '' ? { value: child.value!.trimStart() } : {}),
  }))
  const whole = inner.map((child, i) => ({
    ...child,
    ...(i === inner.length - 1 && after !== '' ? { value: child.value!.trimEnd() } : {}),
  }))
  const kept = whole.filter(({ type, value }) => type !== 'text' || value !== '')
  return [
    ...(before === '' ? [] : [{ type: 'text', value: before }]),
    ...(kept.length === 0 ? [] : [{ ...node, children: kept }]),
    ...(after === '' || kept.length === 0 ? [] : [{ type: 'text', value: after }]),
  ]
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
