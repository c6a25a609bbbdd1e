/** Makes the files aside that are to be written, whole and synced, before any of them gets its name. */

import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  openSync,
  type Stats,
  writeSync,
} from 'node:fs'
import type { Artefact } from '../model.ts'
import type { Sources } from './sources.ts'

/** `temporary`: a name that nothing has. `link`: whether a file of the show gets this second name, where the disk allows it. */
export const make = (artefact: Artefact, temporary: string, sources: Sources, link: boolean): void => {
  if (!('source' in artefact)) makeOf(artefact.bytes, temporary)
  else if (!link || !isLinked(artefact.source, temporary, sources))
    own(temporary, sources.copyTo(artefact.source, temporary))
}

export const makeOf = (bytes: Uint8Array, temporary: string): void => {
  const fd = openSync(temporary, 'wx')
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Another disk, or one without second names, gets a copy. */
const isLinked = (source: string, temporary: string, sources: Sources): boolean => {
  try {
    sources.linkTo(source, temporary)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !noSecondNames.has(code)) throw error
    return false
  }
}
const noSecondNames: ReadonlySet<string> = new Set([
  'EXDEV',
  'EPERM',
  'EMLINK',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
])

/**
 * Some systems give a copy the rights and the time of its source. Nobody runs it, we replace it one day, and what uploads by size
 * and time, as rsync does, has to see that it is another file than the one before.
 */
const own = (copy: string, { mode }: Stats): void => {
  chmodSync(copy, (mode & 0o666) | 0o600)
  const fd = openSync(copy, 'r+')
  try {
    const { mtimeMs, ctimeMs } = fstatSync(fd)
    if (ctimeMs - mtimeMs > oldest) futimesSync(fd, ctimeMs / 1000, ctimeMs / 1000)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
/** Milliseconds. */
const oldest = 10_000
