/** The door to toml-eslint-parser: TOML with a place for everything. https://toml.io/en/v1.0.0 */

import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { frontMatterLevels, frontMatterValues } from '../../limits.ts'
import type { FrontMatterProblem, TextRange } from './problem.ts'
import type { Branch, Entry, ListBranch, MapBranch } from './tree-matter.ts'

/** `start`: where the TOML begins in the file. Every range is one of the file. */
export const readToml = (
  source: string,
  start: number,
): { readonly root: MapBranch } | { readonly problem: FrontMatterProblem } => {
  // The parser follows every bracket into a call of its own.
  if (deepest(source) > frontMatterLevels) return { problem: tooDeep(start) }
  let program: AST.TOMLProgram
  try {
    program = parseTOML(source, { tomlVersion: '1.0' })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { problem: syntaxProblem(error, source, start) }
  }
  const builder = new Builder(source, start)
  const root = builder.root(program.body[0])
  return builder.isFull ? { problem: tooMany(start) } : { root }
}

const syntaxProblem = ({ message, index }: ParseError, source: string, start: number): FrontMatterProblem => {
  const at = start + Math.min(index, source.length)
  const isTwice = /multiple times/.test(message)
  return {
    kind: isTwice ? 'duplicate-key' : 'syntax',
    start: at,
    end: at + 1,
    message: isTwice
      ? 'This key appears twice in the TOML; it is not known which was meant'
      : `This is not TOML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    help: isTwice ? 'Remove one of the two' : 'Write key = "value", with quotes around text',
  }
}

const tooDeep = (at: number): FrontMatterProblem => ({
  kind: 'too-deep',
  start: at,
  end: at + 1,
  message: `Lists and tables are nested more than ${frontMatterLevels} levels deep`,
  help: 'Write it flatter',
})

const tooMany = (at: number): FrontMatterProblem => ({
  kind: 'too-large',
  start: at,
  end: at + 1,
  message: `The TOML holds more than ${frontMatterValues.toLocaleString('en')} values`,
  help: 'Move what is not about the episode out of the file',
})

/** At most so many brackets are open at once, those in text and comments counted too. */
const deepest = (source: string): number => {
  let depth = 0
  let most = 0
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 0x5b || unit === 0x7b) most = Math.max(most, ++depth)
    else if (unit === 0x5d || unit === 0x7d) depth = Math.max(0, depth - 1)
  }
  return most
}

type MutableMap = MapBranch & { readonly entries: Map<string, Entry> }
type MutableList = ListBranch & { readonly items: Branch[] }

class Builder {
  readonly #source: string
  readonly #start: number
  #values = 0

  /** Whether there are more values than are read. */
  get isFull(): boolean {
    return this.#values > frontMatterValues
  }

  constructor(source: string, start: number) {
    this.#source = source
    this.#start = start
  }

  root(table: AST.TOMLTopLevelTable): MapBranch {
    const root = newMap({ start: this.#start, end: this.#start + this.#source.length })
    for (const part of table.body) {
      if (part.type === 'TOMLKeyValue') this.#add(root, part)
      else this.#table(root, part)
    }
    return root
  }

  #table(root: MutableMap, table: AST.TOMLTable): void {
    const range = this.#range(table.range)
    const keys = table.key.keys
    let map = root
    for (const [i, key] of keys.entries()) {
      const isLast = i === keys.length - 1
      map = isLast && table.kind === 'array' ? this.#newItem(map, key, range) : this.#into(map, key, range)
    }
    for (const entry of table.body) this.#add(map, entry)
  }

  /** One more item of the list of that name. */
  #newItem(map: MutableMap, key: AST.TOMLBare | AST.TOMLQuoted, range: TextRange): MutableMap {
    const name = nameOf(key)
    const known = map.entries.get(name)?.value as MutableList | undefined
    const list: MutableList = known ?? { range, items: [] }
    const item = newMap(range)
    list.items.push(item)
    if (known === undefined) map.entries.set(name, { key: this.#range(key.range), value: list })
    return item
  }

  /** The map of that name, or the last of the list of that name. */
  #into(map: MutableMap, key: AST.TOMLBare | AST.TOMLQuoted, range: TextRange): MutableMap {
    const name = nameOf(key)
    const known = map.entries.get(name)?.value
    const inner = known !== undefined && 'items' in known ? known.items.at(-1) : known
    if (inner !== undefined && 'entries' in inner) return inner as MutableMap
    const made = newMap(range)
    map.entries.set(name, { key: this.#range(key.range), value: made })
    return made
  }

  #add(map: MutableMap, { key, value, range }: AST.TOMLKeyValue): void {
    let parent = map
    for (const part of key.keys.slice(0, -1)) parent = this.#into(parent, part, this.#range(range))
    const last = key.keys.at(-1)!
    parent.entries.set(nameOf(last), { key: this.#range(last.range), value: this.#value(value) })
  }

  #value(node: AST.TOMLContentNode): Branch {
    const range = this.#range(node.range)
    if (++this.#values > frontMatterValues) return { range, text: '', quote }
    if (node.type === 'TOMLArray') return { range, items: node.elements.map(item => this.#value(item)) }
    if (node.type === 'TOMLInlineTable') {
      const map = newMap(range)
      for (const entry of node.body) this.#add(map, entry)
      return map
    }
    return { range, text: this.#text(node), quote }
  }

  /** A number or a date is the text that was written. */
  #text(node: AST.TOMLValue): string {
    if (node.kind === 'string') return node.value
    const written = this.#source.slice(...node.range)
    return node.kind === 'integer' || node.kind === 'float' ? written.replaceAll('_', '') : written
  }

  #range([start, end]: AST.Range): TextRange {
    return { start: this.#start + start, end: this.#start + end }
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string =>
  key.type === 'TOMLBare' ? key.name : key.value

const newMap = (range: TextRange): MutableMap => ({ range, entries: new Map() })

/** A basic string has the escapes of JSON, and one more character that may not stand in it. */
const quote = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f')
