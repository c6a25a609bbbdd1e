/**
 * The notes of a feed as somebody would have written them: Markdown, where the HTML that comes of it is seen to be the same; else the
 * HTML itself. Proved by rendering it back, each time.
 */

import { renderNotes } from '../check/notes/notes.ts'
import { sanitiseHtml } from '../check/notes/sanitise.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { optional } from '../table/optional.ts'
import { isBlankHtml } from '../units/blank.ts'
import { removeForbidden } from '../units/text.ts'
import { mayBeKept, packed } from './kept-as-html.ts'
import { linesOf, markdownOf, markdownOfText, markdownWithHtml } from './markdown.ts'
import { normalHtml } from './normal-html.ts'

export interface WrittenNotes {
  /** What stands below the front matter. */
  readonly text: string
  readonly kind: 'markdown' | 'html' | 'none'
  /** What it comes to in a feed. */
  readonly html: string
  /** Whether the HTML that comes of it is not seen to be the same. */
  readonly isChanged: boolean
  /** What no feed may have, by name: `<script>`. */
  readonly removed: readonly string[]
}

export interface NotesReading {
  /** What relative links are meant from. */
  readonly base: string
  /** Of the page that shows them: what `#part` is a part of. */
  readonly page?: string | undefined
  /** Whether our own renderer has made it: then nothing but the same bytes will do. */
  readonly isOurs: boolean
}

export const notesOf = async (html: string, { base, page, isOurs }: NotesReading): Promise<WrittenNotes> => {
  const from = { url: base, ...optional('page', page) }
  const source = removeForbidden(html).replace(/\r\n?/g, '\n').trim()
  const { html: safe, remarks } = sanitiseHtml(source, from)
  const removed = remarks.filter(({ kind }) => kind === 'unsafe-html').map(({ value }) => value)
  if (isBlankHtml(safe)) return { text: '', kind: 'none', html: '', isChanged: false, removed }
  const wanted = isOurs ? safe : normalHtml(safe)
  for (const candidate of candidates(source, safe)) {
    const text = candidate.text()
    const rendered = (await renderNotes(text, from)).html
    const isSame = isOurs
      ? rendered === wanted
      : candidate.isText
        ? onOneLine(normalHtml(rendered)) === onOneLine(wanted)
        : normalHtml(rendered) === wanted
    if (isSame) return { text, kind: candidate.kind, html: rendered, isChanged: false, removed }
  }
  const text = packed(safe)
  const rendered = (await renderNotes(text, from)).html
  return { text, kind: 'html', html: rendered, isChanged: normalHtml(rendered) !== normalHtml(safe), removed }
}

interface Candidate {
  readonly kind: 'markdown' | 'html'
  readonly text: () => string
  /** Of text without markup, whose lines are shown as lines by some apps and as spaces by others. */
  readonly isText?: true
}

const onOneLine = (normal: string): string => normal.replace(/[\s\u0001\u0002]+/g, ' ')

/** The best first. */
const candidates = (source: string, safe: string): readonly Candidate[] => [
  ...(source.includes('<')
    ? []
    : [
        {
          kind: 'markdown' as const,
          text: () => markdownOfText(withoutReferences(source)),
          isText: true as const,
        },
      ]),
  ...(hasLinesOfText(source)
    ? [{ kind: 'markdown' as const, text: () => markdownOf(withLines(safe)), isText: true as const }]
    : []),
  { kind: 'markdown', text: () => markdownOf(safe) },
  ...(mayBeKept(safe) ? [{ kind: 'markdown' as const, text: () => markdownWithHtml(safe) }] : []),
  { kind: 'html', text: () => safe },
  { kind: 'html', text: () => packed(safe) },
  { kind: 'html', text: () => `<div>\n${packed(safe)}\n</div>` },
]

/** Text in which no more than some words are marked: its paragraphs are blank lines, and many apps show its lines. */
const hasLinesOfText = (source: string): boolean =>
  /\n[^\S\n]*\n/.test(source) && /<(?:a|b|strong|i|em)\b/i.test(source) && !hasOtherTags(source)

const hasOtherTags = (source: string): boolean => /<(?!\/?(?:a|b|strong|i|em|u|span)\b)[/!?a-z]/i.test(source)

const withLines = (html: string): string =>
  html
    .split(/\n\s*\n/)
    .map(part => linesOf(part).join('<br>'))
    .join('<br><br>')
