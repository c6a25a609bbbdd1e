import type { Edit } from '../../diagnostic.ts'

/** UTF-16 offsets in the file's text; `end` is exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export type ProblemKind =
  /** The file has no front matter. */
  | 'missing'
  /** The opening fence has no closing fence. */
  | 'unclosed'
  /** The fence names a language that is not YAML. Nothing of it is run. */
  | 'language'
  /** The file begins as JSON does, and is none. */
  | 'json'
  | 'leading-blank-lines'
  | 'not-a-map'
  | 'syntax'
  | 'tab-indentation'
  | 'duplicate-key'
  /** The YAML is valid, but a part of what was written is taken as a comment, an anchor or a tag, and is lost. */
  | 'lost-text'
  /** A key that would reach into JavaScript objects. */
  | 'forbidden-key'
  | 'alias-bomb'
  | 'too-deep'
  | 'too-large'
  | 'encoding'

export interface FrontMatterProblem extends TextRange {
  readonly kind: ProblemKind
  readonly message: string
  /** Begins with a verb and shows the right form. */
  readonly help?: string
  /** A repair that has been tried: the text reads further with it than without. */
  readonly edits?: readonly Edit[]
  readonly related?: readonly (TextRange & { readonly message: string })[]
}

/** What a person wrote, made short enough for a message. */
export function shortened(written: string): string {
  const clean = written.trim().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\u{fffd}')
  return clean.length <= 40
    ? clean
    : `${clean
        .slice(0, 39)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}
