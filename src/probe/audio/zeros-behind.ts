/** Zeros behind the last frame, as an upload that broke off leaves them: found in few reads, however many they are. */

import type { ByteWindow, Reading } from '../bytes.ts'
import { type FrameFormat, findFrames } from './frames.ts'
import { isNotZero } from './sound.ts'

/** Longer than two frames of the usual kinds: frames of silence never hold so many zeros. */
const STRETCH = 4096
/** Enough to be sure of the chain of frames that ends there. */
const FRAMES = 16

/**
 * Where the last frame before the zeros at `end` ends; `end` where there are none. Steps back are twice as long each time, and then
 * half: of a gigabyte 36 stretches are read.
 */
export function* soundEnd(
  window: ByteWindow,
  from: number,
  end: number,
  format: FrameFormat,
): Reading<number> {
  let zero = end
  let sound = end - STRETCH
  for (let step = STRETCH; sound > from && !(yield* holdsSound(window, sound)); step *= 2) {
    zero = sound
    sound = Math.max(from, sound - step)
  }
  if (zero === end) return end
  while (zero - sound > STRETCH) {
    const middle = sound + ((zero - sound) >> 1)
    if (yield* holdsSound(window, middle)) sound = middle
    else zero = middle
  }
  return Math.min(
    end,
    yield* frameEnd(window, Math.max(from, zero - FRAMES * format.maxLength), zero, format),
  )
}

function* holdsSound(window: ByteWindow, at: number): Reading<boolean> {
  return isNotZero(yield* window.at(at, STRETCH))
}

/** Of the frames from somewhere behind `from` on, the end of the last one, which may end in zeros of its own. */
function* frameEnd(window: ByteWindow, from: number, zero: number, format: FrameFormat): Reading<number> {
  const bytes = yield* window.at(from, zero - from + FRAMES * format.maxLength)
  const { at, found } = findFrames({ bytes, base: from, isLast: false }, 0, format)
  if (!found) return zero
  let next = at
  for (let length = 1; length > 0 && next + 4 <= bytes.length; next += length)
    length = format.length(bytes, next)
  return from + next
}
