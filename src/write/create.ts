import { constants, copyFileSync, lstatSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../door/make-folder.ts'
import { reasonOf } from './unwritable.ts'

export type NewFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly copyOf: string }

/** Writes files that are not there yet. When one of them is, or cannot be written, gives its path and the reason; nothing is ever overwritten. */
export const create = (
  files: readonly NewFile[],
): { readonly path: string; readonly reason: string } | undefined => {
  // Looking first keeps a half of them from being written; the flags below keep the promise when somebody is faster.
  for (const { path } of files) {
    try {
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
        return { path, reason: 'it is there already' }
    } catch (error) {
      return { path, reason: reasonOf(error) }
    }
  }
  for (const file of files) {
    try {
      makeFolder(dirname(file.path))
      if ('text' in file) writeFileSync(file.path, file.text, { flag: 'wx' })
      else if ('bytes' in file) writeFileSync(file.path, file.bytes, { flag: 'wx' })
      else copyFileSync(file.copyOf, file.path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    } catch (error) {
      return { path: file.path, reason: reasonOf(error) }
    }
  }
  return undefined
}
