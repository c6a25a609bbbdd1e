/** A show that was built, what has become of it on the disk, and a disk that fails. */

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type Files, temporaryFolder, writeFiles } from './folder.ts'
import { goodShow } from './good-show.ts'

export interface Work {
  readonly root: string
  /** Of this show alone, and not in it: there it would not be read. */
  readonly cache: string
  readonly inShow: (path: string) => string
  readonly inOutput: (path: string) => string
}

export const layShow = (files: Files = {}): Work => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), { ...goodShow(), ...files })
  return {
    root,
    cache: temporaryFolder(),
    inShow: path => join(root, 'episodes', path),
    inOutput: path => join(root, 'public', path),
  }
}

/** Everything below a folder by its path: files by their bytes, links by where they lead, folders. */
export const snapshot = (folder: string): Readonly<Record<string, string>> =>
  fs.existsSync(folder)
    ? Object.fromEntries(
        fs
          .readdirSync(folder, { recursive: true, withFileTypes: true })
          .map((entry): [string, string] => {
            const path = join(entry.parentPath, entry.name)
            const name = path.slice(folder.length)
            if (entry.isSymbolicLink()) return [name, `-> ${fs.readlinkSync(path)}`]
            return [name, entry.isFile() ? fs.readFileSync(path, 'latin1') : 'folder']
          })
          .sort(),
      )
    : {}

/** What is ours and should not be there any more. */
export const leftOvers = (root: string): string[] =>
  fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.split(/[\\/]/).some(name => name.startsWith('.build-feed-')))

type Sync = 'renameSync' | 'copyFileSync' | 'linkSync' | 'openSync' | 'fsyncSync'

/** While `act` runs, that call to the system is this one. */
export const withSystem = async <T>(
  name: Sync,
  replace: (real: (...args: never[]) => unknown) => (...args: never[]) => unknown,
  act: () => T | Promise<T>,
): Promise<T> => {
  const real = fs[name] as (...args: never[]) => unknown
  const spy = vi.spyOn(fs, name).mockImplementation(replace(real) as never)
  syncBuiltinESMExports()
  try {
    return await act()
  } finally {
    spy.mockRestore()
    syncBuiltinESMExports()
  }
}

export const systemError = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code })
