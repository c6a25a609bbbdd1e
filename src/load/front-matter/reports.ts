/** What is wrong with YAML that can be read: text that is lost in it, and names that cannot stand. */

import type { Edit } from '../../diagnostic.ts'
import { lineEnd, lineStart } from './place.ts'
import { type FrontMatterProblem, shortened, type TextRange } from './problem.ts'
import { inQuotes } from './quote.ts'
import {
  ABSENT,
  type AliasEvent,
  EVENT,
  isQuoted,
  type ListEvent,
  type MapEvent,
  type ScalarEvent,
  STYLE,
  scalarText,
  type YamlEvent,
} from './yaml.ts'

export const aliasBomb = (event: AliasEvent, message: string): FrontMatterProblem => ({
  kind: 'alias-bomb',
  start: event.anchorStart - 1,
  end: event.anchorEnd,
  message,
  help: 'Write the value out where it is needed',
})

export function collectionAsKey(source: string, key: YamlEvent): FrontMatterProblem {
  return {
    kind: 'syntax',
    ...eventRange(source, key),
    message: 'There is a list or a map where the name of a field was expected',
    help: 'Write a name before the colon, or quote the value that it belongs to',
  }
}

export const forbiddenKey = (source: string, key: YamlEvent): FrontMatterProblem => ({
  kind: 'forbidden-key',
  ...eventRange(source, key),
  message: '"__proto__" cannot be the name of a field',
  help: 'Remove this field',
})

export function emptyKey(key: YamlEvent, value: YamlEvent | undefined): FrontMatterProblem {
  const start = Math.max(0, eventStart(key) === ABSENT ? eventStart(value) : eventStart(key))
  return {
    kind: 'syntax',
    start,
    end: start,
    message: 'The name of a field is empty; a name was expected before the colon',
    help: 'Write a name before the colon, e.g. title: First light',
  }
}

export function duplicateKey(
  source: string,
  key: string,
  keys: readonly ScalarEvent[],
  event: YamlEvent,
): FrontMatterProblem {
  const first = keys.find(earlier => scalarText(source, earlier) === key)
  return {
    kind: 'duplicate-key',
    ...eventRange(source, event),
    message: `"${shortened(key)}" is written twice, so it is unclear which of the two is meant`,
    help: 'Keep the one that is right, and remove the other',
    ...(first === undefined
      ? {}
      : { related: [{ ...eventRange(source, first), message: 'It is first written here' }] }),
  }
}

type Anchored = ScalarEvent | ListEvent | MapEvent

/** `title: &Friends`: valid YAML that loses its text. */
export function unusedAnchor(source: string, event: Anchored): FrontMatterProblem {
  const start = event.anchorStart - 1
  const { text, edits } = quotedRest(source, start)
  return {
    kind: 'lost-text',
    start,
    end: event.anchorEnd,
    message: `& begins a name for a value in YAML, so that "${shortened(source.slice(start, event.anchorEnd))}" is not part of the text`,
    help: `Quote a value that begins with &: ${shortened(text)}`,
    ...edits,
  }
}

/** Tags of YAML's own: they say what the schema says anyway. */
const STANDARD_TAG = /^!(?:$|!(?:str|int|float|bool|null|timestamp|seq|map)$)/

/** `title: !important news`: valid YAML that loses its first word. */
export function unknownTag(source: string, event: Anchored): FrontMatterProblem | undefined {
  const tag = source.slice(event.tagStart, event.tagEnd)
  if (STANDARD_TAG.test(tag)) return undefined
  const { text, edits } = quotedRest(source, event.tagStart)
  return {
    kind: 'lost-text',
    start: event.tagStart,
    end: event.tagEnd,
    message: `! begins a tag in YAML, so that "${shortened(tag)}" is not part of the text`,
    help: `Quote a value that begins with !: ${shortened(text)}`,
    ...(event.type === EVENT.SCALAR ? edits : {}),
  }
}

