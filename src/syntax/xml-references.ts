/** What `&` begins in XML: https://www.w3.org/TR/xml/#sec-references */

/** Any reference but the five entities of XML and numeric ones, or an ampersand that begins none. */
const UNKNOWN_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,10}|#x[\da-fA-F]{1,10});)/g
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
  const source = text.replace(UNKNOWN_REFERENCE, mask)
  return {
    source,
    mask,
    unmask: value => (value.includes(mask) ? value.replaceAll(mask, '&') : value),
    isMasked: value => value.includes(mask),
  }
}

/** Of the private-use area. A text that uses all of the first few hundred gets the last, and reads `&` for it. */
function unusedCharacter(text: string): string {
  const used = new Set(text.match(/[\ue000-\ue1ff]/g))
  for (let code = 0xe000; code < 0xe1ff; code += 1) {
    if (!used.has(String.fromCharCode(code))) return String.fromCharCode(code)
  }
  return '\ue1ff'
}
