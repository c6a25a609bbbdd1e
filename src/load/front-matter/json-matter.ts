/** Front matter in JSON: an object at the start of the file, as Hugo reads it, or the whole of a `.json` file. */

import { jsonLevels, jsonValues } from '../../limits.ts'
import { type JsonNode, parseJson } from '../../syntax/json.ts'
import { type FrontMatterProblem, shortened, type TextRange } from './problem.ts'
import type { Branch, Entry, MapBranch } from './tree-matter.ts'

/** Where the object that begins at `start` ends: behind its brace; undefined where it is never closed. */
export const objectEnd = (text: string, start: number): number | undefined => {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) at = stringEnd(text, at) - 1
    else if (unit === 0x7b || unit === 0x5b) depth++
    else if (unit === 0x7d || unit === 0x5d) if (--depth === 0) return at + 1
  }
  return undefined
}

const stringEnd = (text: string, quote: number): number => {
  for (let at = quote + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) return at + 1
    if (unit === 0x5c) at++
  }
  return text.length
}

/** `start`: where the JSON begins in the file. Every range is one of the file. */
export const readJsonMatter = (
  source: string,
  start: number,
): { readonly root: MapBranch } | { readonly problem: FrontMatterProblem } => {
  const reading = parseJson(source)
  if ('fault' in reading) {
    const { offset, expected } = reading.fault
    const range = { start: start + offset, end: start + offset + 1 }
    if (expected === 'less-depth' || expected === 'fewer-values')
      return { problem: { ...range, ...tooMuch[expected] } }
    const found = shortened(source.slice(offset, offset + 30).split(/[\r\n]/, 1)[0]!)
    return {
      problem: {
        kind: 'syntax',
        ...range,
        message: `This is not JSON: expected ${wanted[expected]}, found ${found === '' ? 'the end of the line' : `"${found}"`}`,
        help: 'Write { "title": "First light", … }, with double quotes, and no comma after the last value',
      },
    }
  }
  const branch = branchOf(reading.node, source, start)
  if ('entries' in branch) return { root: branch }
  return {
    problem: {
      kind: 'not-a-map',
      start,
      end: start + 1,
      message: 'The file holds no object: names and values between { and } were expected',
      help: 'Write { "title": "First light", … }',
    },
  }
}

const wanted = {
  value: 'a value',
  key: 'a key in double quotes',
  colon: 'a colon',
  'comma-or-end': 'a comma or the closing bracket',
  'end-of-text': 'nothing more',
  'string-end': 'the closing quote of this text',
  'no-trailing-comma': 'one more value',
} as const

const tooMuch = {
  'less-depth': {
    kind: 'too-deep',
    message: `Lists and objects are nested more than ${jsonLevels} levels deep`,
    help: 'Write it flatter',
  },
  'fewer-values': {
    kind: 'too-large',
    message: `The JSON holds more than ${jsonValues.toLocaleString('en')} values`,
    help: 'Move what is not about the episode out of the file',
  },
} as const

const branchOf = (node: JsonNode, source: string, start: number): Branch => {
  const range = rangeOf(node, source, start)
  switch (node.type) {
    case 'object': {
      const entries = new Map<string, Entry>()
      for (const { key, offset, value } of node.members)
        entries.set(key, {
          key: { start: start + offset, end: start + stringEnd(source, offset) },
          value: branchOf(value, source, start),
        })
      return { range, entries }
    }
    case 'array':
      return { range, items: node.items.map(item => branchOf(item, source, start)) }
    case 'string':
      return { range, text: node.value, quote }
    case 'null':
      return { range, text: '', quote }
    default:
      // A number is the text that was written: one of twenty digits is none of JavaScript's.
      return { range, text: source.slice(range.start - start, range.end - start), quote }
  }
}

const quote = (text: string): string => JSON.stringify(text)

const rangeOf = ({ offset, type }: JsonNode, source: string, start: number): TextRange => {
  const end =
    type === 'object' || type === 'array'
      ? (objectEnd(source, offset) ?? source.length)
      : type === 'string'
        ? stringEnd(source, offset)
        : offset + /^[^\s,\]}]*/.exec(source.slice(offset, offset + 400))![0].length
  return { start: start + offset, end: start + end }
}
