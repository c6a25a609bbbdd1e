/** Fragmented MP4: the length is the sum of what each fragment holds. ISO/IEC 14496-12 8.8. */

import { mp4RunBytes } from '../../limits.ts'
import { type ByteWindow, type Reading, u32be } from '../bytes.ts'
import { type Box, bodyOf, childrenOf, find, readBoxes } from './mp4-box.ts'

/** `trex`: the duration of a sample when no fragment says, in units of the track's time scale. */
export function* readDefaultDuration(
  window: ByteWindow,
  moov: readonly Box[],
  track: number,
): Reading<number> {
  const mvex = yield* childrenOf(window, moov, 'mvex')
  for (const trex of mvex.filter(box => box.type === 'trex')) {
    const b = yield* bodyOf(window, trex, 24)
    if (b.length >= 16 && u32be(b, 4) === track) return u32be(b, 12)
  }
  return 0
}

/** The length of the track in one fragment, in units of its time scale. */
export function* fragmentTime(
  window: ByteWindow,
  moof: Box,
  track: number,
  defaultDuration: number,
): Reading<number> {
  let time = 0
  for (const traf of yield* readBoxes(window, moof.body, moof.end)) {
    if (traf.type !== 'traf') continue
    const boxes = yield* readBoxes(window, traf.body, traf.end)
    const tfhd = (yield* bodyOf(window, find(boxes, 'tfhd'), 24)).slice()
    if (tfhd.length < 8 || u32be(tfhd, 4) !== track) continue
    const duration = headerDuration(tfhd) ?? defaultDuration
    for (const trun of boxes.filter(box => box.type === 'trun'))
      time += yield* runTime(window, trun, duration)
  }
  return time
}

const HAS_BASE_OFFSET = 0x1
const HAS_DESCRIPTION = 0x2
const HAS_DURATION = 0x8

/** `tfhd`: flags, track, then only what the flags name. */
const headerDuration = (b: Uint8Array): number | undefined => {
  const flags = u32be(b, 0) & 0xffffff
  if ((flags & HAS_DURATION) === 0) return undefined
  const at = 8 + ((flags & HAS_BASE_OFFSET) !== 0 ? 8 : 0) + ((flags & HAS_DESCRIPTION) !== 0 ? 4 : 0)
  return at + 4 <= b.length ? u32be(b, at) : undefined
}

const RUN_OFFSET = 0x1
const RUN_FIRST_FLAGS = 0x4
const RUN_DURATIONS = 0x100
/** Duration, size, flags, composition offset: four bytes each. */
const RUN_FIELDS = [0x100, 0x200, 0x400, 0x800]

function* runTime(window: ByteWindow, trun: Box, duration: number): Reading<number> {
  const head = yield* bodyOf(window, trun, 8)
  if (head.length < 8) return 0
  const flags = u32be(head, 0) & 0xffffff
  const count = u32be(head, 4)
  if ((flags & RUN_DURATIONS) === 0) return count * duration
  const entry = 4 * RUN_FIELDS.filter(field => (flags & field) !== 0).length
  const at = trun.body + 8 + ((flags & RUN_OFFSET) !== 0 ? 4 : 0) + ((flags & RUN_FIRST_FLAGS) !== 0 ? 4 : 0)
  const b = yield* window.at(at, Math.max(0, Math.min(count * entry, trun.end - at, mp4RunBytes)))
  let time = 0
  for (let i = 0; i + entry <= b.length; i += entry) time += u32be(b, i)
  return time
}
