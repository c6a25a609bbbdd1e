/**
 * Edits of a front matter that leave every other byte as it is: comments, order, quotes and line breaks.
 * Each gives undefined where there is nothing to edit, or where the edit would change more than what was asked for.
 */

import type { Edit, Fix } from '../diagnostic.ts'
import { lineBreakOf } from './front-matter/fences.ts'
import { type Found, findNode, type Path } from './front-matter/locate.ts'
import type { MapNode, ScalarNode } from './front-matter/nodes.ts'
import { lineEnd, lineStart, nextLine } from './front-matter/place.ts'
import { doubleQuoted, needsEscape, quoteScalar, singleQuoted } from './front-matter/quote.ts'
import { ABSENT, STYLE } from './front-matter/yaml.ts'
import type { FrontMatter, Tree } from './front-matter.ts'

export { type Applied, applyEdits } from './front-matter/apply-edits.ts'
export { quoteScalar } from './front-matter/quote.ts'

type Edits = readonly Edit[] | undefined

/** A value as YAML has it: a number and a flag need no quotes, and a text that looks like one does. */
export type Scalar = string | number | boolean

export const scalarOf = (value: Scalar): string =>
  typeof value === 'string' ? quoteScalar(value) : String(value)

/** Undefined where there is nothing to edit. */
export const fixOf = (file: string, title: string, edits: Edits): Fix | undefined =>
  edits === undefined || edits.length === 0 ? undefined : { file, title, edits }

/** Renames the key at `path`; its quotes stay. */
export function renameKey(matter: FrontMatter, path: Path, name: string): Edits {
  const tree = matter.tree()
  const found = written(tree, path)?.at(-1)
  if (found === undefined || !('key' in found) || found.key.kind !== 'scalar') return undefined
  if (hasKey(found.parent as MapNode, name)) return undefined
  return inText(tree, [{ start: found.key.start, end: found.key.end, text: scalarLike(found.key, name) }])
}

/** Replaces the text at `path`. Its quotes or its block form stay where the new text allows it. */
export function replaceScalar(matter: FrontMatter, path: Path, to: Scalar): Edits {
  if (matter.replace !== undefined) return matter.replace(path, to)
  const tree = matter.tree()
  const value = written(tree, path)?.at(-1)?.value
  if (value === undefined) return undefined
  if (value.kind === 'alias')
    return inText(tree, [{ start: value.start, end: value.end, text: scalarOf(to) }])
  if (value.kind !== 'scalar' || isRepeated(tree.source, value)) return undefined
  if (value.start === value.end) return inText(tree, [filled(tree.source, value.start, scalarOf(to))])
  const block = isBlock(value) ? blockEdits(tree, value, String(to)) : undefined
  const text = typeof to === 'string' ? scalarLike(value, to) : String(to)
  return inText(tree, block ?? [{ start: value.start, end: value.end, text }])
}

/** Removes the entry or list item at `path` with the comment on its line; a parent that it leaves empty goes with it. */
export function removeEntry(matter: FrontMatter, path: Path): Edits {
  const tree = matter.tree()
  const trail = written(tree, path)
  if (trail === undefined) return undefined
  const found = trail.findLast((step, depth) => depth === 0 || sizeOf(step) > 1)
  const edit = found === undefined ? undefined : removal(tree.source, found)
  if (edit === undefined || isNeeded(tree.source, edit)) return undefined
  const edits = inText(tree, [edit])
  // The line break before the closing fence is no part of the YAML; with the last line it goes too.
  const isLastLine = edit.end === tree.source.length && !found!.parent.isFlow && tree.closing !== undefined
  return isLastLine ? edits?.map(last => ({ ...last, end: tree.closing! })) : edits
}

/** Adds a top field after the last one. */
export const insertEntry = (matter: FrontMatter, name: string, value: Scalar): Edits =>
  insertText(matter, name, scalarOf(value))

/** The same; `value` is YAML of one line. */
export function insertText(matter: FrontMatter, name: string, value: string): Edits {
  const tree = matter.tree()
  const { root, source, closing } = tree
  const entry = `${quoteKey(name)}: ${value}`
  if (closing === undefined || matter.isUnread(name) || (root !== undefined && root.kind !== 'map'))
    return undefined
  if (root !== undefined && hasKey(root, name)) return undefined
  if (root?.isFlow) return inText(tree, [flowInsertion(source, root, entry)])
  const indent = root === undefined ? '' : source.slice(lineStart(source, root.start), root.start)
  if (indent.trim() !== '') return undefined
  return [{ start: closing, end: closing, text: `${indent}${entry}${lineBreakOf(tree.text)}` }]
}

