import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { compareText } from '../diagnostic.ts'
import { isIgnored } from '../names.ts'

/** What stands in a show folder. All paths are relative to it, with forward slashes, in code unit order. */
export interface Folder {
  readonly files: ReadonlySet<string>
  /** Links that lead out of the folder: listed, never followed. */
  readonly outside: ReadonlySet<string>
  /** Links that lead nowhere, folders that may not be entered. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly tooMany: boolean
}

export const fileLimit = 100_000

/** Lists a folder with its sub-folders. Throws only what readdir throws for the folder itself. */
export const listFolder = (root: string, limit = fileLimit): Folder => {
  const realRoot = realpathSync(root)
  const files: string[] = []
  const outside = new Set<string>()
  const unreadable = new Map<string, string>()
  // A folder is entered once, whatever links point at it: a link to its own parent would never end.
  const entered = new Set<string>([realRoot])

  const walk = (inside: string): void => {
    for (const found of readdirSync(join(root, inside), { withFileTypes: true })) {
      if (isIgnored(found.name) || files.length >= limit) continue
      const path = inside === '' ? found.name : `${inside}/${found.name}`
      if (found.isFile()) files.push(path)
      else if (found.isDirectory()) enter(path)
      else if (found.isSymbolicLink()) follow(path)
    }
  }
  const enter = (path: string): void => {
    const real = realpathSync(join(root, path))
    if (entered.has(real)) return
    entered.add(real)
    try {
      walk(path)
    } catch (error) {
      unreadable.set(path, reasonOf(error))
    }
  }
  const follow = (path: string): void => {
    try {
      const real = realpathSync(join(root, path))
      if (!real.startsWith(realRoot + sep)) outside.add(path)
      else if (statSync(real).isDirectory()) enter(path)
      else files.push(path)
    } catch (error) {
      unreadable.set(path, reasonOf(error))
    }
  }
  walk('')
  return { files: new Set(files.sort(compareText)), outside, unreadable, tooMany: files.length >= limit }
}

/** A system error in words that a podcaster can act on. */
export const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'it does not exist'
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to read it'
    case 'ELOOP':
      return 'it is a link that leads back to itself'
    case 'ENOTDIR':
      return 'it is a file, not a folder'
    case 'EISDIR':
      return 'it is a folder, not a file'
    default:
      return code ?? 'the system does not say why'
  }
}

/** Whether a folder holds a show. */
export const hasShow = (root: string): boolean =>
  statSync(join(root, 'show.md'), { throwIfNoEntry: false }) !== undefined
