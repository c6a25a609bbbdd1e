/** Whether a text can be the value of a CSS variable, and nothing else: it may come from a stranger. */

import { cssValueCharacters } from '../limits.ts'

/** Undefined where nothing is wrong. What it says stands behind the name of the value. */
export const cssProblem = (written: string): string | undefined => {
  if (written.length > cssValueCharacters)
    return `more than ${cssValueCharacters} characters are no colour, font or length`
  const odd = /[;{}<>\\@]|\/\*|[\n\r\f]/.exec(written)?.[0]
  if (odd !== undefined)
    return `"${odd.trim() || 'a line break'}" cannot stand in a colour, a font or a length`
  const bare = written.replace(/"[^"]*"|'[^']*'/g, '')
  if (/["']/.test(bare)) return 'a quotation mark has no other that belongs to it'
  if (/url\(|image-set\(|image\(|src\(|expression\(/i.test(bare))
    return 'a value names no file or address; a stylesheet may'
  return isBalanced(bare) ? undefined : 'a bracket has no other that belongs to it'
}

const isBalanced = (text: string): boolean => {
  const open: string[] = []
  for (const [sign] of text.matchAll(/[()[\]]/g)) {
    if (sign === '(' || sign === '[') open.push(sign)
    else if (open.pop() !== (sign === ')' ? '(' : '[')) return false
  }
  return open.length === 0
}
