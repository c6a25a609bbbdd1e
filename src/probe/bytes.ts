export interface Span {
  readonly offset: number
  readonly length: number
}
export type Reading<T> = Generator<Span, T, Uint8Array>
