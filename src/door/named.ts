/** Files that a person names on the command line: they may be anywhere, and links to them are followed. */

import { closeSync, openSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { readThroughLinks } from './flags.ts'
import { kindOf } from './look.ts'
import { type OpenFile, openFile } from './open.ts'
import { Refused } from './refused.ts'

/** What is there of a name, as far as one may look: a file in its way, or a name that is too long, is nothing there either. */
export const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether there is anything of this name. */
export const isThere = (path: string): boolean => statOf(path) !== undefined

/** Whether there is a file of this name. */
export const isFile = (path: string): boolean => statOf(path)?.isFile() === true

/** Bytes; 0 where there is no file. */
export const sizeOfFile = (path: string): number => {
  const stats = statOf(path)
  return stats?.isFile() ? stats.size : 0
}

/** Whether there is a folder of this name. */
export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true

/** What stands in a folder, sorted; nothing where there is none, or none that may be read. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** Of what is there under this name and is no file, what it is: `it is a named pipe, not a file`. */
export const noFile = (path: string): string | undefined => {
  const stats = statOf(path)
  return stats === undefined || stats.isFile() ? undefined : kindOf(stats)
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
