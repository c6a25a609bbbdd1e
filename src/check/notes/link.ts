import { resolveUrl, schemeOf } from '../../units/url.ts'

export type Link =
  /** `relative`: to another page; a `#fragment` of the page itself is not worth a word. */
  { readonly url: string; readonly relative: boolean } | { readonly problem: 'unsafe-html' | 'bad-link' }

export interface NotesBase {
  /** The absolute URL of the page or the folder (with its final slash) that relative links are meant from. */
  readonly url: string
  /** Of the page that shows the text: what `#part` is a part of. */
  readonly page?: string | undefined
}

export const LINK_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel']
export const IMAGE_SCHEMES: readonly string[] = ['http', 'https']
/** They run code, or carry a document of their own. */
const UNSAFE_SCHEMES: readonly string[] = ['javascript', 'vbscript', 'data', 'blob']

/** The scheme is read from the resolved URL, never from the text: a parser ignores a newline within `java\nscript:`. */
export const resolveLink = (href: string, base: string, schemes: readonly string[]): Link => {
  const written = MAILBOX.test(href.trim()) ? `mailto:${href.trim()}` : href.trim()
  const url = written === '' ? undefined : resolveUrl(base, written)
  const scheme = url === undefined ? undefined : schemeOf(url)
  if (url === undefined || scheme === undefined) return { problem: 'bad-link' }
  if (schemes.includes(scheme)) return { url, relative: url !== written && isRelative(written) }
  return { problem: UNSAFE_SCHEMES.includes(scheme) ? 'unsafe-html' : 'bad-link' }
}

/** `[write to us](me@show.example)`: no page has such a name. */
const MAILBOX = /^[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/i

const isRelative = (reference: string): boolean =>
  !reference.startsWith('#') && schemeOf(reference) === undefined
