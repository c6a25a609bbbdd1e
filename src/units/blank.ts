/** Whether there is anything to see. */

/** White space, what XML forbids (half of a character too), and characters that are not shown by design: joiners, marks of direction, soft hyphens, the Braille pattern without a dot. */
const INVISIBLE = /^[\s\p{Zs}\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Whether a key has no value: `title:` is the same as no title. Of front matter, in which every scalar is text, and nothing is the empty one. */
export const saysNothing = (written: unknown): boolean => written === undefined || written === ''

/** No letter, no sign. */
export const isBlank = (text: string): boolean => INVISIBLE.test(text)

/** No letter, no sign and no picture, whatever tags and comments there are. Cheap where there is text. */
export const isBlankHtml = (html: string): boolean => {
  const isCommented = html.includes('<!--')
  if (!isCommented && /(?:^|>)[^<>&]*[\p{L}\p{N}]/u.test(html)) return false
  const shown = isCommented ? html.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : html
  return !/<img\b/i.test(shown) && isBlank(shown.replace(/<[^<>]*>/g, '').replace(REFERENCE, characterOf))
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,14}));/gi

/** Of the names only those of what is not shown. */
const NAMES = /^(?:nbsp|ensp|emsp|thinsp|hairsp|zwn?j|shy|lrm|rlm|tab|newline|nobreak|zerowidthspace)$/i

const characterOf = (reference: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return NAMES.test(name) ? ' ' : reference
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference
}
