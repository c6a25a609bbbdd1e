/** Identifiers that anybody can compute again: https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */

import { hash } from 'node:crypto'

/** https://podcasting2.org/docs/podcast-namespace/tags/guid */
const PODCAST_NAMESPACE = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Any version, any case; the all-zero UUID too, which identifies nothing: see `isNilUuid`. */
export const isUuid = (text: string): boolean => UUID.test(text)

export const isNilUuid = (text: string): boolean => isUuid(text) && /^[0-]+$/.test(text)

/** `namespace` must be a UUID; the result is in lower case. */
export const uuidV5 = (namespace: string, name: string): string => {
  const seed = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)])
  const hex = hash('sha1', seed, 'hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * The `podcast:guid` of the show whose feed is, or was first, at this URL. The scheme and trailing slashes do not count;
 * nothing else is changed: no lower case, no dropped query.
 */
export const podcastGuid = (feedUrl: string): string =>
  podcastGuidOf(feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/(?<!\/)\/+$/, ''))

/** Of a seed as it is. */
export const podcastGuidOf = (seed: string): string => uuidV5(PODCAST_NAMESPACE, seed)
