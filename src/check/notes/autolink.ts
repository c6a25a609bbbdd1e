/**
 * Bare URLs and e-mail addresses in running text, as GitHub Flavored Markdown links them:
 * https://github.github.com/gfm/#autolinks-extension-. Every search is bounded, however long the text.
 */

export interface Piece {
  readonly text: string
  /** Set where the piece is a link. */
  readonly href?: string
}

/** Longest host name: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const LONGEST_HOST = 255
/** Longest part before the `@`: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1 */
const LONGEST_LOCAL_PART = 64

const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/u
/**
 * GFM stops at white space and `<`. Brackets stand in no URL and would hide the end of a link's label; quotes, and the
 * full stops of languages that write no space after them, end a URL too.
 */
const URL_STOP = /[\s<>"`[\]\p{Pi}\p{Pf}、。，：；！？（）〈〉《》「」『』【】]/u
/** The last of them ends a line in Markdown. */
const TRAILING = /[?!.,:*_~'\\]/
const BEFORE_WWW = /(?<![^\s*_~(])www\.(?=[\p{L}\p{N}])/giu
const EMAIL_HOST =
  /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+/

/**
 * Where the URL ends whose host begins at `from`; undefined when no host stands there. Trailing punctuation and an
 * unbalanced closing parenthesis belong to the sentence.
 */
export const urlEnd = (text: string, from: number): number | undefined => {
  const host = HOST.exec(text.slice(from, from + LONGEST_HOST))?.[0]
  if (host === undefined || host.split('.').slice(-2).join('').includes('_')) return undefined
  const rest = text.slice(from)
  const stop = rest.search(URL_STOP)
  return from + withoutTrailing(stop < 0 ? rest : rest.slice(0, stop)).length
}

const withoutTrailing = (url: string): string => {
  let end = url.length
  let surplus = count(url, ')') - count(url, '(')
  while (end > 0) {
    const last = url[end - 1]!
    if (last === ')' && surplus > 0) surplus--
    else if (last === ';') {
      const entity = /&[A-Za-z0-9]{1,31};$/.exec(url.slice(Math.max(0, end - 33), end))
      if (entity) end -= entity[0].length - 1
    } else if (!TRAILING.test(last)) break
    end--
  }
  return url.slice(0, end)
}

const count = (text: string, character: string): number => text.split(character).length - 1

/** A quick look, so that most text need not be searched. */
export const mayHoldLinks = (text: string): boolean => text.includes('@') || /www\./i.test(text)

/** Splits text at `www.` addresses and e-mail addresses. */
export const findLinks = (text: string): readonly Piece[] => {
  const found = [...wwwLinks(text), ...emailLinks(text)].sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, href } of found) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start) })
    pieces.push({ text: text.slice(start, end), href })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

interface Found {
  readonly start: number
  readonly end: number
  readonly href: string
}

const wwwLinks = (text: string): readonly Found[] =>
  [...text.matchAll(BEFORE_WWW)].flatMap(({ index: start }) => {
    const end = urlEnd(text, start)
    return end === undefined ? [] : [{ start, end, href: `http://${text.slice(start, end)}` }]
  })

const emailLinks = (text: string): readonly Found[] => {
  const found: Found[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = /(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+$/.exec(
      text.slice(Math.max(0, at - LONGEST_LOCAL_PART - 1), at),
    )?.[0]
    const host = EMAIL_HOST.exec(text.slice(at + 1, at + 1 + LONGEST_HOST))?.[0]
    if (local === undefined || local.length > LONGEST_LOCAL_PART || host === undefined) continue
    // `Astro@4.1` and `deno@1.30` are versions: no top-level domain has a digit (RFC 3696, 2), but for `xn--`.
    if (!/\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i.test(host)) continue
    const start = at - local.length
    // `@name@social.example` is an address of the Fediverse, not of a mailbox.
    if (text[start - 1] === '@' || text[start - 1] === '/') continue
    const end = at + 1 + host.length
    found.push({ start, end, href: `mailto:${text.slice(start, end)}` })
  }
  return found
}
