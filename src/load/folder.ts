import { compareText } from '../diagnostic.ts'
import type { Door } from '../door/index.ts'
import { isIgnored } from '../names.ts'

/** What stands in a show folder. All paths are relative to it, with forward slashes, in code unit order. */
export interface Folder {
  readonly files: ReadonlySet<string>
  /** Links that are not followed, because they lead out of the folder or to what is never read: why. */
  readonly outside: ReadonlyMap<string, string>
  /** Links that lead nowhere, folders that may not be entered, pipes: why. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly tooMany: boolean
}

export const fileLimit = 100_000

/** Lists a folder with its sub-folders. Throws only what the system says of the folder itself. */
export const listFolder = (door: Door, limit = fileLimit): Folder => {
  const files: string[] = []
  const outside = new Map<string, string>()
  const unreadable = new Map<string, string>()
  for (const found of door.walk(isIgnored)) {
    if (found.kind === 'file' || found.kind === 'link') files.push(found.path)
    else if (found.kind === 'leads-away') outside.set(found.path, found.reason)
    else if (found.kind === 'unreadable') unreadable.set(found.path, found.reason)
    if (files.length >= limit) break
  }
  return { files: new Set(files.sort(compareText)), outside, unreadable, tooMany: files.length >= limit }
}
