import { isUtf8 } from 'node:buffer'
import type { Door } from '../door/index.ts'
import { shownFileBytes } from '../limits.ts'
import { decodeText } from './front-matter/decode.ts'

/** The text of a file of the show that a diagnostic points into, for its code frame; undefined where there is none to show. */
export const readSource = (door: Door, path: string): string | undefined => {
  try {
    const bytes = door.read(path, shownFileBytes)
    return isBinary(bytes) ? undefined : decodeText(bytes).text
  } catch {
    return undefined
  }
}

/** A recording or a picture: to decode it as text would take a hundred times as long as to see that it is none. */
const isBinary = (bytes: Uint8Array): boolean => {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 8192).includes(0) && !isUtf8(bytes)
}
