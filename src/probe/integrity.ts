import { createHash } from 'node:crypto'
import type { Reading } from './bytes.ts'

const step = 1024 * 1024

/** The whole file, a megabyte at a time, as https://www.w3.org/TR/SRI/ writes a hash. */
export function* integrityOf(size: number): Reading<string> {
  const hash = createHash('sha384')
  for (let offset = 0; offset < size; offset += step)
    hash.update(yield { offset, length: Math.min(step, size - offset) })
  return `sha384-${hash.digest('base64')}`
}
