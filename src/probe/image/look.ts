import type { Reading } from '../bytes.ts'

/** Gives at least `least` bytes (fewer only where the file ends) and at most `most`, which is `least` when left out. */
export type Look = (offset: number, least: number, most?: number) => Reading<Uint8Array>

/** Enough for the header of nearly every picture, so that one read does. */
const FIRST_READ = 64 * 1024
/** Headers that lie further on are small and far apart: pictures put their metadata in front. */
const LATER_READ = 4 * 1024

/** Looks into a file of `size` bytes through one window that moves only when it must. */
export function lookInto(size: number): Look {
  let start = 0
  let held: Uint8Array = new Uint8Array(0)
  return function* look(offset, least, most = least) {
    const needed = Math.min(least, size - offset)
    if (offset < 0 || needed <= 0) return new Uint8Array(0)
    if (offset < start || offset + needed > start + held.length) {
      const generous = Math.max(most, offset === 0 ? FIRST_READ : LATER_READ)
      held = yield { offset, length: Math.min(generous, size - offset) }
      start = offset
    }
    return held.subarray(offset - start, offset - start + most)
  }
}

export const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x10000 + u16(bytes, at + 2)
/** Latin-1: signatures and names of boxes and chunks are ASCII. */
export const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 256)))
