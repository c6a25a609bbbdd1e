/** Bytes of a text file that another program wrote → its text. */

import { isUtf8 } from 'node:buffer'
import { positionsIn } from './positions.ts'

export interface EncodingFault {
  /** `utf-16`: as its byte order mark says, and read as such. `not-utf-8`: read with U+FFFD in place of what is damaged. */
  readonly kind: 'utf-16' | 'not-utf-8'
  /** From 1: the first byte that is none of UTF-8. */
  readonly line: number
  readonly column: number
}

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string
  readonly fault?: EncodingFault
}

export const decodeText = (bytes: Uint8Array): DecodedText => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), fault: utf16 }
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), fault: utf16 }
  const text = decode('utf-8', bytes)
  if (isUtf8(bytes)) return { text }
  const { line, column } = positionsIn(text)(Math.max(0, text.indexOf('\ufffd')))
  return { text, fault: { kind: 'not-utf-8', line, column } }
}

const utf16: EncodingFault = { kind: 'utf-16', line: 1, column: 1 }

const decode = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes)
