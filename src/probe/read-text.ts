import { Refused } from '../door/index.ts'
import { type DecodedText, decodeText } from '../syntax/decode-text.ts'
import { decodeXml } from '../syntax/xml-encoding.ts'
import { digest } from '../units/digest.ts'
import type { Probe } from './here.ts'

export type TextReading =
  | (DecodedText & {
      /** Equal for equal bytes. */
      readonly digest: string
    })
  | { readonly tooLarge: true }
  | { readonly error: unknown }

/** The text of a file of at most `limit` bytes. XML says itself how it is encoded. */
export const readText = (
  { door, edited }: Pick<Probe, 'door' | 'edited'>,
  path: string,
  limit: number,
): TextReading => {
  try {
    const instead = edited?.get(path)
    const bytes = instead === undefined ? door.read(path, limit) : Buffer.from(instead)
    return { ...decode(bytes), digest: digest(bytes) }
  } catch (error) {
    return error instanceof Refused && error.kind === 'too-large' ? { tooLarge: true } : { error }
  }
}

const decode = (bytes: Uint8Array): DecodedText => {
  const decoded = decodeText(bytes)
  if (decoded.fault?.kind !== 'not-utf-8' || !/^\s*<\?xml/.test(decoded.text)) return decoded
  const xml = decodeXml(bytes)
  return xml.invalid ? decoded : { text: xml.text }
}
