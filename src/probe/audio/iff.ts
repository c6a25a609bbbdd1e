/** The chunks that WAV and AIFF are made of: four letters, four bytes of size, the body, a byte of padding after an odd size. */

import { iffChunks } from '../../limits.ts'
import { type ByteWindow, latin1, type Reading, u64le } from '../bytes.ts'

export interface Chunk {
  readonly id: string
  /** Where the body begins, and where it ends inside of the file. */
  readonly start: number
  readonly end: number
  /** Of the body, as the header says. */
  readonly claimed: number
}

/** Read around a header: the small chunks beside it. */
export const AHEAD = 512

/** What begins a file: met further on, a second file was put behind the first. */
const FILES: readonly string[] = ['RIFF', 'RIFX', 'RF64', 'BW64', 'FORM']

/** The chunks from `from` on, up to the end or to a second file, which is the last of the list. */
export function* listChunks(
  window: ByteWindow,
  from: number,
  u32: (b: Uint8Array, at: number) => number,
): Reading<Chunk[]> {
  const chunks: Chunk[] = []
  let longSize: number | undefined
  for (let at = from; chunks.length < iffChunks; ) {
    const head = yield* window.at(at, 8, AHEAD)
    if (head.length < 8) break
    const id = latin1(head, 0, 4)
    const size = u32(head, 4)
    // RF64: the size of the data has 64 bits, and stands in a chunk of its own.
    const claimed = id === 'data' && size === 0xffffffff ? (longSize ?? size) : size
    const start = at + 8
    chunks.push({ id, start, end: Math.min(start + claimed, window.size), claimed })
    if (FILES.includes(id)) break
    if (id === 'ds64') longSize = yield* readLongSize(window, start)
    at = yield* nextChunk(window, start + claimed, claimed)
  }
  return chunks
}

/** `ds64` (EBU Tech 3306): RIFF size, data size, sample count, 8 bytes each. */
function* readLongSize(window: ByteWindow, at: number): Reading<number | undefined> {
  const bytes = yield* window.at(at, 24, AHEAD)
  return bytes.length < 24 ? undefined : u64le(bytes, 8)
}

const ID = /^[\w ]{4}$/

/** Some programs forget the byte of padding: then the next name stands one byte earlier, and reads as none with it. */
function* nextChunk(window: ByteWindow, end: number, size: number): Reading<number> {
  if (size % 2 === 0) return end
  const bytes = yield* window.at(end, 5, AHEAD)
  return ID.test(latin1(bytes, 0, 4)) && !ID.test(latin1(bytes, 1, 5)) ? end : end + 1
}

/** The first chunk of that name. */
export const findChunk = (chunks: readonly Chunk[], id: string): Chunk | undefined =>
  chunks.find(chunk => chunk.id === id)

/** Where a second file begins that was put behind this one, and which no player plays. */
export const secondFile = (chunks: readonly Chunk[]): number | undefined => {
  const file = chunks.find(({ id }) => FILES.includes(id))
  return file === undefined ? undefined : file.start - 8
}

/** The first `length` bytes of the chunk, or what there is. */
export function* chunkBody(
  window: ByteWindow,
  chunk: Chunk | undefined,
  length: number,
): Reading<Uint8Array> {
  if (chunk === undefined) return new Uint8Array(0)
  return yield* window.at(chunk.start, Math.min(length, chunk.end - chunk.start), AHEAD)
}
