/** A file from a server that does not answer ranges, read once and kept beside for as long as it is measured. */

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, unreachable } from './transport.ts'

/**
 * Gives an open file with the whole body, and its size.
 * Rejects with a `WebFailure`, or as `use` does.
 */
export const spool = async <T>(
  answer: Answer,
  host: string,
  limit: number,
  use: (fd: number, size: number) => Promise<T>,
): Promise<T> => {
  const folder = roomFor(host, () => mkdtempSync(join(tmpdir(), 'build-feed-')))
  let fd: number | undefined
  try {
    const open = roomFor(host, () => openSync(join(folder, 'audio'), 'w+'))
    fd = open
    let size = 0
    for await (const chunk of answer.body) {
      size += chunk.length
      if (size > limit) throw unreachable('too-large', host)
      roomFor(host, () => writeAll(open, chunk))
    }
    return await use(open, size)
  } finally {
    if (fd !== undefined) closeSync(fd)
    rmSync(folder, { recursive: true, force: true })
  }
}

const writeAll = (fd: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

const roomFor = <T>(host: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    throw unreachable('no-room', host, (error as NodeJS.ErrnoException).code)
  }
}
