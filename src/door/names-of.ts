import { closeSync, constants, type Dirent, lstatSync, openSync, readdirSync, realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { readOnly } from './flags.ts'
import { isSameFile } from './look.ts'
import type { PathOf } from './open.ts'
import { changed } from './refused.ts'
import { whereIs } from './where.ts'

/**
 * What stands in a folder that was found inside the show: one that a link has come into the place of since, or into the place
 * of a folder above it, is not listed.
 *
 * @throws Refused, or what the system says.
 */
export const namesOf = (
  realRoot: string,
  real: string,
  between: () => void,
  pathOf: PathOf,
): readonly Dirent[] => {
  const before = lstatSync(real, { bigint: true })
  between()
  const names = namesOfOpen(realRoot, real, pathOf)
  if (names !== undefined) return names
  const listed = readdirSync(real, { withFileTypes: true })
  const isStillThere =
    realpathSync.native(real) === real && isSameFile(before, lstatSync(real, { bigint: true }))
  if (!isStillThere) throw changed()
  return listed
}

/** Linux says where an open folder is, and has a name for it; undefined where the system does not. */
const namesOfOpen = (realRoot: string, real: string, pathOf: PathOf): readonly Dirent[] | undefined => {
  // Windows opens no folders.
  if (constants.O_DIRECTORY === undefined) return undefined
  const descriptor = openFolder(real)
  try {
    const known = pathOf(descriptor)
    if (known === undefined) return undefined
    if (whereIs(realRoot, known, sep).kind !== 'inside') throw changed()
    return readdirSync(`/proc/self/fd/${descriptor}`, { withFileTypes: true })
  } finally {
    closeSync(descriptor)
  }
}

const openFolder = (real: string): number => {
  try {
    return openSync(real, readOnly | constants.O_DIRECTORY)
  } catch (error) {
    // It was a folder when it was found.
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ELOOP' || code === 'ENOTDIR' ? changed() : error
  }
}
