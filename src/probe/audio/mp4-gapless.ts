/**
 * `iTunSMPB`, in which Apple's encoders say what the codec has added before the sound and behind it, where a file has no edit list:
 * hexadecimal numbers, of which the second is the priming, the third the padding and the fourth the sound, in samples.
 * Apple has not written it down; players read it so.
 */

import { type ByteWindow, latin1, type Reading } from '../bytes.ts'
import { type Box, bodyOf, find, readBoxes } from './mp4-box.ts'
import { readItems } from './mp4-tags.ts'

interface Gapless {
  readonly priming: number
  readonly padding: number
  readonly sound: number
}

/** `count`: samples with all that was added; numbers that do not come to it are not of this file. */
export function* readGapless(
  window: ByteWindow,
  udta: readonly Box[],
  count: number,
): Reading<Gapless | undefined> {
  for (const item of yield* readItems(window, udta)) {
    if (item.type !== '----') continue
    const parts = yield* readBoxes(window, item.body, item.end)
    if (!latin1(yield* bodyOf(window, find(parts, 'name'), 16)).endsWith('iTunSMPB')) continue
    const gapless = parse(latin1(yield* bodyOf(window, find(parts, 'data'), 256)))
    if (gapless !== undefined && isOf(gapless, count)) return gapless
  }
  return undefined
}

const parse = (text: string): Gapless | undefined => {
  const [, priming, padding, sound] =
    /[0-9a-f]{8} ([0-9a-f]{8}) ([0-9a-f]{8}) ([0-9a-f]{16})/i.exec(text) ?? []
  if (priming === undefined || padding === undefined || sound === undefined) return undefined
  return {
    priming: Number.parseInt(priming, 16),
    padding: Number.parseInt(padding, 16),
    sound: Number.parseInt(sound, 16),
  }
}

/** A packet of AAC has 1024 samples; a player may leave the last one out. */
const PACKET = 1024

const isOf = ({ priming, padding, sound }: Gapless, count: number): boolean =>
  sound > 0 && Math.abs(priming + padding + sound - count) <= PACKET
