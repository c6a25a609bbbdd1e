/** Whether a text can be the value of a variable of the look. */

import type { Refusal } from '../schema/value.ts'
import { cssProblem } from '../units/css-value.ts'
import { nearest } from '../units/text.ts'
import { colourFunctions, colourWords, namedColours } from '../vocabulary/css-colours.ts'
import type { ThemeVariable } from '../vocabulary/theme-variables.ts'

/** Undefined where it can. */
export const themeValueProblem = (
  { key, isShadow, isColour }: ThemeVariable,
  written: string,
): Refusal | undefined => {
  const message = cssProblem(written)
  if (message !== undefined)
    return {
      expected: 'text',
      message: `\`${key}\`: ${message}`,
      help: 'Write what CSS takes there, such as `#0b5c63`, `Georgia, serif` or `60rem`.',
    }
  const isOneColour = isColour && !isShadow
  return isOneColour && !isColourOfCss(written) ? noColour(key, written) : undefined
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
const isColourOfCss = (written: string): boolean => {
  const bare = written.replace(/\s*!\s*important$/i, '')
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
