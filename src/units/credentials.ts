/**
 * User names and passwords in addresses. What is published everybody can read, and what is printed ends in the log of a CI:
 * so they are refused where they are written, and nothing that is said repeats them.
 */

/** UTF-16 units of a text; the end is exclusive. */
type Stretch = readonly [start: number, end: number]

/** `https://…@show.example/`: what may be printed. */
export const redacted = (text: string): string => replaced(text, () => '…')

/** The same, as long as it was: what is underlined stays where it is. */
export const masked = (text: string): string => replaced(text, length => '*'.repeat(length))

/** Whether an address in it holds a user name or a password. */
export const hasCredentials = (text: string): boolean => credentialsIn(text).length > 0

/** The same of HTML, where a renderer may have taken the end of an address for a mailbox, and put a link around it. */
export const hasCredentialsInHtml = (html: string): boolean =>
  hasCredentials(html) || (html.includes('@') && hasCredentials(html.replace(/<[^<>]*>/g, '')))

const replaced = (text: string, hide: (length: number) => string): string => {
  let left = ''
  let at = 0
  for (const [start, end] of credentialsIn(text)) {
    left += text.slice(at, start) + hide(end - start)
    at = end
  }
  return left + text.slice(at)
}

/** In the order of the text, apart from each other. */
export const credentialsIn = (text: string): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const [sign, findBefore] of signs)
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      const start = findBefore(text, at)
      if (start !== undefined && start < at) found.push([start, at])
    }
  return found.length < 2 ? found : apart(found)
}

const apart = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const all: Stretch[] = []
  for (const [start, end] of stretches.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1)
    if (last !== undefined && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)]
    else all.push([start, end])
  }
  return all
}

/** A user name and a password are no longer than this: so much is looked at before each sign. */
const longest = 300

/** Where it begins, given where the sign behind it stands. */
type FindBefore = (text: string, at: number) => number | undefined

const beforeAt: FindBefore = (text, at) => {
  // Only the last @ of an authority ends it.
  for (let i = at + 1; i < text.length && !isEnd(text[i]!); i++) if (text[i] === '@') return undefined
  const before = tokenBefore(text, at)
  const authority = /^.*(?:[\\/]{2}|\bhttps?:[\\/]?)(?![\\/])/i.exec(before)?.[0]
  if (authority === undefined) return withoutScheme(text, before, at)
  const inside = before.slice(authority.length)
  return isUserInfo(inside) ? at - inside.length : withoutScheme(text, before, at)
}

/** As it should be, or with a password that holds what ends an authority: behind a colon, and not a port. */
const isUserInfo = (inside: string): boolean =>
  !/[/?#\\]/.test(inside) || /^[^/?#\\:]*:(?!\d{1,5}(?:[/?#\\"'`)\]]|$))/.test(inside)

/** `jo:secret@show.example/x`: with more behind the host, so that no mail address is meant. */
const withoutScheme = (text: string, before: string, at: number): number | undefined => {
  if (!/^@[\w-]+(?:\.[\w-]+)+[:/]/.test(text.slice(at, at + longest))) return undefined
  const inside = /(?:^|[^\w@.%+~-])(?!(?:mailto|acct|xmpp|sips?|im):)([\w.%+~-]+:[^@/:"'<>]+)$/i.exec(
    before,
  )?.[1]
  return inside === undefined ? undefined : at - inside.length
}

/** Of an address within an address. */
const beforeEncodedAt: FindBefore = (text, at) => {
  const inside = /%2F%2F((?:(?!%2F|%3F|%23|%40)[^/?#&<>])+)$/i.exec(tokenBefore(text, at))?.[1]
  return inside === undefined ? undefined : at - inside.length
}

const signs: readonly (readonly [string, FindBefore])[] = [
  ['@', beforeAt],
  ['%40', beforeEncodedAt],
]

const tokenBefore = (text: string, at: number): string => {
  let start = at
  while (start > 0 && at - start < longest && !isBreak(text.charCodeAt(start - 1))) start--
  return text.slice(start, at)
}

/** By number, because it is asked of every character before a sign. */
const isBreak = (code: number): boolean =>
  code <= 0x20 || code === 0x3c || code === 0x3e || (code > 0x7f && /\s/.test(String.fromCharCode(code)))

const isEnd = (character: string): boolean => /[\s/?#\\<>]/.test(character)
