/** The namespaces of podcast feeds, by whatever spelling a feed has them. */

import { deadNamespaces, namespaces, rareNamespaces } from '../table/namespaces.ts'

/** Neither read nor written by the field table. */
const others: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
}

/** Another address of the same namespace, which readers are told to take too: https://podcastindex.org/namespace/1.0 */
export const podcastAlias = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'

export const canonicalNamespaces: Readonly<Record<string, string>> = {
  ...others,
  ...deadNamespaces,
  ...rareNamespaces,
  ...namespaces,
}

/** What feeds vary without meaning another namespace: the scheme, `www.`, the case, a final slash. */
const folded = (uri: string): string =>
  uri
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

const prefixes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(canonicalNamespaces).map(([prefix, uri]): [string, string] => [folded(uri), prefix]),
  [folded(podcastAlias), 'podcast'],
  [folded('http://www.rawvoice.com/rawvoiceRssModule/'), 'rawvoice'],
])

/** Our own prefix for a namespace; undefined for one that is not known. */
export const prefixOfNamespace = (uri: string): string | undefined => prefixes.get(folded(uri))
