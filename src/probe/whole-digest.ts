import { createHash } from 'node:crypto'
import { comparedMebibytes } from '../limits.ts'
import type { AudioFacts } from '../model.ts'
import type { Reading } from './bytes.ts'

const step = 1024 * 1024

/** Tells the sound of a file from any other: by all its bytes, or of more than 256 MB by as many, evenly over it. */
export function* wholeDigest({ start: first, end, note = 0 }: AudioFacts['payload']): Reading<string> {
  const start = first + note
  const hash = createHash('sha256')
  const length = Math.max(0, end - start)
  hash.update(`${length}\n`)
  const steps = Math.ceil(length / step)
  for (let i = 0; i < Math.min(steps, comparedMebibytes); i++) {
    const offset =
      start +
      step * (steps <= comparedMebibytes ? i : Math.floor((i * (steps - 1)) / (comparedMebibytes - 1)))
    hash.update(yield { offset, length: Math.min(step, end - offset) })
  }
  return hash.digest('base64').slice(0, 32)
}
