import { lstatSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are not there. Node's own way to do that tries for ever, before Node 26, where the system
 * makes none, as in /proc.
 *
 * @throws what the system says.
 */
export const makeFolder = (path: string, mode?: number): void => {
  const missing: string[] = []
  for (let at = path; !isThere(at) && dirname(at) !== at; at = dirname(at)) missing.push(at)
  for (const folder of missing.reverse()) makeOne(folder, mode)
}

/** Whether it was made, and not there already: another build may be faster. The folder above it is there. */
export const makeOne = (folder: string, mode?: number): boolean => {
  try {
    mkdirSync(folder, { mode })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && lstatSync(folder).isDirectory()) return false
    throw code === 'ENOENT' ? new Error('the system makes no folder here') : error
  }
}

const isThere = (path: string): boolean => {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw error
  }
}
