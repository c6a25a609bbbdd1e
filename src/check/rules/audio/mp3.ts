/** What the rules for the quality of an MP3 share. */

import type { Audio } from '../../../measured.ts'

type Facts = Audio['facts']

/** The advice is about MP3: an AAC may state half of the rate that it plays at (HE-AAC). */
export const isMp3 = ({ container, codec }: Facts): boolean => container === 'mp3' && codec === 'mp3'

/** Hertz. */
export const isSlow = ({ sampleRate = 44_100 }: Facts): boolean => sampleRate <= 22_050

/** `22.05 kHz` */
export const hertz = (rate = 0): string => `${rate / 1000} kHz`

/** `128 kbit/s` */
export const kilobits = (bitrate: number): string => `${Math.round(bitrate / 1000)} kbit/s`

export interface Table {
  readonly name: string
  /** Bits per second. */
  readonly least: number
  readonly from: number
  readonly most: number
  readonly good: number
}

/** https://podcasters.apple.com/support/893-audio-requirements */
export const MONO: Table = { name: 'mono', least: 32_000, from: 96_000, most: 128_000, good: 96_000 }
export const STEREO: Table = { name: 'stereo', least: 64_000, from: 128_000, most: 256_000, good: 128_000 }

/** The mean is measured over the whole, and a few frames more or less change it a little. */
export const SLACK = 0.97

export const tableOf = ({ channels = 2 }: Facts): Table => (channels === 1 ? MONO : STEREO)

/** Less than Apple asks for. */
export const isThin = (facts: Facts): boolean =>
  facts.bitrate !== undefined && facts.bitrate < tableOf(facts).least * SLACK
