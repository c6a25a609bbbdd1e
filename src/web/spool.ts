/** A file from a server that does not answer ranges, read once and kept beside for as long as it is measured. */

import type { ByteSource } from '../door/index.ts'
import { scratch } from '../door/scratch.ts'
import { type Answer, unreachable } from './transport.ts'

/**
 * Gives the whole body.
 * Rejects with a `WebFailure`, or as `use` does.
 */
export const spool = async <T>(
  answer: Answer,
  host: string,
  limit: number,
  use: (file: ByteSource) => Promise<T>,
): Promise<T> => {
  const { read, append, remove } = roomFor(host, scratch)
  try {
    let size = 0
    for await (const chunk of answer.body) {
      size += chunk.length
      if (size > limit) throw unreachable('too-large', host)
      roomFor(host, () => append(chunk))
    }
    return await use({ size, read })
  } finally {
    remove()
  }
}

const roomFor = <T>(host: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    throw unreachable('no-room', host, (error as NodeJS.ErrnoException).code)
  }
}
