/** Bytes to text, as https://www.w3.org/TR/xml/#sec-guessing and the byte order marks of Unicode have it. */

import { isUtf8 } from 'node:buffer'

export interface DecodedXml {
  /** Without a byte order mark. */
  readonly text: string
  /** What the bytes were read as, in lower case: a label of https://encoding.spec.whatwg.org/#names-and-labels */
  readonly encoding: string
  /** As the XML declaration states it. */
  readonly declared?: string
  readonly byteOrderMark: boolean
  /** Some bytes are none of this encoding's: U+FFFD stands in their place. */
  readonly invalid: boolean
  /** The encoding that was asked for is not known; the bytes were read as UTF-8. */
  readonly unknown: boolean
}

const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  // Without a mark, but with the zero bytes of the first `<`.
  ['utf-16be', [0x00, 0x3c, 0x00]],
  ['utf-16le', [0x3c, 0x00, 0x3f]],
] as const

const DECLARED = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/

/** A mark in the bytes wins, then `charset` (as a server stated it), then the declaration, then UTF-8. */
export function decodeXml(bytes: Uint8Array, charset?: string): DecodedXml {
  const [marked, mark] = MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte)) ?? []
  const declared = declaredEncoding(bytes, marked)
  const wanted = (marked ?? charset ?? declared ?? 'utf-8').toLowerCase()
  const encoding = isKnown(wanted) ? wanted : 'utf-8'
  const text = decode(bytes, encoding, false)!
  return {
    text,
    encoding,
    ...(declared === undefined ? {} : { declared }),
    byteOrderMark: mark !== undefined && mark[0] !== 0x00 && mark[0] !== 0x3c,
    invalid: encoding === 'utf-8' ? !isUtf8(bytes) : decode(bytes, encoding, true) === undefined,
    unknown: encoding !== wanted,
  }
}

/** Every encoding that feeds are written in agrees with Latin-1 on the characters of a declaration, or has a mark. */
function declaredEncoding(bytes: Uint8Array, marked: string | undefined): string | undefined {
  const head = bytes.subarray(0, 1024)
  const label = marked?.startsWith('utf-16') ? marked : 'latin1'
  const text = new TextDecoder(label).decode(head).replace(/^\ufeff|^ï»¿/, '')
  return DECLARED.exec(text)?.[1]
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined
  } catch {
    return false
  }
}

function decode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withWindowsCharacters(text) : text
  } catch {
    return undefined
  }
}

/** From 0x80 on; a space where it has no character. https://encoding.spec.whatwg.org/index-windows-1252.txt */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Some Nodes take it for Latin-1, which has control characters there: https://github.com/nodejs/node/issues/56542 */
const withWindowsCharacters = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, character => {
    const meant = WINDOWS_1252[character.charCodeAt(0) - 0x80]!
    return meant === ' ' ? character : meant
  })
