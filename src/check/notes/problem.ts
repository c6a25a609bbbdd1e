/** What the notes had that a feed may not have, and where it stands in the Markdown. */

export type NotesProblemKind =
  | 'control-character'
  | 'lone-surrogate'
  | 'unsafe-html'
  /** A tag of no HTML element, such as `</item>`: shown as text. */
  | 'foreign-tag'
  | 'relative-link'
  | 'bad-link'
  | 'too-complex'
  /** What a site generator would have put something in the place of: `{% include x %}`, `{{ page.title }}`. */
  | 'template'
  /** More footnotes than are read: all stay as they are written. The value is empty. */
  | 'many-footnotes'
  /** A link to the file of another episode, which has no page. */
  | 'episode-link'

export interface NotesProblem {
  readonly kind: NotesProblemKind
  /** UTF-16 units of the Markdown, where they are known; `end` is exclusive. */
  readonly start?: number
  readonly end?: number
  /** `U+0007`, `<script>`, `onclick`, the link as it was written. */
  readonly value: string
}

/** A problem before its place is known. */
export interface Remark {
  readonly kind: NotesProblemKind
  readonly value: string
  /** What to look for in the Markdown. */
  readonly needle: string
  /** The lines to look in, from 0; the last is exclusive. */
  readonly lines?: readonly [number, number] | undefined
}
