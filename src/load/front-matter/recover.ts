import { frontMatterErrors, frontMatterParsedCharacters } from '../../limits.ts'
import { applyEdits } from './apply-edits.ts'
import { type Mistake, recognisers } from './mistakes.ts'
import { addEdits, blank, originalOffset, type Patches } from './patches.ts'
import type { FrontMatterProblem, TextRange } from './problem.ts'
import { errorRange, hasTextBefore, unnamedError } from './reasons.ts'
import { entryAround, INDENT, lineAbove, type Suspect, suspectAt } from './suspect.ts'
import { ABSENT, EVENT, isYamlError, parseYaml, type YamlError, type YamlEvent } from './yaml.ts'

/** How many lines above an error may have caused it. */
const MAX_LINES_ABOVE = 8

/** YAML that can be read, made from YAML that perhaps could not. */
export interface Recovered {
  /** The source with its errors mended or blanked out; the source itself when there are none. */
  readonly source: string
  readonly events: readonly YamlEvent[]
  /** Of the source as it was given. */
  readonly problems: readonly FrontMatterProblem[]
  /** The top fields that were blanked out. */
  readonly unread: ReadonlySet<string>
  /** False where no more could be read at all. */
  readonly isReadable: boolean
  /** Leads an offset of the mended source back to the given one. */
  readonly original: (offset: number) => number
}

interface Budget {
  parsed: number
}

interface Attempt {
  readonly patches: Patches
  readonly source: string
  readonly parsed: readonly YamlEvent[] | YamlError
}

/**
 * Parses YAML and goes on after an error: a slip with one sensible meaning is mended, any other costs its outermost entry.
 * So all errors of a file are found at once, and one of them does not hide the other fields.
 */
export function recover(given: string): Recovered {
  const budget = { parsed: 0 }
  const problems: FrontMatterProblem[] = []
  const unread = new Set<string>()
  let now = attempt(given, [], budget)
  let error = errorOf(now)
  while (
    error !== undefined &&
    problems.length < frontMatterErrors &&
    budget.parsed < frontMatterParsedCharacters
  ) {
    const mended = mend(given, now, error, budget)
    const next = mended?.attempt ?? blanked(given, now, error, unread, budget)
    problems.push(problemOf(now, error, mended?.mistake))
    if (next === undefined) break
    now = next
    error = errorOf(now)
  }
  const events = error === undefined && !isYamlError(now.parsed) ? now.parsed : []
  const { patches, source } = now
  return {
    source,
    events,
    problems,
    unread,
    isReadable: error === undefined,
    original: patches.length === 0 ? offset => offset : offset => originalOffset(patches, offset),
  }
}

function attempt(given: string, patches: Patches, budget: Budget): Attempt {
  const source = patches.length === 0 ? given : applyEdits(given, patches).text
  budget.parsed += source.length + 1
  return { patches, source, parsed: parseYaml(source) }
}

/** What js-yaml lets pass, but cannot have been meant. */
function errorOf({ source, parsed }: Attempt): YamlError | undefined {
  if (isYamlError(parsed)) return parsed
  const root = parsed[1]
  if (root !== undefined && root.type !== EVENT.MAPPING) return rootError(root)
  const anchors = new Set<string>()
  for (let index = 1; index < parsed.length; index++) {
    const event = parsed[index]!
    const error = eventError(source, event, parsed[index + 1], anchors)
    if (error !== undefined) return error
  }
  return undefined
}

function rootError(root: YamlEvent): YamlError | undefined {
  if (root.type === EVENT.SEQUENCE) return { position: root.start, reason: 'root is no map' }
  if (root.type === EVENT.SCALAR && root.valueStart === ABSENT) return undefined
  return { position: root.type === EVENT.SCALAR ? root.valueStart : 0, reason: 'root is no map' }
}

function eventError(
  source: string,
  event: YamlEvent,
  next: YamlEvent | undefined,
  anchors: Set<string>,
): YamlError | undefined {
  if (event.type === EVENT.POP) return undefined
  if (event.type === EVENT.DOCUMENT) return secondDocument(source)
  if (event.type === EVENT.ALIAS)
    return anchors.has(source.slice(event.anchorStart, event.anchorEnd))
      ? undefined
      : { position: event.anchorStart - 1, reason: 'unidentified alias' }
  if (event.anchorStart !== ABSENT) anchors.add(source.slice(event.anchorStart, event.anchorEnd))
  if (event.type === EVENT.SCALAR) return indentationError(source, event.valueStart)
  const isKeyed =
    event.type === EVENT.MAPPING && (next?.type === EVENT.MAPPING || next?.type === EVENT.SEQUENCE)
  return isKeyed ? { position: event.start, reason: 'a collection as a mapping key' } : undefined
}

