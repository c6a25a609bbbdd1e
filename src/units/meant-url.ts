/** What address was probably meant by one that is none. */

/** They are endings of files, whatever is also a top-level domain. */
const FILE =
  /\.(?:aac|atom|css|gif|html?|jpe?g|js|json|m4[av]|md|mov|mp[34]|ogg|opus|pdf|php|png|rss|srt|svg|txt|vtt|wav|webp|xml|ya?ml)$/i
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
  return URL.canParse(url) ? url : undefined
}

/** As where files are put behind it: with a slash at the end. */
export const asFolder = (url: string): string =>
  /[?#]|\/$|\.[a-z]+$/i.test(url.replace(/^[^/]*\/\/[^/]*/, '')) ? url : `${url}/`

/** Without angle brackets, quotes, or the rest of a link in Markdown. */
const unwrapped = (text: string): string =>
  /^\[[^\]]*\]\(([^\s)]+)[^)]*\)$/.exec(text)?.[1] ?? text.replace(/^[<"'(\s]+|(?<![>"')\s])[>"')\s]+$/g, '')
