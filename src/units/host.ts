/** Who can reach a host, as far as its name tells. */

import { canParseUrl } from './can-parse-url.ts'
import { isPublic } from './public-address.ts'

/**
 * `nearby`: only this machine, or the network that it is in. `placeholder`: nobody, it stands for an address that is to be filled in.
 * `public`: everybody, or so it says; `.example` counts as public, so that examples can be built.
 */
export type Reach = 'public' | 'nearby' | 'placeholder'

/** What README, docs and `init` write where a show's own host belongs: not a host that there can be, so that nobody publishes it. */
export const hostToFillIn = 'YOUR-SITE'

/** https://www.rfc-editor.org/rfc/rfc2606 and https://www.rfc-editor.org/rfc/rfc6761 keep these for examples and tests. */
const placeholder = new RegExp(
  `(?:^|\\.)(?:example\\.(?:com|org|net)|invalid|test|${hostToFillIn.toLowerCase()})$`,
)

/** https://www.rfc-editor.org/rfc/rfc6761, https://www.rfc-editor.org/rfc/rfc8375; a name without a dot is one of the network at home. */
const nearby = /^(?:[^.:]+|.*\.(?:localhost|local|lan|home\.arpa|internal))$/

/** Of a host as the URL parser writes it, or of the part of an e-mail address behind its `@`. */
export const reachOf = (hostname: string): Reach => {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (placeholder.test(host)) return 'placeholder'
  const address = host.replace(/^\[|\]$/g, '')
  if (address !== host || /^[\d.]+$/.test(host)) return isPublic(address) ? 'public' : 'nearby'
  return nearby.test(host) ? 'nearby' : 'public'
}

/** Of an absolute http(s) URL; what is none reaches nobody. */
export const reachOfUrl = (url: string): Reach =>
  canParseUrl(url) ? reachOf(new URL(url).hostname) : 'placeholder'

/**
 * In the examples the show is at show.example, which can be built. A reader copies what is printed: so the show's own address is
 * shown as one that has to be filled in, and a build says so.
 */
export const unpublishable = (text: string): string =>
  text
    .replace(/(\/\/(?:[\w-]+\.)*)show\.example(?=[/:"'\s)]|$)/g, `$1${hostToFillIn}`)
    .replaceAll('@show.example', '@example.com')
