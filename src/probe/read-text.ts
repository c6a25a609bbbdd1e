import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type DecodedText, decodeText } from '../syntax/decode-text.ts'
import { decodeXml } from '../syntax/xml-encoding.ts'
import { digest } from '../units/digest.ts'

export type TextReading =
  | (DecodedText & {
      /** Equal for equal bytes. */
      readonly digest: string
    })
  | { readonly tooLarge: true }
  | { readonly error: unknown }

/** The text of a file of at most `limit` bytes. XML says itself how it is encoded. */
export const readText = (path: string, limit: number): TextReading => {
  let fd: number | undefined
  try {
    fd = openSync(path, 'r')
    if (fstatSync(fd).size > limit) return { tooLarge: true }
    const bytes = readFileSync(fd)
    return { ...decode(bytes), digest: digest(bytes) }
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
