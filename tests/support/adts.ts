/** Makes AAC in ADTS frames: silence that decoders play. */

import { concat, concatAll } from './bytes.ts'

const RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000]

/** A block of silence in AAC-LC. */
export const silentAac = (channels: 1 | 2): Uint8Array =>
  channels === 1
    ? Uint8Array.of(0x00, 0xc8, 0x00, 0x80, 0x23, 0x80)
    : Uint8Array.of(0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80)

export interface AdtsOptions {
  readonly seconds?: number
  readonly sampleRate?: number
  readonly channels?: 1 | 2
  /** Bytes of filling in each frame, after the silence: they make a frame as long as a real one. */
  readonly fill?: number
}

const frameCount = ({ seconds = 1, sampleRate = 44_100 }: AdtsOptions): number =>
  Math.ceil((seconds * sampleRate) / 1024)

export const adtsSeconds = (options: AdtsOptions = {}): number =>
  (frameCount(options) * 1024) / (options.sampleRate ?? 44_100)

export const adts = (options: AdtsOptions = {}): Uint8Array => {
  const { sampleRate = 44_100, channels = 2, fill = 0 } = options
  const rate = RATES.indexOf(sampleRate)
  const block = concat(silentAac(channels), new Uint8Array(fill))
  const length = 7 + block.length
  const frame = concat(
    [
      0xff,
      0xf1,
      (1 << 6) | (rate << 2) | (channels >> 2),
      ((channels & 3) << 6) | (length >> 11),
      (length >> 3) & 0xff,
      ((length & 7) << 5) | 0x1f,
      0xfc,
    ],
    block,
  )
  return concatAll(Array.from({ length: frameCount(options) }, () => frame))
}
