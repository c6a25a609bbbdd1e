/** How long frames last that are not all counted: by how many of them stand in parts of the file. */

import type { ByteWindow, Reading } from '../bytes.ts'
import { type FrameFormat, findFrames } from './frames.ts'

/** So many parts, of so many bytes, evenly over the file: a megabyte of a file of any size. */
const PARTS = 24
const PART_BYTES = 48 * 1024

/**
 * Seconds of the frames between `from` and `end`. At a constant bit rate that is right to a frame or so; at a variable one it is off by
 * as much as the parts differ from the rest, mostly less than a hundredth.
 */
export function* estimateSeconds(
  window: ByteWindow,
  from: number,
  end: number,
  format: FrameFormat,
): Reading<number> {
  let density = 0
  let known = 0
  for (let i = 0; i < PARTS; i++) {
    const at = from + Math.floor((Math.max(0, end - from - PART_BYTES) * i) / (PARTS - 1))
    const bytes = yield* window.at(at, Math.min(PART_BYTES, end - at))
    const found = secondsInAByte(bytes, format)
    if (found === 0) continue
    density += found
    known++
  }
  return known === 0 ? 0 : (density / known) * (end - from)
}

const secondsInAByte = (bytes: Uint8Array, format: FrameFormat): number => {
  const { at, found } = findFrames({ bytes, base: 0, isLast: true }, 0, format)
  return found ? (densityOf(bytes, format) * format.samples(bytes, at)) / format.sampleRate(bytes, at) : 0
}

/** Frames in a byte; 0 when there are none. A frame that the stretch cuts counts half: else long ones would weigh too much. */
export const densityOf = (bytes: Uint8Array, format: FrameFormat): number => {
  const first = findFrames({ bytes, base: 0, isLast: true }, 0, format).at
  let frames = 0
  let next = first
  while (next + 4 < bytes.length) {
    const length = format.length(bytes, next)
    if (length === 0) break
    const isWhole = next + length <= bytes.length
    frames += isWhole ? 1 : 0.5
    next += isWhole ? length : length / 2
    if (!isWhole) break
  }
  return frames === 0 ? 0 : frames / (next - first)
}
