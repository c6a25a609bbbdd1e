/** Character references of HTML in text that is no HTML: shown as they are written. */

const REFERENCE = /&(?:amp|lt|gt|quot|apos|nbsp|hellip|[mn]dash|[lr][sd]quo|#\d{1,7}|#x[0-9a-f]{1,6});/gi

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** The first one, as it is written. */
export const findEntity = (text: string): string | undefined =>
  text.includes('&') ? (text.match(REFERENCE)?.[0] ?? undefined) : undefined

/** With the characters that were meant. */
export const withoutEntities = (text: string): string =>
  text.replace(REFERENCE, reference => characterOf(reference.slice(1, -1).toLowerCase()) ?? reference)

const characterOf = (name: string): string | undefined => {
  if (!name.startsWith('#')) return NAMED[name]
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
