import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type DecodedText, decodeText } from '../syntax/decode-text.ts'
import { decodeXml } from '../syntax/xml-encoding.ts'

export type TextReading = DecodedText | { readonly tooLarge: true } | { readonly error: unknown }

/** The text of a file of at most `limit` bytes. XML says itself how it is encoded. */
export const readText = (path: string, limit: number): TextReading & { readonly bytes?: number } => {
  let fd: number | undefined
  try {
    fd = openSync(path, 'r')
    const { size } = fstatSync(fd)
    if (size > limit) return { tooLarge: true, bytes: size }
    const bytes = readFileSync(fd)
    return { ...decode(bytes), bytes: bytes.length }
  } catch (error) {
    return { error }
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

const decode = (bytes: Uint8Array): DecodedText => {
  const decoded = decodeText(bytes)
  if (decoded.fault?.kind !== 'not-utf-8' || !/^\s*<\?xml/.test(decoded.text)) return decoded
  const xml = decodeXml(bytes)
  return xml.invalid ? decoded : { text: xml.text }
}
