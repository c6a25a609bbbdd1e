import { eastAsianWidth } from 'get-east-asian-width'
import { once } from '../units/once.ts'

/** A piece of text as a terminal shows it: one user-perceived character. */
export interface Cell {
  /** UTF-16 units from the beginning of the text. */
  readonly offset: number
  /** What to print: safe, whatever the text held. */
  readonly shown: string
  /** Columns. */
  readonly width: number
}

const TAB_STOP = 4
/** Code points of one character that are printed. A stack of a thousand accents would cover the lines above it. */
const MARKS_MAX = 10

/** Takes ten milliseconds to open, and plain ASCII does without. */
const characters = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

const PLAIN = /^[\x20-\x7e]*$/
/** Not Extended_Pictographic: Unicode 17 took hundreds of signs out of it that never were a picture, such as ★. */
const PICTURE = /^(?:(?![0-9#*])\p{Emoji}|[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2})/u
const WIDE_PICTURE = /\ufe0f|\u200d(?![0-9#*])\p{Emoji}|\u20e3|\p{Emoji_Modifier}|\p{Regional_Indicator}{2}/u
const MARK = /^[\p{Mn}\p{Me}]/u
const NO_WIDTH = /^[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7fb\p{Join_Control}\p{Variation_Selector}]$/u

/**
 * Invisible, or able to reorder or rewrite what a terminal shows: C0, C1, bidi controls, separators, lone surrogates, tags.
 * ZWNJ and ZWJ are not among them: Persian and emoji need them. https://www.unicode.org/reports/tr36/
 */
const UNSAFE =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u
const TALL_STACK = /([\p{Mn}\p{Me}]{8})[\p{Mn}\p{Me}]+/gu
const EVERY_UNSAFE = new RegExp(UNSAFE, 'gu')

/** A picture for C0 (␀), a code for the rest (<U+202E>). */
const named = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** A stranger's text, made safe for one line of a terminal or a log: nothing in it can move, hide or recolour the rest. */
export const visible = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(TALL_STACK, '$1').replace(EVERY_UNSAFE, named)

const codePointWidth = (character: string): number =>
  NO_WIDTH.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)

const widthOfCharacter = (cluster: string): number =>
  PICTURE.test(cluster) && WIDE_PICTURE.test(cluster)
    ? 2
    : [...cluster].reduce((sum, character) => sum + codePointWidth(character), 0)

/** A flag of a region inside a country is a black flag and tag characters: safe only there. */
const isTaggedFlag = (cluster: string): boolean => cluster.startsWith('\u{1f3f4}\u{e0067}')

const cellOf = (cluster: string, offset: number, column: number): Cell => {
  if (cluster === '\t') {
    const width = TAB_STOP - (column % TAB_STOP)
    return { offset, shown: ' '.repeat(width), width }
  }
  if (isTaggedFlag(cluster)) return { offset, shown: [...cluster].slice(0, MARKS_MAX).join(''), width: 2 }
  const bounded = [...cluster].slice(0, MARKS_MAX).join('')
  // A mark without a letter under it would sit on our own frame. Spacing marks take a column of their own.
  const based = MARK.test(bounded) ? `\u25cc${bounded}` : bounded
  if (!UNSAFE.test(based)) return { offset, shown: based, width: widthOfCharacter(based) }
  const shown = visible(based)
  return { offset, shown, width: [...shown].reduce((sum, character) => sum + codePointWidth(character), 0) }
}

/** The text as cells, tabs expanded. Linear. */
export const cells = (text: string): readonly Cell[] => {
  if (PLAIN.test(text)) return Array.from(text, (shown, offset) => ({ offset, shown, width: 1 }))
  const row: Cell[] = []
  let column = 0
  for (const { segment, index } of characters().segment(text)) {
    const cell = PLAIN.test(segment)
      ? { offset: index, shown: segment, width: 1 }
      : cellOf(segment, index, column)
    row.push(cell)
    column += cell.width
  }
  return row
}

/** Terminal columns that a text takes once it is shown. */
export const displayWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : cells(text).reduce((sum, cell) => sum + cell.width, 0)