const secondDocument = (source: string): YamlError => ({
  position: Math.max(0, source.search(/^(?:---|\.\.\.)/m)),
  reason: 'a document separator is expected',
})

/** A no-break space or an invisible mark at the start of a line is text to YAML: it makes a field with a strange name. */
function indentationError(source: string, start: number): YamlError | undefined {
  if (start === ABSENT || source.charCodeAt(start) < 0x80 || !INDENT.test(source.charAt(start)))
    return undefined
  return hasTextBefore(source, start) ? undefined : { position: start, reason: 'bad indentation' }
}

interface Mended {
  readonly mistake: Mistake
  readonly attempt: Attempt
}

/** The first guess with which the file reads further. */
function mend(given: string, now: Attempt, error: YamlError, budget: Budget): Mended | undefined {
  if (error.reason.startsWith('nesting')) return undefined
  for (const suspect of suspects(now.source, error))
    for (const recognise of recognisers) {
      const mistake = recognise(now.source, suspect, error)
      if (mistake === undefined || budget.parsed >= frontMatterParsedCharacters) continue
      const patches = patchesOf(given, now.patches, mistake)
      const next = patches === undefined ? undefined : attempt(given, patches, budget)
      if (next !== undefined && readsFurther(now, next, error, suspect)) return { mistake, attempt: next }
    }
  return undefined
}

function patchesOf(given: string, patches: Patches, { edits, without }: Mistake): Patches | undefined {
  if (without !== undefined) return blank(patches, given, without.start, without.end)
  return edits.length === 0 ? undefined : addEdits(patches, edits)
}

function readsFurther(now: Attempt, next: Attempt, error: YamlError, suspect: Suspect): boolean {
  const left = errorOf(next)
  if (left === undefined) return true
  const reached = originalOffset(next.patches, left.position)
  const from = originalOffset(now.patches, Math.max(error.position, suspect.line.end))
  return reached > from
}

/** The error's line and those above it, as far as they may have caused it; an unclosed quote is found only below its line. */
function suspects(source: string, error: YamlError): Suspect[] {
  const at = Math.min(error.position, source.length)
  const list: Suspect[] = []
  if (!isAboveError(error) || hasTextBefore(source, at)) list.push(suspectAt(source, at))
  for (
    let line = lineAbove(source, at);
    line !== undefined && list.length < MAX_LINES_ABOVE;
    line = lineAbove(source, line)
  )
    list.push(suspectAt(source, line))
  return list
}

const isAboveError = (error: YamlError): boolean =>
  /deficient indentation|end of the (?:stream|document) within|^can not read a block mapping entry/.test(
    error.reason,
  )

/** Blanks out the outermost entry around an error; undefined when nothing is left to blank. */
function blanked(
  given: string,
  now: Attempt,
  error: YamlError,
  unread: Set<string>,
  budget: Budget,
): Attempt | undefined {
  if (error.reason.startsWith('root')) return undefined
  const at = isAboveError(error) ? error.position - 1 : error.position
  const entry = entryAround(now.source, errorRange(now.source, at).start)
  if (now.source.slice(entry.start, entry.end).trim() === '') return undefined
  const key = suspectAt(now.source, entry.start).key
  if (key !== undefined) unread.add(now.source.slice(key.start, key.end).replace(/^["']|["']$/g, ''))
  // A field that a stray indentation pushes into the one above is not read either.
  for (const [, name] of now.source.slice(entry.start, entry.end).matchAll(PUSHED)) unread.add(name!)
  return attempt(given, blank(now.patches, given, entry.start, entry.end), budget)
}

const PUSHED = /^[ \t]+([A-Za-z_][\w-]*):(?=[ \t]|$)/gm

function problemOf(now: Attempt, error: YamlError, mistake: Mistake | undefined): FrontMatterProblem {
  const { kind, message, help, start, end, edits } =
    mistake ?? unmended(now.source, error) ?? unnamedError(now.source, error)
  return {
    kind,
    message,
    ...(help === undefined ? {} : { help }),
    ...lifted(now.patches, { start, end }),
    ...(edits === undefined || edits.length === 0
      ? {}
      : { edits: edits.map(edit => ({ ...lifted(now.patches, edit), text: edit.text })) }),
  }
}

/** A guess that names the error without knowing the repair. */
function unmended(source: string, error: YamlError): Mistake | undefined {
  const suspect = suspectAt(source, Math.min(error.position, source.length))
  for (const recognise of recognisers) {
    const mistake = recognise(source, suspect, error)
    if (mistake !== undefined && mistake.edits.length === 0) return mistake
  }
  return undefined
}

const lifted = (patches: Patches, range: TextRange): TextRange => ({
  start: originalOffset(patches, range.start),
  end: originalOffset(patches, range.end),
})
