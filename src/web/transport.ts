/** One question to a server and its answer, whatever carries them: HTTP, or a recipe in an example. */

export type Method = 'HEAD' | 'GET' | 'POST'

export interface Asked {
  readonly url: URL
  readonly method: Method
  readonly headers: Readonly<Record<string, string>>
  /** Of a POST. */
  readonly body?: Uint8Array | undefined
  /** Ends the whole exchange, the body included. */
  readonly signal: AbortSignal
}

export interface Answer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Rejects with a `WebFailure`. To stop reading early ends the connection. */
  readonly body: AsyncIterable<Uint8Array>
  /** Instead of reading the body. */
  readonly discard: () => void
}

/** Rejects with a `WebFailure`. Follows no redirect. */
export type Transport = (asked: Asked) => Promise<Answer>

export type Why =
  /** No such name, or no answer from the name servers. */
  | 'dns'
  /** Nothing listens there. */
  | 'refused'
  | 'timeout'
  /** The connection broke off. */
  | 'reset'
  /** The certificate, or the encryption. */
  | 'tls'
  /** What came is no HTTP. */
  | 'protocol'
  /** Another file came than a moment before. */
  | 'changed'
  /** Compressed, though that was not asked for: neither length nor ranges are those of the audio. */
  | 'encoded'
  /** More than would be read. */
  | 'too-large'
  /** There was no room for it on this machine. */
  | 'no-room'

/** In all, for one build. */
export type NetworkLimit = { readonly milliseconds: number } | { readonly bytes: number }

export type WebProblem =
  | { readonly kind: 'unreachable'; readonly why: Why; readonly host: string; readonly detail?: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly host: string
      /** Milliseconds. */
      readonly retryAfter?: number | undefined
    }
  /** Not asked any more: one build uses the network for so long, or so much. */
  | { readonly kind: 'over-limit'; readonly host: string; readonly limit: NetworkLimit }
  | { readonly kind: 'refused-address'; readonly host: string; readonly address: string }
  | { readonly kind: 'too-many-redirects'; readonly host: string }
  | { readonly kind: 'scheme'; readonly host: string; readonly scheme: string }

/** What a reading over the web is broken off with. Never leaves this folder. */
export class WebFailure extends Error {
  override readonly name = 'WebFailure'
  readonly problem: WebProblem

  constructor(problem: WebProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export const unreachable = (why: Why, host: string, detail?: string): WebFailure =>
  new WebFailure({ kind: 'unreachable', why, host, ...(detail === undefined ? {} : { detail }) })
