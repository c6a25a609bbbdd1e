import type { Edit } from '../../diagnostic.ts'
import { lineEnd, lineStart } from './place.ts'
import type { FrontMatterProblem, TextRange } from './problem.ts'
import { inQuotes } from './quote.ts'
import { ABSENT, type ScalarEvent, STYLE } from './yaml.ts'

/**
 * The rest of a line from `start` on, without white space and comment at its end, and the edit that quotes it.
 * Inside [ ] or { } nobody knows where the text was meant to end: there is no edit.
 */
export function quotedRest(
  source: string,
  start: number,
): TextRange & { readonly text: string; readonly edits: readonly Edit[] } {
  const at = Math.max(0, start)
  const inFlow = /[[{]/.test(source.slice(lineStart(source, at), at))
  const line = source.slice(at, lineEnd(source, at))
  const comment = line.search(/[ \t]#(?:[ \t]|$)/)
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  const end = at + written.length
  const text = inQuotes(written)
  return { start: at, end, text, edits: inFlow ? [] : [{ start: at, end, text }] }
}

const SPACE = 0x20
const TAB = 0x09
const HASH = 0x23
const COLON = 0x3a

/**
 * A `#` that follows a plain value after a space, with no space after it: `Episode #5` reads as `Episode`.
 * With a space after it, it was meant as a comment.
 */
export function commentAfter(
  source: string,
  key: ScalarEvent | undefined,
  value: ScalarEvent,
): FrontMatterProblem | undefined {
  const empty = value.valueStart === ABSENT
  const end = empty ? afterColon(source, key) : value.valueEnd
  if (end === undefined) return undefined
  let hash = end
  while (isBlank(source.charCodeAt(hash))) hash++
  if (hash === end || source.charCodeAt(hash) !== HASH || !/[^\s#!]/.test(source.charAt(hash + 1)))
    return undefined
  return lostComment(source, empty ? hash : value.valueStart, hash)
}

const isBlank = (unit: number): boolean => unit === SPACE || unit === TAB

function afterColon(source: string, key: ScalarEvent | undefined): number | undefined {
  if (key === undefined || key.valueStart === ABSENT) return undefined
  let at = key.valueEnd + (key.style === STYLE.PLAIN ? 0 : 1)
  while (isBlank(source.charCodeAt(at))) at++
  return source.charCodeAt(at) === COLON ? at + 1 : undefined
}

function lostComment(source: string, valueStart: number, hash: number): FrontMatterProblem {
  const { end, text, edits } = quotedRest(source, valueStart)
  // A number after # is an episode's number. A word may be a note to oneself: a person has to decide.
  const certain = /\d/.test(source.charAt(hash + 1)) && !source.slice(valueStart, hash).includes('\n')
  return {
    kind: 'lost-text',
    start: hash,
    end,
    message: '# after a space begins a comment in YAML, so that this is not part of the text',
    help: `Quote the value to keep it (${text.length <= 60 ? text : '"… #5"'}), or write a space after # to mean a comment`,
    ...(certain ? { edits } : {}),
  }
}