const SPACE = 0x20
const TAB = 0x09
const HASH = 0x23
const COLON = 0x3a

/**
 * `title: Episode #5` reads as `Episode`: a # after a plain value and a space, with no space after it.
 * With a space after it, it was meant as a comment.
 */
export function commentAfter(
  source: string,
  key: ScalarEvent | undefined,
  value: ScalarEvent,
): FrontMatterProblem | undefined {
  const isEmpty = value.valueStart === ABSENT
  const end = isEmpty ? afterColon(source, key) : value.valueEnd
  if (end === undefined) return undefined
  let hash = end
  while (isBlank(source.charCodeAt(hash))) hash++
  if (hash === end || source.charCodeAt(hash) !== HASH || !/[^\s#!]/.test(source.charAt(hash + 1)))
    return undefined
  return lostComment(source, isEmpty ? hash : value.valueStart, hash)
}

const isBlank = (unit: number): boolean => unit === SPACE || unit === TAB

function afterColon(source: string, key: ScalarEvent | undefined): number | undefined {
  if (key === undefined || key.valueStart === ABSENT) return undefined
  let at = key.valueEnd + (isQuoted(key) ? 1 : 0)
  while (isBlank(source.charCodeAt(at))) at++
  return source.charCodeAt(at) === COLON ? at + 1 : undefined
}

function lostComment(source: string, valueStart: number, hash: number): FrontMatterProblem {
  const isOneLine = !/[\r\n]/.test(source.slice(valueStart, hash))
  const { end, text, edits } = quotedRest(source, isOneLine ? valueStart : hash)
  const shown = isOneLine && text.length <= 60 ? text : '"… #5"'
  // A number after # is an episode's number. A word may be a note to oneself: a person has to decide.
  const isCertain = isOneLine && /\d/.test(source.charAt(hash + 1))
  return {
    kind: 'lost-text',
    start: hash,
    end,
    message: `everything after a space and # counts as a comment, so "${shortened(source.slice(hash, end))}" is lost from the text`,
    help: `Quote the whole value to keep it (${shown}), or write a space after # to mean a comment`,
    ...(isCertain ? edits : {}),
  }
}

interface Rest extends TextRange {
  /** In quotes. */
  readonly text: string
  readonly edits: { readonly edits?: readonly Edit[] }
}

/**
 * The rest of a line from `start` on, without white space and comment at its end, and the edit that quotes it.
 * Inside [ ] or { } nobody knows where the text was meant to end: there is no edit.
 */
function quotedRest(source: string, start: number): Rest {
  const isInFlow = /[[{]/.test(source.slice(lineStart(source, start), start))
  const line = source.slice(start, lineEnd(source, start))
  const comment = line.search(/[ \t]#(?:[ \t]|$)/)
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  const end = start + written.length
  const text = inQuotes(written)
  return { start, end, text, edits: isInFlow ? {} : { edits: [{ start, end, text }] } }
}

/** Where an event's text starts; ABSENT for an empty scalar and for what has no text. */
function eventStart(event: YamlEvent | undefined): number {
  switch (event?.type) {
    case EVENT.SCALAR:
      return event.valueStart === ABSENT ? ABSENT : event.valueStart - (isQuoted(event) ? 1 : 0)
    case EVENT.SEQUENCE:
    case EVENT.MAPPING:
      return event.start
    case EVENT.ALIAS:
      return event.anchorStart - 1
    default:
      return ABSENT
  }
}

function eventRange(source: string, event: YamlEvent): TextRange {
  const start = Math.max(0, eventStart(event))
  if (event.type === EVENT.ALIAS) return { start, end: event.anchorEnd }
  if (event.type === EVENT.SCALAR && event.valueStart !== ABSENT && event.style !== STYLE.LITERAL_BLOCK)
    return { start, end: event.valueEnd + (isQuoted(event) ? 1 : 0) }
  return { start, end: lineEnd(source, start) }
}
