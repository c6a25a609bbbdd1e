/** A web out of recipes, for examples: `'https://media.example/001.mp3': '!mp3 10 served without ranges'`. */

import { isPublic } from '../../src/units/public-address.ts'
import { type Answer, type Transport, unreachable, WebFailure } from '../../src/web/transport.ts'
import { recipe } from './recipe.ts'

/**
 * By address: `!status 404`, `!redirect https://…` (`!redirect 308 https://…`), `!form hub.url=…` for what takes this form by POST,
 * or a recipe for bytes and how they are served.
 */
export type Web = Readonly<Record<string, string>>

const TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  wav: 'audio/wav',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  aac: 'audio/aac',
}

/** What is not listed has no server. */
export const webOf =
  (web: Web): Transport =>
  async ({ url, method, headers, body }) => {
    const host = url.hostname
    if (/^[\d.]+$|^\[/.test(host) && !isPublic(host))
      throw new WebFailure({ kind: 'refused-address', host, address: host })
    const [, order = '', words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(web[url.href] ?? '') ?? []
    if (order === '') throw unreachable('dns', host)
    if (order === 'status') return answer(Number(words))
    if (order === 'redirect') {
      const [, status = '302', location = words] = /^(\d{3}) (.*)$/.exec(words) ?? []
      return answer(Number(status), { location })
    }
    if (order === 'form') {
      const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded'
      if (method !== 'POST' || !isForm) return answer(method === 'POST' ? 415 : 405)
      const isIt = new TextDecoder().decode(body) === words
      return answer(isIt ? 204 : 400, {}, isIt ? undefined : new TextEncoder().encode('not this form'))
    }
    if (method === 'POST') return answer(405)
    if (method === 'HEAD' && words.includes('without HEAD')) return answer(405)
    const bytes = recipe(order, words)
    const type = /served as (\S+)/.exec(words)?.[1] ?? TYPES[order]!
    const range = /^bytes=(\d+)-(\d+)$/.exec(headers.Range ?? '')
    const whole = { 'content-type': type, 'content-length': `${bytes.length}` }
    if (method === 'HEAD') return answer(200, whole)
    if (range === null || words.includes('without ranges')) return answer(200, whole, bytes)
    const start = Number(range[1])
    const part = bytes.subarray(start, Number(range[2]) + 1)
    const place = `bytes ${start}-${start + part.length - 1}/${bytes.length}`
    return answer(206, { ...whole, 'content-length': `${part.length}`, 'content-range': place }, part)
  }

const answer = (status: number, headers: Answer['headers'] = {}, bytes?: Uint8Array): Answer => ({
  status,
  headers,
  body: (async function* () {
    if (bytes !== undefined) yield bytes
  })(),
  discard: () => {},
})
