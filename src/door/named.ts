/** Files that a person names on the command line: they may be anywhere, and links to them are followed. */

import { closeSync, openSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { readThroughLinks } from './flags.ts'
import { kindOf } from './look.ts'
import { type OpenFile, openFile } from './open.ts'
import { Refused } from './refused.ts'

/** Whether there is anything of this name. */
export const isThere = (path: string): boolean => statsOf(path) !== undefined

/** Whether there is a file of this name. */
export const isFile = (path: string): boolean => statsOf(path)?.isFile() === true

/** Whether there is a folder of this name. */
export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() === true

/** What cannot be looked at, such as a name behind a file, is not there for us either. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** What stands in a folder, sorted; nothing where there is none, or none that may be read. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** The path of a file inside a folder, with forward slashes; undefined where it stands elsewhere. */
export const pathInside = (folder: string, file: string): string | undefined => {
  const path = relative(realpathSync.native(folder), realpathSync.native(file)).replaceAll(sep, '/')
  return path === '..' || path.startsWith('../') || /^([a-z]:|\/)/i.test(path) ? undefined : path
}

/**
 * A regular file, open. The caller closes it.
 * @throws Refused, or what the system says.
 */
export const openNamed = (path: string): OpenFile => {
  // Nobody may ever write into a named pipe: to open it the plain way would wait for them.
  const descriptor = openSync(path, readThroughLinks)
  const file = openFile(descriptor)
  if (file.stats.isFile()) return file
  closeSync(descriptor)
  throw new Refused('not-a-file', kindOf(file.stats))
}
