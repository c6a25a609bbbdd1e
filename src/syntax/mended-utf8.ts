/** What is meant to be UTF-8, and has letters of Windows-1252 in it: most of what is saved wrongly. */

import { isUtf8 } from 'node:buffer'
import { decodeXml } from './xml-encoding.ts'

/** All of it UTF-8. Letters that are in UTF-8 already stay, since one paragraph pasted by a program is often all that is wrong. */
export const mendedUtf8 = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = []
  let kept = 0
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at)
    if (length === 0) {
      parts.push(bytes.subarray(kept, at), inUtf8(bytes[at]!))
      kept = at + 1
    }
    at += length || 1
  }
  return Buffer.concat([...parts, bytes.subarray(kept)])
}

/** Bytes of the character there; 0 where it is none of UTF-8. */
const lengthAt = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

/** The letter of Windows-1252. */
const inUtf8 = (byte: number): Uint8Array => Buffer.from(decodeXml(Uint8Array.of(byte), 'windows-1252').text)
