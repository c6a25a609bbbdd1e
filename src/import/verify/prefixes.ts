import { prefixOfNamespace } from '../../feed/feed-namespaces.ts'

/** Names under the usual prefixes, of a feed that may have others: readers of XML as such keep them as they are written. */
export const canonicalPrefixes = (xml: string): ((name: string) => string) => {
  const declared = new Map<string, string>()
  for (const [, prefix, , uri] of xml
    .slice(0, 20_000)
    .matchAll(/\bxmlns:([\w.-]+)\s*=\s*(["'])([^"']*)\2/g)) {
    const known = prefixOfNamespace(uri!)
    if (known !== undefined) declared.set(prefix!, known)
  }
  return name => {
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? undefined : declared.get(name.slice(0, colon))
    return prefix === undefined ? name : `${prefix}${name.slice(colon)}`
  }
}
