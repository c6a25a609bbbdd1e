/** The boxes (QuickTime: atoms) that MP4 is made of. ISO/IEC 14496-12 4.2; QuickTime File Format, "Atoms". */

import { mp4Boxes } from '../../limits.ts'
import { type ByteWindow, latin1, type Reading, u32be, u64be } from '../bytes.ts'

export interface Box {
  readonly type: string
  /** Where the header begins, and where what it heads. */
  readonly start: number
  readonly body: number
  /** Where it ends, inside of what holds it; and where it says it ends. */
  readonly end: number
  readonly claimedEnd: number
}

/** Read around a header: the small boxes beside it. */
export const AHEAD = 2048

/** The box at `at`; undefined when none fits before `end`. */
export function* readBox(
  window: ByteWindow,
  at: number,
  end: number,
  ahead = AHEAD,
): Reading<Box | undefined> {
  if (at + 8 > end) return undefined
  const head = yield* window.at(at, 16, ahead)
  if (head.length < 8) return undefined
  const type = latin1(head, 4, 8)
  const short = u32be(head, 0)
  if (short === 1 && head.length < 16) return undefined
  const header = short === 1 ? 16 : 8
  const size = short === 1 ? u64be(head, 8) : short === 0 ? end - at : short
  if (size < header) return undefined
  return { type, start: at, body: at + header, end: Math.min(at + size, end), claimedEnd: at + size }
}

/** The boxes between `from` and `end`. */
export function* readBoxes(window: ByteWindow, from: number, end: number): Reading<Box[]> {
  const boxes: Box[] = []
  for (let at = from; boxes.length < mp4Boxes; ) {
    const box = yield* readBox(window, at, end)
    if (box === undefined) break
    boxes.push(box)
    at = box.claimedEnd
  }
  return boxes
}

export const find = (boxes: readonly Box[], type: string): Box | undefined =>
  boxes.find(box => box.type === type)

/** The boxes inside the first box of that type; none when it is missing. `skip`: bytes of its own before them. */
export function* childrenOf(
  window: ByteWindow,
  boxes: readonly Box[],
  type: string,
  skip = 0,
): Reading<Box[]> {
  const box = find(boxes, type)
  return box === undefined ? [] : yield* readBoxes(window, box.body + skip, box.end)
}

/** The first `length` bytes of what the box holds, or what there is. */
export function* bodyOf(window: ByteWindow, box: Box | undefined, length: number): Reading<Uint8Array> {
  if (box === undefined) return new Uint8Array(0)
  return yield* window.at(box.body, Math.min(length, box.end - box.body), AHEAD)
}
