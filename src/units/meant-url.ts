/** What address was probably meant by one that is none. */

import { canParseUrl } from './can-parse-url.ts'

/** They are endings of files, whatever is also a top-level domain. */
const FILE =
  /\.(?:aac|aspx?|atom|cgi|css|flac|gif|jpe?g|js|json|jsp|m4[av]|md|mov|mp[34]|ogg|opus|pdf|php|png|rss|[sx]?html?|srt|svg|txt|vtt|wav|webm|webp|xml|ya?ml|zip)$/i
/** Endings of files that are top-level domains too. */
const FILE_OR_HOST = /\.(?:md|mov|zip)$/i
const NAME = /^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+\p{L}{2,}$/u
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * The user's own words as a whole address: `jo.github.io/podcast`, `//cdn.example/x`, `htps//show.example`, `<https://show.example>`.
 * Undefined where no host can be seen in them.
 */
export const meantUrl = (written: string): string | undefined => {
  if (written.length > 2000) return undefined
  const bare = unwrapped(written.trim())
  const [, slashes, rest = bare] = /^(?:[hps]*t[htps]*[:;.]{0,2}|:)?(\/{1,3})(.*)$/i.exec(bare) ?? []
  // One slash and nothing before it begins a path.
  if (slashes === '/' && bare.startsWith('/')) return undefined
  const [, host = '', port = '', tail = ''] = /^([^/?#:\s]+)(:\d{1,5})?((?:[/?#].*)?)$/s.exec(rest) ?? []
  const isLocal = host === 'localhost' || NUMBERS.test(host)
  const isWritten = slashes !== undefined || tail !== '' || port !== ''
  if (!isLocal && (!NAME.test(host) || (FILE.test(host) && !isWritten))) return undefined
  const url = `${isLocal ? 'http' : 'https'}://${host}${port}${tail === '' ? '/' : tail.replace(/\s/g, '%20')}`
  return canParseUrl(url) ? url : undefined
}

/**
 * Of an address in a feed that names no scheme: the host that it begins with, as in `salt.example/talks`. `file`: it may as well be a
 * file beside the feed, such as `notes.md`. Undefined where no host can be seen in it.
 */
export const hostFirst = (written: string): 'host' | 'file' | undefined => {
  const [host = ''] = /^[^/?#:\s]+(?=(?::\d{1,5})?(?:[/?#]|$))/.exec(written) ?? []
  if (!NAME.test(host) || /\s/.test(written)) return undefined
  if (/^www\./i.test(host)) return 'host'
  if (!FILE.test(host)) return 'host'
  return FILE_OR_HOST.test(written) ? 'file' : undefined
}

/** `http:https://host`, `https://https://host`, `https//host`: the scheme once, the last of several, and with its colon. */
export const withOneScheme = (written: string): string =>
  written.replace(
    /^(?:https?(?::?\/*))*?(https?):?\/\/(?!https?(?::|\/\/))(?=[\p{L}\p{N}_-]+\.)/iu,
    (_, scheme: string) => `${scheme}://`,
  )

/** As where files are put behind it: with a slash at the end. */
export const asFolder = (url: string): string =>
  /[?#]|\/$|\.[a-z]+$/i.test(url.replace(/^[^/]*\/\/[^/]*/, '')) ? url : `${url}/`

/** Without angle brackets, quotes, or the rest of a link in Markdown. */
const unwrapped = (text: string): string =>
  /^\[[^\]]*\]\(([^\s)]+)[^)]*\)$/.exec(text)?.[1] ?? text.replace(/^[<"'(\s]+|(?<![>"')\s])[>"')\s]+$/g, '')
