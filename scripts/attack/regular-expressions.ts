import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Attack } from './attack.ts'

/** Characters of the smaller text, and by how much the larger one is longer. */
const SIZE = 2_000
const FACTOR = 8
/** Between linear (8) and quadratic (64). */
const MOST_GROWTH = 24
/** Milliseconds. Less is noise. */
const NOISE = 4

export interface Literal {
  readonly file: string
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** The regular expressions that a TypeScript file writes down. */
export const literalsIn = (file: string, text: string): readonly Literal[] => {
  const found: Literal[] = []
  let before = ''
  let line = 1
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2)
    const skipped =
      rest === '/*'
        ? text.indexOf('*/', at) + 2
        : rest === '//'
          ? text.indexOf('\n', at)
          : endOfString(text, at)
    if (skipped > at) {
      line += text.slice(at, skipped).split('\n').length - 1
      // What ends a string ends a value.
      if (rest !== '/*' && rest !== '//') before = '"'
      at = skipped
      continue
    }
    const literal =
      text[at] === '/' && /[(,=:[!&|?{};>+]$|^$|\b(?:return|typeof|case|of|in)$/.test(before)
        ? LITERAL.exec(text.slice(at, at + 4000))
        : null
    if (literal !== null) {
      found.push({ file, line, source: literal[1]!, flags: literal[2]! })
      before = '"'
      at += literal[0].length
      continue
    }
    if (text[at] === '\n') line++
    if (!/\s/.test(text[at]!)) before = (before + text[at]).slice(-12)
    else if (/\w$/.test(before)) before += ' '
    before = before.replace(
      / $/,
      /\w/.test(text[at + 1] ?? '') && !/(?:return|typeof|case|of|in) $/.test(before) ? ' ' : '',
    )
    at++
  }
  return found
}

const LITERAL =
  /^\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])*)\/([dgimsuvy]*)/

/** Where a string that begins here ends; here, when none does. */
const endOfString = (text: string, from: number): number => {
  const quote = text[from]
  if (quote !== '"' && quote !== "'" && quote !== '`') return from
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    // What stands in `${…}` may hold strings of its own, but hardly a regular expression.
    else if (quote === '`' && text.startsWith('${', at)) at = closing(text, at + 2)
    else if (text[at] === quote) return at + 1
    else if (text[at] === '\n' && quote !== '`') return from
  }
  return from
}

const closing = (text: string, from: number): number => {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    const end = endOfString(text, at)
    if (end > at) at = end - 1
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}

/** What to repeat: the characters that the expression itself speaks of, and one of each kind; alone and in pairs. */
const pumpsOf = ({ source }: Literal): readonly string[] => {
  const own = [...source.replace(/\\[a-zA-Z]\{[^}]*\}|\\[a-zA-Z]|[\\^$()*+?[\]{}|]/g, '')]
  const characters = [...new Set([...own.slice(0, 60), 'a', '0', ' ', '\n', '-'])].slice(0, 14)
  return [...characters, ...characters.flatMap(one => characters.map(other => one + other))]
}

const millisecondsOf = (pattern: RegExp, text: string): number => {
  const start = process.cpuUsage()
  pattern.lastIndex = 0
  pattern.test(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The worst of all pumps, when it grows faster than the text. */
export const growthOf = (literal: Literal): string | undefined => {
  const pattern = new RegExp(literal.source, literal.flags)
  // What the first half matches must fail in the end.
  const textOf = (pump: string, size: number): string =>
    `${pump.repeat(Math.ceil(size / pump.length))}\u0000!`
  for (const pump of pumpsOf(literal)) {
    const large = millisecondsOf(pattern, textOf(pump, FACTOR * SIZE))
    if (large < MOST_GROWTH * NOISE) continue
    const small = Math.max(
      NOISE,
      Math.min(...[1, 2, 3].map(() => millisecondsOf(pattern, textOf(pump, SIZE)))),
    )
    const again = millisecondsOf(pattern, textOf(pump, FACTOR * SIZE))
    if (Math.min(large, again) / small > MOST_GROWTH)
      return `${JSON.stringify(pump)} ${Math.round(Math.min(large, again))} ms`
  }
  return undefined
}

export const regularExpressions: Attack = {
  name: 'regular expressions',
  tries: 'each regular expression of src, on texts of its own characters at two sizes',
  run: async ({ root, onProgress }) => {
    const src = join(root, 'src')
    const files = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
      .map(entry => join(entry.parentPath, entry.name))
    const literals = files.flatMap(file => literalsIn(relative(root, file), readFileSync(file, 'utf8')))
    const failures: string[] = []
    for (const [index, literal] of literals.entries()) {
      onProgress(index, literals.length)
      const growth = growthOf(literal)
      if (growth !== undefined)
        failures.push(`${literal.file}:${literal.line} /${literal.source}/${literal.flags} ${growth}`)
    }
    return { tried: literals.length, failures }
  },
}