/** Adds an item to the list of a top field; a single value becomes a list of two. `item` is YAML of one line. */
export function appendItem(matter: FrontMatter, name: string, item: string): Edits {
  // Of another format there are no nodes.
  if (matter.replace !== undefined) return undefined
  const tree = matter.tree()
  const list = written(tree, [name])?.at(-1)
  if (list === undefined) return insertText(matter, name, item)
  const edit = appended(tree, list, item)
  return edit && inText(tree, [edit])
}

function appended({ source, text }: Tree, found: Found, item: string): Edit | undefined {
  const { value, parent } = found
  const last = value.kind === 'list' ? value.items.at(-1) : undefined
  if (value.kind === 'list' && value.isFlow) {
    const at = last === undefined ? value.start + 1 : last.value.end
    return { start: at, end: at, text: last === undefined ? item : `, ${item}` }
  }
  if (value.kind === 'list') {
    const indent = last && source.slice(lineStart(source, last.mark), last.mark)
    if (last === undefined || indent!.trim() !== '') return undefined
    const at = lineEnd(source, last.value.end)
    return { start: at, end: at, text: `${lineBreakOf(text)}${indent}- ${item}` }
  }
  if (value.kind === 'alias' || parent.isFlow) return undefined
  if (value.start === value.end) return filled(source, value.start, item)
  // As it is written: between brackets a comma or a line break would be read otherwise.
  const first = source.slice(value.start, value.end)
  const isOneLine = !/[\r\n]/.test(first) && !(value.kind === 'scalar' && isBlock(value))
  const isMap = value.kind === 'map' && !value.isFlow
  if (!isOneLine || isMap) return undefined
  const start = source.slice(0, value.start).trimEnd().length
  // A name (&name) of the value would become that of the list.
  if (source.charAt(start - 1) !== ':') return undefined
  const dash = `${lineBreakOf(text)}  - `
  return { start, end: value.end, text: `${dash}${first}${dash}${item}` }
}

// -------------------------------------------------------------------------------------------------- finding

/** The way to what stands at `path` itself: undefined where it is written nowhere, or in a place that others share. */
function written(tree: Tree, path: Path): readonly Found[] | undefined {
  const { trail, isComplete, isShared } = findNode(tree.root, path)
  return isComplete && !isShared && trail.length > 0 ? trail : undefined
}

const hasKey = (map: MapNode, name: string): boolean =>
  map.entries.some(({ key }) => key.kind === 'scalar' && key.text === name)

/** The edits in the text, or undefined where one of them would reach into what was mended. */
function inText(tree: Tree, edits: readonly Edit[]): Edits {
  const moved = edits.map(edit => ({
    start: tree.toText(edit.start),
    end: tree.toText(edit.end),
    text: edit.text,
  }))
  const isSame = moved.every(
    (edit, index) =>
      tree.text.slice(edit.start, edit.end) === tree.source.slice(edits[index]!.start, edits[index]!.end),
  )
  return isSame ? moved : undefined
}

// ------------------------------------------------------------------------------------------------- scalars

const quoteKey = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : quoteScalar(name))

/** Text in the quotes that `node` has; plain text is quoted where it has to be. */
function scalarLike(node: ScalarNode, text: string): string {
  const { style } = node.event
  if (style === STYLE.DOUBLE_QUOTED) return doubleQuoted(text)
  if (style === STYLE.SINGLE_QUOTED && !needsEscape(text)) return singleQuoted(text)
  return quoteScalar(text)
}

const isBlock = ({ event }: ScalarNode): boolean =>
  event.style === STYLE.LITERAL_BLOCK || event.style === STYLE.FOLDED_BLOCK

/** An empty value has only a place: after a colon, a dash, or a key without a colon. */
function filled(source: string, at: number, text: string): Edit {
  const before = source.charAt(at - 1)
  const isMarked =
    before === ':' || before === '-' || /[&!][^\s,[\]{}]*$/.test(source.slice(Math.max(0, at - 200), at))
  return { start: at, end: at, text: `${isMarked ? ' ' : ': '}${text}` }
}

