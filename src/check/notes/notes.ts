/** Show notes: Markdown in, HTML that any feed reader may be given out. Pure, and it never throws. */

import { notesProblemsOfAKind, notesTags } from '../../limits.ts'
import { escapeForeignTags } from '../../syntax/html-elements.ts'
import { isBlankHtml } from '../../units/blank.ts'
import { escapeText } from '../../units/escape-html.ts'
import { findForbidden, removeForbidden } from '../../units/text.ts'
import { type Rendering, renderHtml } from './html.ts'
import type { NotesBase } from './link.ts'
import { locate } from './locate.ts'
import { hasTooManyFootnotes, isTooDeep, parseMarkdown } from './markdown.ts'
import { type PlainTextOptions, plainText } from './plain-text.ts'
import type { NotesProblem } from './problem.ts'

export type { NotesBase } from './link.ts'

export interface Notes {
  /** Safe, links absolute, without a newline at the end. Empty when there would be nothing to see. */
  readonly html: string
  /** For plain-text fields. Computed when asked for. */
  readonly text: (options?: PlainTextOptions) => string
  readonly problems: readonly NotesProblem[]
}

/** UTF-16 units. Real notes end below 400,000; beyond this, only their text is shown. */
const LONGEST = 1 << 20
/** HTML is longer than its Markdown, but not by more than this. */
const LONGEST_HTML = { factor: 32, least: 1 << 20 }

/**
 * A promise only where the Markdown holds raw HTML, because the sanitiser is then loaded: `await` suits both.
 */
export const renderNotes = (markdown: string, base: NotesBase): Notes | Promise<Notes> => {
  const forbidden = findForbidden(markdown)
  const source = {
    text: forbidden.length > 0 ? removeForbidden(markdown) : markdown,
    problems: firstOfEachKind(forbidden).map(asProblem),
  }
  const rendering = render(source.text, base)
  if (!rendering) return tooComplex(source.text, source.problems)
  const shift = shifter(forbidden)
  const problems = (remarks: Rendering['remarks']) => [
    ...source.problems,
    ...footnoteProblems(source.text, base),
    ...locate(source.text, firstOfEachKind(remarks)).map(problem => shifted(problem, shift)),
  ]
  if (!rendering.hasRawHtml) return notes(rendering.html, problems(rendering.remarks))
  return import('./sanitise.ts').then(({ sanitiseHtml }) => {
    const { html, remarks } = sanitiseHtml(rendering.html, base)
    const placed = remarks.map(remark => ({ ...remark, lines: span(rendering.rawLines) }))
    return notes(html, problems([...rendering.remarks, ...placed]))
  })
}

const render = (text: string, base: NotesBase): Rendering | undefined => {
  if (text.length > LONGEST) return undefined
  if (base.isHtml) return htmlAsIs(text)
  const tokens = parseMarkdown(text)
  if (isTooDeep(tokens)) return undefined
  return renderHtml(tokens, base, Math.max(LONGEST_HTML.least, text.length * LONGEST_HTML.factor))
}

const footnoteProblems = (text: string, { isHtml }: NotesBase): readonly NotesProblem[] =>
  !isHtml && hasTooManyFootnotes(text) ? [{ kind: 'many-footnotes', value: '' }] : []

/** Of a page that was written in HTML. */
const htmlAsIs = (text: string): Rendering | undefined => {
  if (text.split('<').length > notesTags) return undefined
  const html = escapeForeignTags(text)
  return { html, hasRawHtml: true, remarks: [], rawLines: [[0, text.split('\n').length]] }
}

const notes = (html: string, problems: readonly NotesProblem[]): Notes => {
  // An entity can smuggle in what XML forbids.
  const clean = removeForbidden(html)
  const lines = clean.includes('\r') ? clean.replace(/\r\n?/g, '\n') : clean
  return notesOf({
    html: isBlankHtml(lines) ? '' : withoutLastBreaks(lines),
    problems: [...problems].sort(byStart),
  })
}

const withoutLastBreaks = (html: string): string => {
  let end = html.length
  while (html[end - 1] === '\n') end--
  return html.slice(0, end)
}

/** Notes that were rendered before, from what of them is data. */
export const notesOf = ({ html, problems }: Pick<Notes, 'html' | 'problems'>): Notes => ({
  html,
  text: options => plainText(html, options),
  problems,
})

const firstOfEachKind = <T extends { readonly kind: string }>(found: readonly T[]): readonly T[] => {
  const counts = new Map<string, number>()
  return found.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= notesProblemsOfAKind
  })
}

const byStart = (a: NotesProblem, b: NotesProblem): number => (a.start ?? 0) - (b.start ?? 0)

/** All text is kept, in its paragraphs and lines; the markup is shown as it was written. */
const tooComplex = (text: string, problems: readonly NotesProblem[]): Notes => {
  const paragraphs = text.split(/(?:\r\n?|\n)\s*?(?:\r\n?|\n)/).filter(paragraph => paragraph.trim() !== '')
  const html = paragraphs.map(p => `<p>${escapeText(p.trim()).replace(/\r\n?|\n/g, '<br>\n')}</p>`).join('\n')
  return notes(html, [...problems, { kind: 'too-complex', value: `${text.length}` }])
}

const asProblem = ({ kind, start, end, name }: ReturnType<typeof findForbidden>[number]): NotesProblem => ({
  kind,
  start,
  end,
  value: name,
})

/** The lines from the first to the last raw HTML. */
const span = (lines: Rendering['rawLines']): readonly [number, number] | undefined =>
  lines.length === 0 ? undefined : [lines[0]![0], lines.at(-1)![1]]

/** From places in the cleaned text to places in the text as written. */
const shifter =
  (removed: ReturnType<typeof findForbidden>) =>
  (offset: number): number => {
    let written = offset
    for (const { start, end } of removed) {
      if (start > written) break
      written += end - start
    }
    return written
  }

const shifted = (problem: NotesProblem, shift: (offset: number) => number): NotesProblem =>
  problem.start === undefined || problem.end === undefined
    ? problem
    : { ...problem, start: shift(problem.start), end: shift(problem.end - 1) + 1 }
