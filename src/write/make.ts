/** Makes the files aside that are to be written, before any of them gets its name. */

import { chmodSync, closeSync, lstatSync, openSync, type Stats, utimesSync, writeSync } from 'node:fs'
import type { Change } from './compare.ts'
import type { Sources } from './sources.ts'

/**
 * `temporary`: a name that nothing has. `link`: whether a file of the show gets this second name, where the disk allows it.
 * Whether it is a file of its own.
 */
export const make = (
  { artefact, bytes }: Pick<Change, 'artefact' | 'bytes'>,
  temporary: string,
  sources: Sources,
  link: boolean,
): boolean => {
  if (!('source' in artefact)) makeOf(bytes ?? artefact.bytes, temporary)
  else if (link && isLinked(artefact.source, temporary, sources)) return false
  else own(temporary, sources.copyTo(artefact.source, temporary))
  return true
}

export const makeOf = (bytes: Uint8Array, temporary: string): void => {
  const fd = openSync(temporary, 'wx')
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
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
  const { mtimeMs, ctimeMs } = lstatSync(copy)
  if (ctimeMs - mtimeMs > oldest) utimesSync(copy, ctimeMs / 1000, ctimeMs / 1000)
}
/** Milliseconds. */
const oldest = 10_000
