/** What the addresses of two recordings have to do with each other. Prefixes that count downloads are no part of an address. */

import { hrefOf, isHttpUrl } from '../units/url.ts'

/**
 * `prefix`: the same address behind other prefixes, or without. `scheme`: http has become https, or the other way round.
 * `query`: only what follows the question mark differs. `host`: the same path elsewhere.
 */
export type Relation = 'same' | 'prefix' | 'scheme' | 'query' | 'host' | 'other'

export const relationOf = (before: string, after: string): Relation => {
  const [one, other] = [hrefIn(before), hrefIn(after)]
  if (one === other) return 'same'
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a === undefined || b === undefined) return 'other'
  if (a.host === b.host && a.path === b.path && a.query === b.query)
    return withoutScheme(one) === withoutScheme(other) ? 'scheme' : 'prefix'
  if (a.host === b.host && a.path === b.path) return 'query'
  return a.path === b.path && a.query === b.query ? 'host' : 'other'
}

/** The same for every way to write an address, without scheme and prefixes. */
export const addressKey = (url: string): string => {
  const parts = partsOf(hrefIn(url))
  return parts === undefined ? url : `${parts.host}${parts.path}${parts.query}`
}

/** The host that serves it in the end. */
export const servingHost = (url: string): string => partsOf(hrefIn(url))?.host ?? url

/** `https://op3.dev/e/`; empty when there is none. */
export const prefixesOf = (url: string): string => {
  const href = hrefIn(url)
  const parts = partsOf(href)
  return parts === undefined ? '' : href.slice(0, parts.start)
}

interface Parts {
  readonly host: string
  readonly path: string
  readonly query: string
  /** Where the host begins, behind prefixes; 0 without any. */
  readonly start: number
}

const hrefIn = (text: string): string => (isHttpUrl(text) ? hrefOf(text) : text)

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//i, '')

/** A name with a dot that no recording ends in: `media.show.example`, and not `redirect.mp3`. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{1,5})?$/i
const FILE = /\.(?:mp[34]|m4[abv]|aac|og[ag]|opus|flac|wav|mov|php|aspx?|html?|xml)$/i

/** The innermost: a prefix is followed by an address without its scheme, or with it. */
const partsOf = (href: string): Parts | undefined => {
  const [, scheme = '', rest = '', query = ''] = /^(https?:\/\/)([^?#]*)([^#]*)/i.exec(href) ?? []
  if (scheme === '') return undefined
  const segments = rest.split('/')
  let last = 0
  for (let i = 1; i < segments.length - 1; i++)
    if (HOST.test(segments[i]!) && !FILE.test(segments[i]!)) last = i
  const before = segments.slice(0, last).join('/')
  return {
    host: segments[last]!.toLowerCase(),
    path: `/${segments.slice(last + 1).join('/')}`,
    query,
    start: last === 0 ? 0 : scheme.length + before.length + 1,
  }
}
