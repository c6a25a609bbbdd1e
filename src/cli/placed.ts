/** Shows that are made of the pages of a site, or whose file is named: where they are read from. */

import { dirname, join, resolve } from 'node:path'
import { keepBases, recallBases } from '../cache/bases.ts'
import { type CacheWorld, cachePlace } from '../cache/place.ts'
import { doorOf, isFile, isFolder, namesIn } from '../door/index.ts'
import { markdownFileBytes } from '../limits.ts'
import { isMarkdown, isShowPath, mayBeOfSite } from '../names.ts'
import { showPlace } from '../place.ts'
import { nameOf } from '../units/file-name.ts'
import { type Io, UsageError } from './io.ts'
import type { ShowFolder } from './shows.ts'
import { program } from './version.ts'

/** Whether a file that was named is a show: it says where it is served. */
export const isShowFile = (asked: string, io: Pick<Io, 'cwd'>): boolean => {
  const path = resolve(io.cwd, asked)
  if (!isMarkdown(asked) || /^https?:/i.test(asked) || !isFile(path)) return false
  return /^\s*["']?baseUrl["']?\s*[:=]/m.test(textAt(path) ?? '')
}

/** `root`: what bounds what a show may name, instead of its repository. */
export const placed = async <Show extends ShowFolder>(
  show: Show,
  io: CacheWorld & Pick<Io, 'runtime'>,
  { root, withCache }: { readonly root?: string | undefined; readonly withCache: boolean },
): Promise<Show> => {
  const file = show.file ?? showIn(show.location)
  if (file === undefined) return show
  const bytes = bytesAt(file)
  if (show.file === undefined && !mayBeOfSite(bytes?.toString('utf8') ?? '')) return show
  if (root !== undefined && !isFolder(resolve(io.cwd, root)))
    throw new UsageError(`--root ${root} is not a folder`)
  const { HOME, USERPROFILE } = io.env
  const place = showPlace(file, {
    cwd: io.cwd,
    home: HOME ?? USERPROFILE,
    root: root === undefined ? undefined : resolve(io.cwd, root),
    bases: bytes && (await basesOf(file, bytes, withCache ? io : undefined)),
  })
  const { file: _, ...plain } = show
  return { ...plain, ...place } as Show
}

/** To read front matter takes all that knows the fields: of an unchanged show it is known what it names. */
const basesOf = async (
  file: string,
  bytes: Uint8Array,
  io: (CacheWorld & Pick<Io, 'runtime'>) | undefined,
): Promise<readonly string[] | undefined> => {
  const [folder, name] = [dirname(file), nameOf(file.replaceAll('\\', '/'))]
  const cache = io && cachePlace(io, `${program} ${io.runtime ?? ''}`, folder)
  const known = cache && recallBases(cache, name, bytes)
  if (known !== undefined) return known ?? undefined
  const { placeOfShow } = await import('./engine.ts')
  const bases = placeOfShow(bytes)
  if (cache) keepBases(cache, name, bytes, bases ?? null)
  return bases
}

const showIn = (location: string): string | undefined => {
  const names = namesIn(location).filter(isShowPath)
  const name = names.includes('show.md') ? 'show.md' : names[0]
  return name === undefined ? undefined : join(location, name)
}

const textAt = (path: string): string | undefined => bytesAt(path)?.toString('utf8')

const bytesAt = (path: string): Buffer | undefined => {
  try {
    return doorOf(dirname(path)).read(nameOf(path.replaceAll('\\', '/')), markdownFileBytes)
  } catch {
    return undefined
  }
}
