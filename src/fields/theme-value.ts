/** Whether a text can be the value of a variable of the look. */

import type { Refusal } from '../schema/value.ts'
import { cssProblem } from '../units/css-value.ts'
import { nearest } from '../units/text.ts'
import { colourFunctions, colourWords, namedColours } from '../vocabulary/css-colours.ts'
import type { ThemeVariable } from '../vocabulary/theme-variables.ts'

/** Undefined where it can. */
export const themeValueProblem = (variable: ThemeVariable, written: string): Refusal | undefined => {
  const { key } = variable
  const message = cssProblem(written)
  if (message !== undefined)
    return {
      expected: 'text',
      message: `\`${key}\`: ${message}`,
      help: 'Write what CSS takes there, such as `#0b5c63`, `Georgia, serif` or `60rem`.',
    }
  const bare = written.replace(/\s*!\s*important$/i, '').trim()
  if (variable.isShadow) return isShadow(bare) ? undefined : no(key, written, 'shadow', `0 1px 4px gray`)
  if (variable.isLength) return isSize(bare) ? undefined : noLength(key, written)
  if (variable.isFont) return isFonts(bare) ? undefined : noFonts(key, written)
  return isColourOfCss(bare) ? undefined : noColour(key, written)
}

const no = (key: string, written: string, what: string, example: string, more = ''): Refusal => ({
  expected: 'text',
  message: `\`${key}\`: "${written}" is no ${what} in CSS, so browsers would pass over it`,
  help: `Write a ${what}, such as \`${example}\`.${more}`,
})

const noLength = (key: string, written: string): Refusal => {
  if (isLength(written))
    return {
      expected: 'text',
      message: `\`${key}\`: "${written}" is less than nothing, so browsers would pass over it`,
      help: `Write a length, such as \`${written.replace(/^-\s*/, '')}\`.`,
    }
  const number = /^[\d.]+/.exec(written)?.[0]
  const bare = number === undefined || number !== written ? '' : ` A number needs a unit: \`${number}px\`.`
  return no(key, written, 'length', key === 'width' ? '60rem' : '0.5rem', bare)
}

const UNITS = new Set(
  (
    '% px cm mm q in pc pt em rem ex rex cap rcap ch rch ic ric lh rlh cqw cqh cqi cqb cqmin cqmax ' +
    ['', 's', 'l', 'd']
      .flatMap(size => ['w', 'h', 'i', 'b', 'min', 'max'].map(end => `${size}v${end}`))
      .join(' ')
  ).split(' '),
)
/** What they come to is for the browser to judge. */
const MATH = /^-?(?:calc|min|max|clamp|var|env|abs|round|mod|rem|hypot|calc-size|if|attr)\(.*\)$/is

const isLength = (written: string): boolean => {
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i.exec(written) ?? []
  if (number === undefined) return MATH.test(written)
  return unit === '' ? Number(number) === 0 : UNITS.has(unit.toLowerCase())
}

/** A width, or how round something is: not less than nothing. */
const isSize = (written: string): boolean => isLength(written) && !/^-\s*[\d.]/.test(written)

/** Names in quotes, or words that no digit begins: https://www.w3.org/TR/css-syntax-3/#ident-token-diagram */
const isFonts = (written: string): boolean => outside(written, ',').every(isFont)

const isFont = (part: string): boolean =>
  /^(?:"[^"]*"|'[^']*'|-?[a-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}-]*(?:\s+-?[a-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}-]*)*|var\(.*\))$/isu.test(
    part,
  )

/** In quotes, which YAML would take for its own, where that is all that a name lacks. */
const noFonts = (key: string, written: string): Refusal => {
  const refusal = no(key, written, 'font', 'Georgia, serif')
  const quoted = outside(written, ',').map(part => (isFont(part) ? part : `"${part}"`))
  const isName = outside(written, ',').every(part => isFont(part) || /^\p{L}[\p{L}\d\s_.-]*$/u.test(part))
  return isName
    ? {
        ...refusal,
        help: `A name with a word that begins with a digit or has a dot stands in quotation marks: write \`${key}: '${quoted.join(', ')}'\`.`,
      }
    : refusal
}

/** Of each: two to four lengths, the third of which blurs; at most one colour, and whether it lies inside. */
const isShadow = (written: string): boolean =>
  /^(?:none|var\(.*\))$/i.test(written) ||
  outside(written, ',').every(part => {
    const words = outside(part, ' ').filter(word => word.toLowerCase() !== 'inset')
    const lengths = words.filter(isLength)
    const rest = words.filter(word => !isLength(word))
    const isRead = lengths.every(length => !/^[^(]*%$/.test(length)) && isSize(lengths[2] ?? '0')
    return (
      isRead && lengths.length >= 2 && lengths.length <= 4 && rest.length <= 1 && rest.every(isColourOfCss)
    )
  })

/** The parts between separators that stand in no bracket and no quotes. */
const outside = (text: string, separator: ',' | ' '): readonly string[] => {
  const parts = ['']
  let depth = 0
  let quote = ''
  for (const sign of text) {
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    if (sign === separator && depth === 0 && quote === '') parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map(part => part.trim()).filter(part => separator === ',' || part !== '')
}

const noColour = (key: string, written: string): Refusal => {
  const meant = meantBy(written)
  return {
    expected: 'text',
    message: `\`${key}\`: "${written}" is no colour in CSS, so browsers would pass over it`,
    ...(meant === undefined
      ? { help: 'Write a colour of CSS, such as `"#0b5c63"`, `teal` or `rgb(11 92 99)`.' }
      : { help: `Write \`${meant.startsWith('#') ? `"${meant}"` : meant}\`.`, replacement: meant }),
  }
}

const HEX = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const CALL = /^([a-z-]+)\(/i

/** What is written in a function is for the browser to judge; of an unknown one, only a slip of the hand is told from one to come. */
const isColourOfCss = (bare: string): boolean => {
  if (bare.startsWith('#')) return HEX.test(bare.slice(1))
  return bare.includes('(') ? misspeltCall(bare) === undefined : colourWords.has(bare.toLowerCase())
}

const misspeltCall = (written: string): string | undefined => {
  const name = CALL.exec(written)?.[1]?.toLowerCase()
  return name === undefined || colourFunctions.includes(name) ? undefined : nearest(name, colourFunctions)
}

const meantBy = (written: string): string | undefined => {
  if (/\d/.test(written) && HEX.test(written)) return `#${written}`
  const call = misspeltCall(written)
  if (call !== undefined) return written.replace(CALL, `${call}(`)
  return /^[\p{L}\s_-]+$/u.test(written) ? nearest(written, namedColours) : undefined
}
