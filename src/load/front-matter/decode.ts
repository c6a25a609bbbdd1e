import { isUtf8 } from 'node:buffer'
import { markdownFileBytes } from '../../limits.ts'
import { bytesText } from '../../units/amount.ts'
import type { FrontMatterProblem } from './problem.ts'

export interface Decoded {
  /** A byte order mark stays in it, so that writing it back changes nothing. */
  readonly text: string
  readonly problem?: FrontMatterProblem
}

const SAVE_AS_UTF8 = 'Open the file in a text editor, and save it with the encoding UTF-8'

/** The text of a Markdown file. What is not UTF-8 is reported, and read as well as it can be. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > markdownFileBytes) return { text: '', problem: tooLarge }
  const utf16 = utf16Label(bytes)
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16)
  if (isUtf8(bytes))
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') }
  return decodeDamaged(bytes)
}

// The decoder would drop a byte order mark, and every offset in the file with it.
const decode = (label: string, bytes: Uint8Array): string =>
  new TextDecoder(label, { ignoreBOM: true }).decode(bytes)

const tooLarge: FrontMatterProblem = {
  kind: 'too-large',
  start: 0,
  end: 0,
  message: `The file has more than ${bytesText(markdownFileBytes)}, the most that is read as Markdown`,
  help: 'Move what is not text out of the file, or split it',
}

/** By the byte order mark, or by the NUL that every second byte of ASCII text is in UTF-16. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0 && bytes.length >= 4) return 'utf-16be'
  return undefined
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decode(label, bytes)
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return {
    text,
    problem: {
      kind: 'encoding',
      start,
      end: start,
      message: `The file is saved as ${label.toUpperCase()}, and only UTF-8 is read`,
      help: SAVE_AS_UTF8,
    },
  }
}

/** All of it in an 8-bit encoding, or UTF-8 with broken bytes: there is a valid character beyond ASCII only in the latter. */
function decodeDamaged(bytes: Uint8Array): Decoded {
  const lenient = decode('utf-8', bytes)
  const start = Math.max(0, lenient.indexOf('\ufffd'))
  const isUtf8Mostly = /[^\u0000-\u007f\ufffd]/.test(lenient)
  const text = isUtf8Mostly ? lenient : decodeWindows1252(bytes)
  const message = isUtf8Mostly
    ? 'A character here is damaged, so listeners would see a box or a question mark'
    : `The file is not saved as UTF-8, so letters such as the "${text.charAt(start)}" here would be garbled in every app`
  return { text, problem: { kind: 'encoding', start, end: start + 1, message, help: SAVE_AS_UTF8 } }
}

/** Bytes 80 to 9F, the only ones that differ from Latin-1. Source: https://encoding.spec.whatwg.org/#windows-1252 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Node 20's own decoder takes windows-1252 for Latin-1, and makes control characters of € and of curly quotes.
const decodeWindows1252 = (bytes: Uint8Array): string =>
  decode('latin1', bytes).replace(/[\u0080-\u009f]/g, unit => WINDOWS_1252.charAt(unit.charCodeAt(0) - 0x80))
