/**
 * Reading without input and output: a parser is a generator that yields the spans it needs. The same parser then runs over
 * a local file (synchronously: the cheapest in CPU), over ranges of a URL, or over a buffer in a test.
 */

import type { ByteSource } from '../door/index.ts'
import type { Span } from '../units/span.ts'

/**
 * A computation that asks for spans of a file. An answer may be shorter than asked at the end of the file,
 * and is valid until the next question only: the driver may use its memory again.
 */
export type Reading<T> = Generator<Span, T, Uint8Array>

/** Runs a reading over bytes in memory. */
export const readBuffer = <T>(reading: Reading<T>, bytes: Uint8Array): T => {
  let step = reading.next()
  while (!step.done) {
    const { offset, length } = step.value
    step = reading.next(bytes.subarray(offset, offset + length))
  }
  return step.value
}

/**
 * Runs a reading over an open file.
 * @throws what the system says when the file cannot be read.
 */
export const readFile = <T>(
  reading: Reading<T>,
  file: ByteSource,
  buffer: ReadBuffer = { bytes: EMPTY },
): T => {
  let step = reading.next()
  while (!step.done) {
    const { offset, length } = step.value
    const bytes = buffer.bytes.length < length ? Buffer.allocUnsafeSlow(length) : buffer.bytes
    if (length <= keptBytes) buffer.bytes = bytes
    step = reading.next(bytes.subarray(0, fill(file, bytes, offset, length)))
  }
  return step.value
}

/** Where what is read is laid: one for many files, because new memory costs more than reading. */
export interface ReadBuffer {
  bytes: Uint8Array
}
const keptBytes = 1024 * 1024

/** A read may return less than asked before the end of the file, e.g. on a network drive. */
const fill = (file: ByteSource, memory: Uint8Array, offset: number, length: number): number => {
  let filled = 0
  while (filled < length) {
    const got = file.read(memory, filled, length - filled, offset + filled)
    if (got === 0) break
    filled += got
  }
  return filled
}

/**
 * Runs a reading over anything that answers later, e.g. the ranges of a URL.
 * @throws what `read` rejects with.
 */
export const readSource = async <T>(
  reading: Reading<T>,
  read: (span: Span) => Promise<Uint8Array>,
): Promise<T> => {
  let step = reading.next()
  while (!step.done) step = reading.next(await read(step.value))
  return step.value
}

const EMPTY = new Uint8Array(0)

/** The stretch of a file that was read last. What lies inside of it is not asked for again. */
export class ByteWindow {
  /** Of the whole file, in bytes. */
  readonly size: number
  #start = 0
  #bytes: Uint8Array = EMPTY

  constructor(size: number) {
    this.size = size
  }

  /**
   * The bytes from `offset` on: `length` of them, or what the file has. Valid until the next call.
   * `ahead`: how much to read at once when they are not at hand, because the neighbours will be wanted too.
   */
  *at(offset: number, length: number, ahead = length): Reading<Uint8Array> {
    const end = Math.min(offset + length, this.size)
    if (offset >= end) return EMPTY
    if (offset < this.#start || end > this.#start + this.#bytes.length) {
      const upTo = Math.min(offset + Math.max(length, ahead), this.size)
      this.#bytes = yield { offset, length: upTo - offset }
      this.#start = offset
    }
    return this.#bytes.subarray(offset - this.#start, end - this.#start)
  }
}

export const u16be = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!
export const u24be = (b: Uint8Array, at: number): number => (b[at]! << 16) | (b[at + 1]! << 8) | b[at + 2]!
export const u32be = (b: Uint8Array, at: number): number => ((b[at]! << 24) | u24be(b, at + 1)) >>> 0
/** Exact up to 2^53: a size or a sample count beyond that is a lie anyway. */
export const u64be = (b: Uint8Array, at: number): number => u32be(b, at) * 0x1_0000_0000 + u32be(b, at + 4)
export const u16le = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8)
export const u32le = (b: Uint8Array, at: number): number =>
  (u16le(b, at) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0
export const u64le = (b: Uint8Array, at: number): number => u32le(b, at) + u32le(b, at + 4) * 0x1_0000_0000

/** Whether `text` (ASCII) stands at `at`. */
export const hasAscii = (b: Uint8Array, at: number, text: string): boolean => {
  if (at < 0 || at + text.length > b.length) return false
  for (let i = 0; i < text.length; i++) if (b[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** One character per byte, as in a FourCC. */
export const latin1 = (b: Uint8Array, start = 0, end = b.length): string => {
  let text = ''
  for (let i = start; i < Math.min(end, b.length); i++) text += String.fromCharCode(b[i]!)
  return text
}
