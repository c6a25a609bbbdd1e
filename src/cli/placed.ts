/** Shows that are made of the pages of a site, or whose file is named: where they are read from. */

import { dirname, join, resolve } from 'node:path'
import { doorOf, isFile, isFolder, namesIn } from '../door/index.ts'
import { markdownFileBytes } from '../limits.ts'
import { isMarkdown, isShowPath, mayBeOfSite } from '../names.ts'
import { nameOf } from '../units/file-name.ts'
import { type Io, UsageError } from './io.ts'
import type { ShowFolder } from './shows.ts'

/** Whether a file that was named is a show: it says where it is served. */
export const isShowFile = (asked: string, io: Pick<Io, 'cwd'>): boolean => {
  const path = resolve(io.cwd, asked)
  if (!isMarkdown(asked) || /^https?:/i.test(asked) || !isFile(path)) return false
  return /^\s*["']?baseUrl["']?\s*[:=]/m.test(textAt(path) ?? '')
}

/** `root`: what bounds what a show may name, instead of its repository. */
export const placed = async <Show extends ShowFolder>(
  show: Show,
  io: Pick<Io, 'cwd' | 'env'>,
  root?: string,
): Promise<Show> => {
  const file = show.file ?? showIn(show.location)
  if (file === undefined) return show
  if (show.file === undefined && !mayBeOfSite(textAt(file) ?? '')) return show
  if (root !== undefined && !isFolder(resolve(io.cwd, root)))
    throw new UsageError(`--root ${root} is not a folder`)
  const { showPlace } = await import('./engine.ts')
  const { HOME, USERPROFILE } = io.env
  const place = showPlace(file, {
    cwd: io.cwd,
    home: HOME ?? USERPROFILE,
    root: root === undefined ? undefined : resolve(io.cwd, root),
  })
  const { file: _, ...plain } = show
  return { ...plain, ...place } as Show
}

const showIn = (location: string): string | undefined => {
  const names = namesIn(location).filter(isShowPath)
  const name = names.includes('show.md') ? 'show.md' : names[0]
  return name === undefined ? undefined : join(location, name)
}

const textAt = (path: string): string | undefined => {
  try {
    return doorOf(dirname(path))
      .read(nameOf(path.replaceAll('\\', '/')), markdownFileBytes)
      .toString('utf8')
  } catch {
    return undefined
  }
}
