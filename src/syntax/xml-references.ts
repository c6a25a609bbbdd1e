/** What `&` begins in XML: https://www.w3.org/TR/xml/#sec-references */

import { meantBy } from './html-references.ts'

/**
 * Any reference but the five entities of XML and numeric ones, or an ampersand that begins none; or else what holds no references,
 * whatever stands in it. Most feeds have `&nbsp;` in CDATA sections, where it is nothing to XML.
 */
const UNKNOWN_REFERENCE =
  /&(?!(?:amp|lt|gt|quot|apos|#\d{1,10}|#x[\da-fA-F]{1,10});)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g
export const ENTITY_NAME = /^&([A-Za-z][\w.-]{0,60});/

export interface Masked {
  readonly source: string
  readonly mask: string
  readonly unmask: (value: string) => string
  readonly isMasked: (value: string) => boolean
}

/**
 * Hides unknown references behind a character that the text does not use, since saxes reads a bare `&` on to the next
 * semicolon, tags and all. Offsets stay as they are.
 */
export function maskReferences(text: string): Masked {
  const mask = unusedCharacter(text)
  // A copy of a feed of fifty megabytes is made only where it has to differ.
  const source = hasUnknown(text)
    ? text.replace(UNKNOWN_REFERENCE, found => (found[0] === '&' ? mask : found))
    : text
  return {
    source,
    mask,
    unmask: value => (value.includes(mask) ? value.replaceAll(mask, '&') : value),
    isMasked: value => value.includes(mask),
  }
}

export interface HtmlReference {
  /** `eacute` */
  readonly name: string
  readonly character: string
  /** Of the first one. */
  readonly offset: number
  readonly count: number
}

/** The text with the references that only HTML knows as numbers, which XML knows too; and which they were. The lines stay. */
export const withHtmlReferences = (
  text: string,
): { readonly text: string; readonly found: readonly HtmlReference[] } => {
  const found = new Map<string, HtmlReference>()
  const parts: string[] = []
  let kept = 0
  for (const { 0: match, index: offset } of text.matchAll(UNKNOWN_REFERENCE)) {
    const [reference, name] = (match === '&' && ENTITY_NAME.exec(text.slice(offset, offset + 80))) || []
    const character = reference && meantBy(reference)
    if (reference === undefined || name === undefined || character === undefined) continue
    const before = found.get(name) ?? { name, character, offset, count: 0 }
    found.set(name, { ...before, count: before.count + 1 })
    parts.push(text.slice(kept, offset), numbersOf(character))
    kept = offset + reference.length
  }
  return found.size === 0
    ? { text, found: [] }
    : { text: [...parts, text.slice(kept)].join(''), found: [...found.values()] }
}

const numbersOf = (text: string): string =>
  Array.from(text, character => `&#${character.codePointAt(0)};`).join('')

const hasUnknown = (text: string): boolean => {
  for (const [found] of text.matchAll(UNKNOWN_REFERENCE)) if (found[0] === '&') return true
  return false
}

/** Of the private-use area. A text that uses all of the first few hundred gets the last, and reads `&` for it. */
function unusedCharacter(text: string): string {
  const used = new Set(text.match(/[\ue000-\ue1ff]/g))
  for (let code = 0xe000; code < 0xe1ff; code += 1) {
    if (!used.has(String.fromCharCode(code))) return String.fromCharCode(code)
  }
  return '\ue1ff'
}
