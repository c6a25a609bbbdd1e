import { compareText } from '../diagnostic.ts'
import type { Door } from '../door/index.ts'
import { folderLevels, ignoredNames, showFiles } from '../limits.ts'
import { isIgnored, isMarkdown, isShowPath, lockName, stemOf } from '../names.ts'

/** What stands in a show folder. All paths are relative to it, with forward slashes, in code unit order. */
export interface Folder {
  readonly files: ReadonlySet<string>
  /** Links that are not followed, because they lead out of the folder or to what is never read: why. */
  readonly outside: ReadonlyMap<string, string>
  /** Those of them that lead to folders: whatever is in there is no part of the show. */
  readonly outsideFolders: ReadonlySet<string>
  /** Links that lead nowhere, folders that may not be entered, pipes: why. */
  readonly unreadable: ReadonlyMap<string, string>
  /** The first paths that are not read because their names begin with `_`. */
  readonly ignored: readonly string[]
  /** Files that links of the folder lead to. */
  readonly linked: ReadonlySet<string>
  readonly tooMany: boolean
}

/**
 * Lists a folder with its sub-folders. Throws only what the system says of the folder itself.
 * `output`: where in it the output goes. That is left out, unless there are episodes in it: then it is the output that is misplaced.
 */
export const listFolder = (
  door: Door,
  {
    limit = showFiles,
    output,
    isNamed = () => false,
  }: {
    readonly limit?: number | undefined
    readonly output?: string | undefined
    /** Whether a name that begins with `_` is meant all the same. */
    readonly isNamed?: ((path: string) => boolean) | undefined
  } = {},
): Folder => {
  const files: string[] = []
  const outside = new Map<string, string>()
  const outsideFolders = new Set<string>()
  const unreadable = new Map<string, string>()
  const ignored: string[] = []
  const linked = new Set<string>()
  const isPassedOver = (name: string, path: string): boolean => {
    if (name.startsWith('_') && isNamed(path)) return false
    if (name.startsWith('_') && ignored.length < ignoredNames) ignored.push(path)
    return isIgnored(name)
  }
  // Folders count too: a million empty ones take as long.
  let count = 0
  const isTooDeep = (path: string): boolean => {
    if (path.split('/').length <= folderLevels + 1) return false
    unreadable.set(path, `it lies more than ${folderLevels} folders deep`)
    return true
  }
  for (const found of door.walk((name, path) => isPassedOver(name, path) || isTooDeep(path))) {
    if (found.kind === 'file' || found.kind === 'link') files.push(found.path)
    if (found.kind === 'link') linked.add(found.to)
    else if (found.kind === 'leads-away') {
      outside.set(found.path, found.reason)
      if (found.isFolder()) outsideFolders.add(found.path)
    } else if (found.kind === 'unreadable') unreadable.set(found.path, found.reason)
    else if (found.kind === 'folder' && isNeverFolder(found.path))
      unreadable.set(found.path, 'it is a folder, not a file')
    if (++count >= limit) break
  }
  return {
    files: new Set(withoutOutput(files, output).sort(compareText)),
    outside,
    outsideFolders,
    unreadable,
    ignored: ignored.sort(compareText),
    linked,
    tooMany: count >= limit,
  }
}

/** Where a folder has the name of a file that the show stands on, that file would be missing without a word. */
const isNeverFolder = (path: string): boolean => path === lockName || isShowPath(path)

const withoutOutput = (files: string[], output: string | undefined): string[] => {
  if (output === undefined) return files
  const isOutput = (path: string): boolean => path.startsWith(`${output}/`)
  return files.some(path => isOutput(path) && isEpisode(path)) ? files : files.filter(path => !isOutput(path))
}

/** By its name. No build puts such a file into the output. */
const isEpisode = (path: string): boolean => isMarkdown(path) && !/(?:^|\/)readme$/i.test(stemOf(path))
