/**
 * JSON (RFC 8259) with the place of every value, and the exact place of the first fault: JSON.parse gives neither,
 * and its messages change between versions of Node.
 */

import { jsonLevels, jsonValues } from '../limits.ts'
import { positionsIn, type TextPosition } from './positions.ts'

/** `offset`: where it stands, in UTF-16 units. */
export type JsonNode = { readonly offset: number } & (
  | { readonly type: 'object'; readonly members: readonly JsonMember[] }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null }
)

export interface JsonMember {
  readonly key: string
  /** Of the key. */
  readonly offset: number
  readonly value: JsonNode
}

export interface JsonFault extends TextPosition {
  /** What should have stood there. `no-trailing-comma`: a comma with nothing behind it. `less-depth`, `fewer-values`: see limits.ts. */
  readonly expected:
    | 'value'
    | 'key'
    | 'colon'
    | 'comma-or-end'
    | 'end-of-text'
    | 'string-end'
    | 'no-trailing-comma'
    | 'less-depth'
    | 'fewer-values'
}

export type JsonReading =
  | { readonly node: JsonNode; readonly positionAt: (offset: number) => TextPosition }
  | { readonly fault: JsonFault }

/** The last member of that name, as JSON.parse has it. */
export const memberOf = (node: JsonNode, key: string): JsonMember | undefined =>
  node.type === 'object' ? node.members.findLast(member => member.key === key) : undefined

class Fault extends Error {
  readonly offset: number
  readonly expected: JsonFault['expected']
  constructor(offset: number, expected: JsonFault['expected']) {
    super(expected)
    this.offset = offset
    this.expected = expected
  }
}

export function parseJson(text: string): JsonReading {
  const positionAt = positionsIn(text)
  try {
    return { node: new Reader(text).read(), positionAt }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { fault: { ...positionAt(error.offset), expected: error.expected } }
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

const SPACES = ' \t\r\n'
const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE_CODE = 0x20

/** Undefined for an escape that is none. */
function unescaped(raw: string): string | undefined {
  try {
    return JSON.parse(raw) as string
  } catch {
    return undefined
  }
}

class Reader {
  readonly #text: string
  #at = 0
  #values = 0

  constructor(text: string) {
    this.#text = text
    if (text.startsWith('\ufeff')) this.#at = 1
  }

  read(): JsonNode {
    const node = this.#value(0)
    this.#skipSpace()
    if (this.#at < this.#text.length) throw new Fault(this.#at, 'end-of-text')
    return node
  }

  #value(depth: number): JsonNode {
    this.#skipSpace()
    if (depth > jsonLevels) throw new Fault(this.#at, 'less-depth')
    if (++this.#values > jsonValues) throw new Fault(this.#at, 'fewer-values')
    const offset = this.#at
    const first = this.#text[this.#at]
    if (first === '{') return { offset, type: 'object', members: this.#list('}', () => this.#member(depth)) }
    if (first === '[') return { offset, type: 'array', items: this.#list(']', () => this.#value(depth + 1)) }
    if (first === '"') return { offset, type: 'string', value: this.#string() }
    const number = this.#take(NUMBER)
    if (number) return { offset, type: 'number', value: Number(number) }
    const word = this.#take(WORD)
    if (word === 'null') return { offset, type: 'null', value: null }
    if (word) return { offset, type: 'boolean', value: word === 'true' }
    throw new Fault(this.#at, 'value')
  }

  #member(depth: number): JsonMember {
    this.#skipSpace()
    const offset = this.#at
    if (this.#text[this.#at] !== '"') throw new Fault(this.#at, 'key')
    const key = this.#string()
    this.#skipSpace()
    if (!this.#skip(':')) throw new Fault(this.#at, 'colon')
    return { key, offset, value: this.#value(depth + 1) }
  }

  #list<T>(end: string, read: () => T): T[] {
    const found: T[] = []
    this.#at += 1
    this.#skipSpace()
    if (this.#skip(end)) return found
    for (;;) {
      found.push(read())
      this.#skipSpace()
      if (this.#skip(end)) return found
      const comma = this.#at
      if (!this.#skip(',')) throw new Fault(this.#at, 'comma-or-end')
      this.#skipSpace()
      if (this.#text[this.#at] === end) throw new Fault(comma, 'no-trailing-comma')
    }
  }

  #string(): string {
    const end = this.#stringEnd()
    const raw = this.#text.slice(this.#at, end)
    const value = raw.includes('\\') ? unescaped(raw) : raw.slice(1, -1)
    if (value === undefined) throw new Fault(this.#at, 'string-end')
    this.#at = end
    return value
  }

  /** By hand: a regular expression overflows its stack on a string of some megabytes. */
  #stringEnd(): number {
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === QUOTE) return at + 1
      if (code < SPACE_CODE) throw new Fault(at, 'string-end')
      if (code === BACKSLASH) at += 1
    }
    throw new Fault(this.#at, 'string-end')
  }

  #skip(unit: string): boolean {
    if (this.#text[this.#at] !== unit) return false
    this.#at += 1
    return true
  }

  #skipSpace(): void {
    while (SPACES.includes(this.#text[this.#at] ?? '!')) this.#at += 1
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [taken] = pattern.exec(this.#text) ?? []
    if (taken) this.#at += taken.length
    return taken || undefined
  }
}
