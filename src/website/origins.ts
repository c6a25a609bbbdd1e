/** Hosts that a policy allows by name, because a page's own pictures and recordings lie there. */

import { canParseUrl } from '../units/can-parse-url.ts'

/** What a policy can name, and nothing that it would read as more: `http://*` and `http://a;b` are addresses too. */
const PLAIN_ORIGIN = /^http:\/\/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?::\d{1,5})?$/

/** Of the addresses that begin with `http:`, each once, as the URL parser writes them; those with `https:` are allowed as they are. */
export const httpOrigins = (addresses: readonly string[]): readonly string[] => [
  ...new Set(addresses.flatMap(address => (/^http:/i.test(address) ? (originOf(address) ?? []) : []))),
]

const originOf = (address: string): string | undefined => {
  const origin = canParseUrl(address) ? new URL(address).origin : ''
  return PLAIN_ORIGIN.test(origin) ? origin : undefined
}
