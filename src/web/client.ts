/** Redirects and second attempts, over any transport. */

import { webPauseMilliseconds, webRedirects } from '../limits.ts'
import { canParseUrl } from '../units/can-parse-url.ts'
import { PASSING } from './passing.ts'
import {
  type Answer,
  type Method,
  type Transport,
  unreachable,
  WebFailure,
  type WebProblem,
} from './transport.ts'

export interface Client {
  readonly ask: Transport
  /** Waits so many milliseconds before the next attempt. */
  readonly sleep: (milliseconds: number) => Promise<void>
}

export interface Followed {
  readonly answer: Answer
  /** Where the answer came from at last. */
  readonly url: URL
  /** The way led from https to http. */
  readonly isDowngraded: boolean
  /** Where it did so first. */
  readonly downgradedTo: string | undefined
}

export interface Question {
  readonly method: Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly signal: AbortSignal
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
/** Those after which it is asked in the same way: https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
const KEEPING: readonly number[] = [307, 308]

/**
 * Every step is checked as the first one was: that is the transport's doing. A POST stays one, and what was meant for https is not
 * sent in the clear: another redirect is the answer. Rejects with a `WebFailure`.
 */
export const follow = async (
  { ask }: Client,
  start: URL,
  { method, headers = {}, body, signal }: Question,
): Promise<Followed> => {
  const followed = method === 'POST' ? KEEPING : REDIRECTS
  let url = start
  let sent = headers
  let downgradedTo: string | undefined
  for (let hops = 0; ; hops++) {
    const answer = await ask({ url, method, headers: sent, body, signal })
    const location = followed.includes(answer.status) ? answer.headers.location : undefined
    if (location === undefined) return { answer, url, isDowngraded: downgradedTo !== undefined, downgradedTo }
    answer.discard()
    if (hops === webRedirects) throw new WebFailure({ kind: 'too-many-redirects', host: url.hostname })
    const next = canParseUrl(location, url.href) ? new URL(location, url.href) : undefined
    if (next === undefined) throw unreachable('protocol', url.hostname, 'Location')
    if (next.protocol !== 'http:' && next.protocol !== 'https:')
      throw new WebFailure({ kind: 'scheme', host: url.hostname, scheme: next.protocol.slice(0, -1) })
    if (url.protocol === 'https:' && next.protocol === 'http:') downgradedTo ??= next.hostname
    if (next.origin !== url.origin) sent = withoutCredentials(sent)
    if (downgradedTo !== undefined && method === 'POST')
      throw new WebFailure({ kind: 'scheme', host: url.hostname, scheme: 'http' })
    url = next
  }
}

/** They are for the one who was asked: https://fetch.spec.whatwg.org/#http-redirect-fetch */
const withoutCredentials = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|x-auth-.*)$/i.test(name)))

/** Milliseconds before the second and the third attempt. */
const PAUSES = [500, 2000]

/** What may be better a moment later is tried again, twice. */
export const persist = async <T>({ sleep }: Client, attempt: () => Promise<T>): Promise<T> => {
  for (const pause of PAUSES) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof WebFailure) || !mayPass(error.problem)) throw error
      const { retryAfter } = error.problem.kind === 'status' ? error.problem : {}
      await sleep(Math.min(retryAfter ?? pause, webPauseMilliseconds))
    }
  }
  return attempt()
}

const mayPass = (problem: WebProblem): boolean =>
  problem.kind === 'status'
    ? PASSING.includes(problem.status)
    : problem.kind === 'unreachable' && (problem.why === 'reset' || problem.detail === 'EAI_AGAIN')

/** For an answer whose status is none that helps. */
export const statusFailure = ({ status, headers }: Answer, { hostname }: URL): WebFailure =>
  new WebFailure({ kind: 'status', status, host: hostname, retryAfter: retryAfterOf(headers) })

/** In milliseconds. A date is counted from the server's own clock: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
const retryAfterOf = (headers: Answer['headers']): number | undefined => {
  const written = headers['retry-after']
  if (written === undefined) return undefined
  const wait = /^\d{1,9}$/.test(written)
    ? Number(written) * 1000
    : Date.parse(written) - Date.parse(headers.date ?? '')
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined
}
