import { wholeFileBytes } from '../limits.ts'
import type { ByteSource } from './open.ts'
import { Refused } from './refused.ts'

/** @throws Refused above `limit` bytes, or what the system says. */
export const readWhole = ({ size, read }: ByteSource, limit = wholeFileBytes): Buffer => {
  const tooLarge = (): Refused =>
    new Refused('too-large', `it has more than ${limit.toLocaleString('en')} bytes`)
  if (size > limit) throw tooLarge()
  const bytes = Buffer.allocUnsafe(size)
  let done = 0
  while (done < bytes.length) {
    const got = read(bytes, done, bytes.length - done, done)
    if (got === 0) break
    done += got
  }
  return bytes.subarray(0, done)
}
