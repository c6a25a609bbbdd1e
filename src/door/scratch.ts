/** A file of our own, in a folder that nobody else has, kept for as long as it is used. */

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from './open.ts'

export interface Scratch extends Pick<ByteSource, 'read'> {
  readonly append: (bytes: Uint8Array) => void
  /** The file is gone then. */
  readonly remove: () => void
}

/** @throws what the system says when there is no room. */
export const scratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), 'build-feed-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  const descriptor = orElse(() => openSync(join(folder, 'audio'), 'wx+'), removeFolder)
  return {
    read: (into, at, length, position) => readSync(descriptor, into, at, length, position),
    append: bytes => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
    },
    remove: () => {
      closeSync(descriptor)
      removeFolder()
    },
  }
}

const orElse = <T>(act: () => T, undo: () => void): T => {
  try {
    return act()
  } catch (error) {
    undo()
    throw error
  }
}
