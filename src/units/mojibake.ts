/** UTF-8 that was read as Windows-1252: `VerlÃ¤ngerung`, `itâ€™s`. */

/** The signs that Windows-1252 has at 0x80 to 0x9F, where Unicode has controls. A space: it has none there. */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

const following = `[\\u00A0-\\u00BF${SIGNS.replaceAll(' ', '')}]`

/**
 * What two or three bytes of one character become. Behind a capital letter, Ã and Â may be the end of a word in capitals that stands
 * in quotation marks: «IRMÃ».
 */
const MISREAD = new RegExp(`(?<!\\p{Lu})[ÂÃ]${following}|â€${following}`, 'u')

export interface Mojibake {
  /** In UTF-16 units. */
  readonly index: number
  readonly written: string
  readonly meant: string
}

/** Whether one of the signs that it begins with is in a text: a look behind each character costs thirty times as much. */
export const mayBeMisread = (text: string): boolean => /[ÂÃâ]/.test(text)

/** The first character of a text that was misread so. */
export const mojibakeIn = (text: string): Mojibake | undefined => {
  if (!mayBeMisread(text)) return undefined
  const found = MISREAD.exec(text)
  if (found === null) return undefined
  const [written] = found
  return { index: found.index, written, meant: Buffer.from([...written].map(byteOf)).toString('utf8') }
}

const byteOf = (character: string): number => {
  const at = SIGNS.indexOf(character)
  return at < 0 ? character.charCodeAt(0) : 0x80 + at
}
