/** HTTP: bounded in time and in headers, and to public addresses only. */

import * as http from 'node:http'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { webHeaderBytes } from '../limits.ts'
import { guardedLookup, isRefused, type Resolve, systemResolve } from './guarded-lookup.ts'
import { type Answer, type Asked, type Transport, unreachable, WebFailure, type Why } from './transport.ts'

export interface HttpOptions {
  readonly userAgent: string
  readonly allowPrivate: boolean
  /** How many connections to one host. */
  readonly connections: number
  /** Milliseconds until the headers must be there. */
  readonly answerWithin: number
  readonly resolve?: Resolve | undefined
}

export interface HttpTransport {
  readonly ask: Transport
  /** Ends the connections that are kept open. */
  readonly close: () => void
}

/** A body that nobody wants is read to its end when it is no longer than this: the connection can be used again. */
const SMALL = 64 * 1024

export const httpTransport = (options: HttpOptions): HttpTransport => {
  const lookup = guardedLookup(options.resolve ?? systemResolve, options.allowPrivate)
  const settings = { keepAlive: true, maxSockets: options.connections }
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) }
  const ask: Transport = asked => {
    const { protocol } = asked.url
    const host = asked.url.hostname.replace(/^\[|\]$/g, '')
    if (protocol !== 'http:' && protocol !== 'https:')
      return Promise.reject(new WebFailure({ kind: 'scheme', host, scheme: protocol.slice(0, -1) }))
    // An address that is written out is never looked up: https://nodejs.org/api/net.html#socketconnectoptions-connectlistener
    if (isIP(host) !== 0 && isRefused(host, options.allowPrivate))
      return Promise.reject(new WebFailure({ kind: 'refused-address', host, address: host }))
    const request = (protocol === 'https:' ? https : http).request({
      agent: agents[protocol],
      lookup,
      protocol,
      hostname: host,
      ...(asked.url.port === '' ? {} : { port: asked.url.port }),
      path: asked.url.pathname + asked.url.search,
      method: asked.method,
      headers: { 'User-Agent': options.userAgent, 'Accept-Encoding': 'identity', ...asked.headers },
      maxHeaderSize: webHeaderBytes,
    })
    return exchange(request, asked, host, options.answerWithin)
  }
  return {
    ask,
    close: () => {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

const exchange = (
  request: http.ClientRequest,
  asked: Asked,
  host: string,
  answerWithin: number,
): Promise<Answer> =>
  new Promise((answered, failed) => {
    const state: { response?: http.IncomingMessage; failure?: WebFailure } = {}
    const tooLate = (): void => {
      state.failure = unreachable('timeout', host)
      // A response that has ended well is not to be ended again.
      ;(state.response ?? request).destroy(state.failure)
    }
    const timer = setTimeout(tooLate, answerWithin)
    asked.signal.addEventListener('abort', tooLate, { once: true })
    const done = (): void => {
      clearTimeout(timer)
      asked.signal.removeEventListener('abort', tooLate)
    }
    request.on('error', error => {
      done()
      failed(state.failure ?? failureOf(error, host))
    })
    request.on('response', response => {
      clearTimeout(timer)
      state.response = response
      response.once('close', done)
      // The connection may break while nobody reads: the reader is told when it comes.
      response.on('error', error => {
        state.failure ??= failureOf(error, host)
      })
      answered(answerOf(response, asked, host, () => state.failure))
    })
    if (asked.signal.aborted) tooLate()
    request.end(asked.body)
  })

const answerOf = (
  response: http.IncomingMessage,
  { method }: Asked,
  host: string,
  failure: () => WebFailure | undefined,
): Answer => ({
  status: response.statusCode ?? 0,
  headers: Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  ),
  body: bodyOf(response, host, failure),
  discard: () => {
    const length = Number(response.headers['content-length'] ?? Number.NaN)
    if (length <= SMALL || method === 'HEAD') response.resume()
    else response.destroy()
  },
})

async function* bodyOf(
  response: http.IncomingMessage,
  host: string,
  failure: () => WebFailure | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response) yield chunk as Uint8Array
  } catch (error) {
    throw failure() ?? failureOf(error as Error, host)
  }
}

const failureOf = (error: NodeJS.ErrnoException, host: string): WebFailure => {
  if (error instanceof WebFailure) return error
  const code = error.code ?? ''
  return unreachable(WHY[code] ?? whyOf(code), host, code === '' ? undefined : code)
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const WHY: Readonly<Record<string, Why>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
}

const whyOf = (code: string): Why =>
  code.startsWith('HPE_')
    ? 'protocol'
    : /CERT|SSL|TLS|UNABLE_TO|SELF_SIGNED|ERR_OSSL/.test(code)
      ? 'tls'
      : 'reset'
