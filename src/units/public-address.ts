/** Whether an address belongs to the public internet. What a show names may come from a stranger: nothing at home is to be asked. */

import ipaddr from 'ipaddr.js'
import { canParseUrl } from './can-parse-url.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** The only part of IPv6 that is given out as public: https://www.iana.org/assignments/ipv6-unicast-address-assignments/ */
const GLOBAL6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** Azure's own, which answers every machine there. The metadata of the other clouds is link-local or shared, and so is not public. */
const AZURE = '168.63.129.16'

/**
 * What a cloud answers its machines on, keys included, that is not link-local: Azure, Alibaba, and by IPv6 Amazon and Google.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
const METADATA: readonly string[] = [AZURE, '100.100.100.200', 'fd00:ec2::254', 'fd20:ce::254']

/**
 * Of an IPv4 or IPv6 address as the system or the URL parser writes it; false for anything else. What ipaddr.js calls unicast is no
 * block of https://www.iana.org/assignments/iana-ipv4-special-registry/ or iana-ipv6-special-registry/.
 */
export const isPublic = (address: string): boolean => {
  const meant = addressOf(address)
  if (meant === undefined || meant.range() !== 'unicast') return false
  return meant.kind() === 'ipv4' ? meant.toString() !== AZURE : (meant as ipaddr.IPv6).match(GLOBAL6)
}

/**
 * Whether only a machine or its cloud provider answers there: link-local, or the address of a metadata service. No show, feed or hub
 * is there, and whoever names it is after the keys of the machine: it is not asked even where a home or company network may be.
 */
export const isMetadata = (address: string): boolean => {
  const meant = addressOf(address)
  return meant !== undefined && (meant.range() === 'linkLocal' || METADATA.includes(meant.toString()))
}

/** Of an IPv6 address that stands for one of IPv4, that one. */
const addressOf = (address: string): Address | undefined => {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address)
  const six = address.includes(':') ? address6(address) : undefined
  if (six?.isIPv4MappedAddress()) return six.toIPv4Address()
  // https://www.rfc-editor.org/rfc/rfc6052: the last four bytes are the IPv4 address that is meant.
  return six?.range() === 'rfc6052' ? new ipaddr.IPv4(six.toByteArray().slice(12)) : six
}

/** As the URL parser writes it: ipaddr.js takes `::8.8.8.8`, as systems write it, for `::ffff:8.8.8.8`. */
const address6 = (address: string): ipaddr.IPv6 | undefined => {
  const written = `http://[${address.replace(/%.*$/s, '')}]/`
  return canParseUrl(written) ? ipaddr.IPv6.parse(new URL(written).hostname.slice(1, -1)) : undefined
}
