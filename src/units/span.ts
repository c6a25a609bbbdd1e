/** A stretch of a file, in bytes. */
export interface Span {
  readonly offset: number
  readonly length: number
}
