/** What the rules for the quality of an MP3 share. */

import type { Audio } from '../../../project.ts'

type Facts = Audio['facts']

/** The advice is about MP3: an AAC may state half of the rate that it plays at (HE-AAC). */
export const isMp3 = ({ container, codec }: Facts): boolean => container === 'mp3' && codec === 'mp3'

/** Hertz. */
export const isSlow = ({ sampleRate = 44_100 }: Facts): boolean => sampleRate <= 22_050

/** `22.05 kHz` */
export const hertz = (rate = 0): string => `${rate / 1000} kHz`

/** `128 kbit/s` */
export const kilobits = (bitrate: number): string => `${Math.round(bitrate / 1000)} kbit/s`