/** The header and the lines of a block scalar, each on its own, so that a comment after the header stays. */
function blockEdits(tree: Tree, node: ScalarNode, text: string): readonly Edit[] | undefined {
  const { event } = node
  const lines = text.replace(/\n$/, '').split('\n')
  const isPlainLines = lines.every(
    line => !needsEscape(line.replaceAll('\t', ' ')) && line === line.trimEnd(),
  )
  if (event.indent <= 0 || !isPlainLines || /^[\s]|\n$/.test(text.replace(/\n$/, ''))) return undefined
  if (text.trim() === '' || node.end <= event.valueStart) return undefined
  const mark = event.style === STYLE.FOLDED_BLOCK && lines.length === 1 ? '>' : '|'
  const chomp = text.endsWith('\n') ? '' : '-'
  const indent = ' '.repeat(event.indent)
  const body = lines.map(line => (line === '' ? '' : indent + line)).join(lineBreakOf(tree.text))
  return [
    { start: node.start, end: headerEnd(tree.source, node.start), text: mark + chomp },
    { start: event.valueStart, end: node.end, text: body },
  ]
}

function headerEnd(source: string, start: number): number {
  let at = start + 1
  while (/[-+\d]/.test(source.charAt(at))) at++
  return at
}

// ------------------------------------------------------------------------------------------------- removing

const sizeOf = ({ parent }: Found): number => (parent.kind === 'map' ? parent.entries : parent.items).length

interface Span {
  readonly start: number
  readonly end: number
}

/** The entry or the item at a place of its list, which may be long. */
function spanAt({ parent }: Found, index: number): Span | undefined {
  if (parent.kind === 'map') {
    const entry = parent.entries[index]
    return entry && { start: entry.key.start, end: entry.value.end }
  }
  const item = parent.items[index]
  return item && { start: item.mark, end: item.value.end }
}

function removal(source: string, found: Found): Edit | undefined {
  const own = spanAt(found, found.index)!
  const next = spanAt(found, found.index + 1)
  const previous = spanAt(found, found.index - 1)
  if (found.parent.isFlow) {
    if (next !== undefined) return { start: own.start, end: next.start, text: '' }
    if (previous !== undefined) return { start: previous.end, end: own.end, text: '' }
    return { start: own.start, end: own.end, text: '' }
  }
  const start = lineStart(source, own.start)
  const end = nextLine(source, own.end) ?? lineEnd(source, own.end)
  if (source.slice(start, own.start).trim() === '') return { start, end, text: '' }
  // The first of a list item's map stands after the dash: what follows moves up to it. Any other mark there is too rare to guess at.
  const isAfterDash = source.slice(start, own.start).trimEnd().endsWith('-')
  return next === undefined || !isAfterDash
    ? undefined
    : { start: own.start, end: inkAfter(source, end), text: '' }
}

function inkAfter(source: string, from: number): number {
  let at = from
  while (at < source.length && /\s/.test(source.charAt(at))) at++
  return at
}

/** The value has a name (&name) under which it stands elsewhere too (*name). */
function isRepeated(source: string, { event }: ScalarNode): boolean {
  if (event.anchorStart === ABSENT) return false
  return source.includes(`*${source.slice(event.anchorStart, event.anchorEnd)}`)
}

/** What would be removed names a value (&name) that is repeated (*name) elsewhere. */
function isNeeded(source: string, { start, end }: Edit): boolean {
  const names = source.slice(start, end).match(/&[^\s,[\]{}]+/g)
  if (names === null) return false
  const others = `${source.slice(0, start)}\n${source.slice(end)}`
  return names.some(name => others.includes(`*${name.slice(1)}`))
}

// ------------------------------------------------------------------------------------------------ inserting

function flowInsertion(source: string, map: MapNode, entry: string): Edit {
  const last = map.entries.at(-1)
  if (last === undefined) return { start: map.start + 1, end: map.start + 1, text: entry }
  const at = last.value.end
  return { start: at, end: at, text: `${source.charAt(at - 1) === ':' ? ' ""' : ''}, ${entry}` }
}
