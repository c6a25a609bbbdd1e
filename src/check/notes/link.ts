import { resolveUrl, schemeOf } from '../../units/url.ts'

/** What relative links are meant from. */
export interface NotesBase {
  /** The absolute URL of the page or the folder, with its final slash. */
  readonly url: string
  /** Of the page that shows the text: what `#part` is a part of. */
  readonly page?: string | undefined
  /** Of the folder that pictures with a leading slash lie in, where it is not the host's root. With its final slash. */
  readonly pictures?: string
  /** The text is HTML already, not Markdown. */
  readonly isHtml?: boolean
}

export type Link =
  /** `relative`: to another page; a `#fragment` of the page itself is not worth a word. */
  { readonly url: string; readonly relative: boolean } | { readonly problem: 'unsafe-html' | 'bad-link' }

export const LINK_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel']
export const IMAGE_SCHEMES: readonly string[] = ['http', 'https']
/** They run code, or carry a document of their own. */
const UNSAFE_SCHEMES: readonly string[] = ['javascript', 'vbscript', 'data', 'blob']

/** The scheme is read from the resolved URL, never from the text: a parser ignores a newline within `java\nscript:`. */
export const resolveLink = (href: string, base: NotesBase, schemes: readonly string[]): Link => {
  const written = MAILBOX.test(href.trim()) ? `mailto:${href.trim()}` : href.trim()
  const url = written === '' ? undefined : resolveUrl(...meantFrom(written, base, schemes))
  const scheme = url === undefined ? undefined : schemeOf(url)
  if (url === undefined || scheme === undefined) return { problem: 'bad-link' }
  if (schemes.includes(scheme)) return { url, relative: url !== written && isRelative(written) }
  return { problem: UNSAFE_SCHEMES.includes(scheme) ? 'unsafe-html' : 'bad-link' }
}

/** `[write to us](me@show.example)`: no page has such a name. */
const MAILBOX = /^[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/i

/** A picture with a leading slash may lie in a folder of files that the site serves as its root. */
const meantFrom = (
  written: string,
  base: NotesBase,
  schemes: readonly string[],
): [from: string, to: string] =>
  base.pictures !== undefined && schemes === IMAGE_SCHEMES && /^\/(?!\/)/.test(written)
    ? [base.pictures, written.slice(1)]
    : [base.url, written]

const isRelative = (reference: string): boolean =>
  !reference.startsWith('#') && schemeOf(reference) === undefined
