/** URLs as feeds need them: absolute, and in the ASCII of RFC 3986 ("URI"), which every reader understands. */

import { canParseUrl } from './can-parse-url.ts'
import { codePointName } from './text.ts'

export interface UrlProblem {
  readonly kind:
    | 'empty'
    | 'relative'
    | 'scheme'
    | 'credentials'
    | 'space'
    | 'non-ascii'
    | 'percent'
    | 'unreadable'
  /** What was found, for a message: the scheme, the character, the user name. */
  readonly detail: string
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
/** Reserved, unreserved and percent-encoded: https://www.rfc-editor.org/rfc/rfc3986#section-2 */
const OUTSIDE_RFC3986 = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/
/** A host that no parser changes or refuses: letters in the last label, so that it is no IPv4 address in disguise. */
const PLAIN_HTTP = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9]*(?::\d{1,4})?(?=[/?#]|$)/

/** Absolute, http or https, with a host. */
export const isHttpUrl = (text: string): boolean => /^https?:\/\//i.test(text) && canParseUrl(text)

/** The scheme in lower case; undefined for a relative reference. */
export const schemeOf = (text: string): string | undefined => SCHEME.exec(text)?.[1]?.toLowerCase()

/**
 * What stands in the way of using this as an absolute http(s) URL in a feed; several may be true at once.
 * `space` and `non-ascii` are repairable: `resolveUrl` encodes them.
 */
export const urlProblems = (text: string): readonly UrlProblem[] => {
  if (text.trim() === '') return [{ kind: 'empty', detail: '' }]
  const problems: UrlProblem[] = []
  const space = /\s/u.exec(text)
  if (space) problems.push({ kind: 'space', detail: codePointName(space[0]) })
  const foreign = /[^\p{ASCII}]/u.exec(text.replace(/\s/gu, ''))
  if (foreign) problems.push({ kind: 'non-ascii', detail: foreign[0] })
  const percent = /%(?![\da-f]{2})/i.exec(text)
  if (percent) problems.push({ kind: 'percent', detail: text.slice(percent.index, percent.index + 3) })
  return [...problems, ...structuralProblems(text.trim())]
}

const structuralProblems = (text: string): readonly UrlProblem[] => {
  const scheme = schemeOf(text)
  if (scheme === undefined) return [{ kind: 'relative', detail: text }]
  if (scheme !== 'http' && scheme !== 'https') return [{ kind: 'scheme', detail: scheme }]
  const url = isHttpUrl(text) ? parse(text) : undefined
  if (!url) return [{ kind: 'unreadable', detail: text }]
  return url.username || url.password ? [{ kind: 'credentials', detail: url.username }] : []
}

/**
 * The absolute URI that `reference` means on the page or in the folder `base` (a folder's URL ends with a slash), by
 * https://www.rfc-editor.org/rfc/rfc3986#section-5. A well-formed absolute URI stays as it was written.
 * Undefined when no URL can be made of the two.
 */
export const resolveUrl = (base: string, reference: string): string | undefined => {
  const written = reference.trim()
  if (PLAIN_HTTP.test(written) && isUri(written)) return written
  const url = parse(written, base)
  return url && toUri(url.href)
}

/**
 * The same address as the URL Standard writes it (https://url.spec.whatwg.org/#url-serializing), the same on every Node:
 * up to Node 22, `^` stays in a path as it is.
 * @throws TypeError when it is not a URL
 */
export const hrefOf = (text: string): string => {
  const url = readUrl(text)
  if (url.pathname.includes('^')) url.pathname = url.pathname.replaceAll('^', '%5E')
  return url.href
}

/** The URL of a file that is served from `folder`, with or without its final slash; `path` uses forward slashes. */
export const fileUrl = (folder: string, path: string): string | undefined =>
  resolveUrl(`${folder.replace(/(?<!\/)\/+$/, '')}/`, `./${encodePath(path)}`)

/** The path of a file that is served from `folder`, by its URL; undefined for one that is served elsewhere. */
export const pathBelow = (folder: string, url: string): string | undefined => {
  const [base, href] = [parse(`${folder.replace(/\/+$/, '')}/`)?.href, parse(url)?.href]
  if (base === undefined || !href?.startsWith(base)) return undefined
  try {
    const path = decodeURIComponent(href.slice(base.length).split(/[?#]/, 1)[0]!)
    return path.split('/').some(name => name === '' || name === '.' || name === '..') ? undefined : path
  } catch {
    return undefined
  }
}

/**
 * Each segment of a relative file path, percent-encoded in UTF-8. Everything but letters, digits and `-_.!~*'()` is
 * encoded, `+` too: some hosts read a bare one as a space. The bytes of the name stay as they are on disk, in whatever
 * normal form: a host serves the bytes that were uploaded.
 */
export const encodePath = (path: string): string =>
  PLAIN_PATH.test(path) ? path : path.toWellFormed().split('/').map(encodeURIComponent).join('/')

/** Nothing in it is encoded. */
const PLAIN_PATH = /^[\w./-]*$/

const isUri = (text: string): boolean =>
  !OUTSIDE_RFC3986.test(text) && !/[[\]]/.test(text) && text.indexOf('#') === text.lastIndexOf('#')

/** An address that other addresses can be put behind. */
export const directory = (url: string): string => (url.endsWith('/') ? url : `${url}/`)

/** What an address ends in that cannot be followed by a path: a query, a fragment, the name of a page. Undefined for a folder. */
export const tailOf = (url: string): string | undefined =>
  /[?#].*$/.exec(url)?.[0] ??
  /(?<![^/])[^/]+\.(?:xml|rss|atom|json|html?|php)$/i.exec(new URL(url).pathname)?.[0]

/** The folder that was probably meant by such an address. */
export const folderIn = (url: string): string => {
  const { origin, pathname } = new URL(url)
  return origin + pathname.replace(/(?<![^/])[^/]*\.[^/]*$/, '')
}

const parse = (text: string, base?: string): URL | undefined => {
  try {
    return readUrl(text, base)
  } catch {
    return undefined
  }
}

const readUrl = (text: string, base?: string): URL =>
  new URL(withSmallSharpS(text), base && withSmallSharpS(base))

/** Up to Node 22, `ẞ` in a host is read as `ss`: another host. By the standard of today it is `ß`. */
const withSmallSharpS = (text: string): string =>
  text.includes('ẞ') ? text.replace(/^(?:https?:)?\/\/[^/?#]*/i, head => head.replaceAll('ẞ', 'ß')) : text

/** The WHATWG parser leaves some characters alone that RFC 3986 does not allow where they stand. */
const toUri = (href: string): string => {
  const [, head = '', tail = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(.*)$/is.exec(href) ?? []
  const hash = tail.indexOf('#')
  if (hash < 0) return head + encodeOutside(tail)
  return `${head}${encodeOutside(tail.slice(0, hash))}#${encodeOutside(tail.slice(hash + 1).replaceAll('#', '%23'))}`
}

const encodeOutside = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+/g, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
