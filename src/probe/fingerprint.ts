import { createHash } from 'node:crypto'
import type { Reading } from './bytes.ts'

/** What fingerprints of the first method begin with. Locks have them; what is new in a lock gets one of audio/sound.ts. */
export const FIRST_METHOD = '1:'

const samples = 4
const sampleSize = 4 * 1024

/**
 * The fingerprint as version 0.1.0 made it. It takes the stretch from the first byte of sound to the last, with all that is between:
 * the encoder's note of the length in an MP3, the pages of an Ogg file. So it changes with some ways of retagging a file.
 */
export function* firstFingerprint(payload: {
  readonly start: number
  readonly end: number
}): Reading<string> {
  const hash = createHash('sha256')
  const length = Math.max(0, payload.end - payload.start)
  hash.update(`${length}\n`)
  if (length <= samples * sampleSize) hash.update(yield { offset: payload.start, length })
  else {
    const step = (length - sampleSize) / (samples - 1)
    for (let i = 0; i < samples; i++)
      hash.update(yield { offset: payload.start + Math.floor(i * step), length: sampleSize })
  }
  return `${FIRST_METHOD}${hash.digest('hex').slice(0, 32)}`
}
