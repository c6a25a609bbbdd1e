import type { Transcript } from '../../model.ts'

export type TranscriptProblemKind =
  /** Nothing in it. */
  | 'empty'
  /** Over 20 M characters: not read. */
  | 'too-large'
  /** `value`: the type that the file's name promises. */
  | 'name-disagrees'
  // WebVTT and SRT
  /** The first line is not `WEBVTT`. `value`: what it is. */
  | 'no-header'
  /** A line with an arrow that is no timing line. `value`: the line. */
  | 'bad-timing'
  /** A comma before the milliseconds in WebVTT. `value`: the line. */
  | 'comma-in-time'
  /** A full stop before the milliseconds in SRT. `value`: the line. */
  | 'dot-in-time'
  | 'start-not-before-end'
  /** A cue starts before the one above it. */
  | 'not-ascending'
  | 'empty-cue'
  | 'missing-number'
  /** `value`: the number that stands there. */
  | 'number-out-of-order'
  | 'blank-line-in-cue'
  /** Text that belongs to no cue. `value`: its beginning. */
  | 'stray-text'
  // JSON
  /** `value`: what should have stood there, as in json.ts. */
  | 'invalid-json'
  | 'not-an-object'
  | 'missing-version'
  /** `value`: the version that stands there. */
  | 'wrong-version'
  | 'no-segments'
  /** `value`: the key. */
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  /** A time in quotes. `value`: the key. */
  | 'number-as-text'
  // HTML
  /** `value`: the name of the tag; reported once for each name. */
  | 'disallowed-tag'
  | 'unclosed-tag'
  /** `value`: what stands in place of a time. */
  | 'bad-time'

export interface TranscriptProblem {
  readonly kind: TranscriptProblemKind
  /** From 1. */
  readonly line: number
  /** From 1, where the format makes it worth telling. */
  readonly column?: number
  readonly value?: string
}

export interface TranscriptReading extends Transcript {
  /** By line; at most 200. */
  readonly problems: readonly TranscriptProblem[]
}
