import { closeSync, openSync, realpathSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { AudioTags } from '../model.ts'
import { readAudio } from './audio/index.ts'

/** Whether there is a file of this name. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** The path of a file inside a folder, with forward slashes; undefined where it stands elsewhere. */
export const pathInside = (folder: string, file: string): string | undefined => {
  const path = relative(realpathSync(folder), realpathSync(file)).replaceAll(sep, '/')
  return path === '..' || path.startsWith('../') || /^([a-z]:|\/)/i.test(path) ? undefined : path
}

/** What an audio file says about itself; undefined where it is none, or cannot be read. */
export const tagsOf = async (path: string): Promise<AudioTags | undefined> => {
  try {
    const fd = openSync(path, 'r')
    try {
      const reading = await readAudio(fd, statSync(path).size)
      return reading.kind === 'audio' ? reading.facts.tags : undefined
    } finally {
      closeSync(fd)
    }
  } catch {
    return undefined
  }
}
