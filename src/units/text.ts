/** Text as XML 1.0 and a typing hand see it. */

export interface Forbidden {
  readonly kind: 'control-character' | 'lone-surrogate'
  /** UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** As in `U+0007`; of a run of equal characters, the one. */
  readonly name: string
}

/** What https://www.w3.org/TR/xml/#charsets leaves out. With the `u` flag a surrogate class matches only lone ones. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu

/** Every character that no XML 1.0 document may hold, in order; a run of the same character is one entry. */
export const findForbidden = (text: string): readonly Forbidden[] => {
  if (isClean(text)) return []
  const found: Forbidden[] = []
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    const last = found.at(-1)
    const name = codePointName(character)
    if (last?.end === index && last.name === name) found[found.length - 1] = { ...last, end: index + 1 }
    else found.push({ kind: kindOf(character), start: index, end: index + 1, name })
  }
  return found
}

/** Most text is: two quick looks, where matching surrogates by a pattern would take as long as all the rest. */
const isClean = (text: string): boolean => text.isWellFormed() && !CONTROL.test(text)

/** Whether something may be wrong with a character: XML forbids it, or it stands where another was lost. */
export const hasOddCharacters = (text: string): boolean =>
  !isClean(text) || /[\u0080-\u009F\uFFFD]/.test(text)

/** Whether a line may begin with a time, as in `- [1:02:03] The letter`, or what is behind a tag. Cheap: most texts hold none. */
export const mayHoldTimes = (text: string): boolean =>
  /\d:\d{2}\b/.test(text) && /^.{0,12}?\b\d{1,3}:\d{2}\b|>[ \t([*]{0,4}\d{1,3}:\d{2}\b/m.test(text)

/** Without the characters that no XML 1.0 document may hold. */
export const removeForbidden = (text: string): string => (isClean(text) ? text : text.replace(FORBIDDEN, ''))

const kindOf = (character: string): Forbidden['kind'] =>
  character >= '\uD800' && character <= '\uDFFF' ? 'lone-surrogate' : 'control-character'

/** `U+FF1A`, as the Unicode Standard writes it. */
export const codePointName = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** In UTF-8: what the directories count in. */
export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Longer words are not slips of the hand, and the distance costs their product. */
const LONGEST_WORD = 64

/**
 * The candidate that was probably meant, if any: first one that differs only in case, hyphens and underscores, then the
 * one with the fewest slips (a letter added, lost, exchanged, or two swapped), one per three letters and no more.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  const wanted = fold(word)
  if (wanted === '' || wanted.length > LONGEST_WORD) return undefined
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const folded = fold(candidate)
    if (folded === wanted) return candidate
    if (Math.abs(folded.length - wanted.length) >= fewest) continue
    const slips = distance(wanted, folded)
    // A word of which nothing is left is not a slip: "no" is not meant by "ok".
    if (slips < fewest && slips < Math.min(wanted.length, folded.length)) [best, fewest] = [candidate, slips]
  }
  return best
}

/** Whether it is the candidate with one slip behind its first letter: for what would do harm if something else was meant. */
export const isNearly = (word: string, candidate: string): boolean => {
  const [wanted, folded] = [fold(word), fold(candidate)]
  return (
    wanted === folded ||
    (wanted.length <= LONGEST_WORD &&
      wanted.length > 3 &&
      wanted[0] === folded[0] &&
      Math.abs(folded.length - wanted.length) < 2 &&
      distance(wanted, folded) < 2)
  )
}

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Optimal string alignment: Damerau-Levenshtein in which no part is edited twice. */
const distance = (a: string, b: string): number => {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    ;[before, above] = [above, row]
  }
  return above[b.length]!
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[], word: 'and' | 'or' = 'and'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
