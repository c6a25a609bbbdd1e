/**
 * The one place that opens a show's files: what decides is where the kernel ends up, not what a name says. In CI the show may
 * come from a stranger.
 *
 * A file is looked at (a regular file, really inside the show folder, by whatever links), opened without following anything any
 * more, and compared with what was looked at, so that nothing is won by putting something else in its place in between. What
 * begins with a dot, and node_modules, is never read, by name or through a link.
 */

import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { once } from '../units/once.ts'
import { copyOf, linkOf } from './copy.ts'
import { allow, isSameFile, lookAt } from './look.ts'
import { type Opened, type OpenFile, open, type PathOf, pathOf as systemPathOf } from './open.ts'
import { readWhole } from './read.ts'
import { changed, Refused } from './refused.ts'
import { strayLinkTo, strayWords } from './stray-link.ts'
import { type Found, walk } from './walk.ts'

export { isFile, isFolder, isThere, namesIn, noFile, openNamed, pathInside, sizeOfFile } from './named.ts'
export type { ByteSource, OpenFile } from './open.ts'
export { Refused, reasonOf, unknownName } from './refused.ts'
export { rootOf } from './root.ts'
export type { Found } from './walk.ts'

/** Paths are inside the show folder, with forward slashes. Whatever cannot be had throws `Refused`, or what the system says. */
export interface Door {
  /** Where the show folder really is. */
  readonly real: () => string
  /** Everything in the show folder, in the order of the disk. */
  readonly walk: (isIgnored: (name: string, path: string) => boolean) => Iterable<Found>
  /** The caller closes it. */
  readonly open: (path: string) => OpenFile
  /** The whole file. Above `limit` bytes it is refused as too large. */
  readonly read: (path: string, limit?: number) => Buffer
  /** What the system says of a file, without opening it. */
  readonly stat: (path: string) => Stats
  /** What a file was when it was first opened here; undefined when it was not. */
  readonly first: (path: string) => Stats | undefined
  /**
   * Copies a file to a place outside, where nothing of that name may be, and shares its blocks where the file system can. Gives
   * what it was, before and after: to be compared with what was measured before the copy gets its name.
   */
  readonly copyTo: (path: string, to: string) => Stats
  /** Gives a file a second name, where nothing of that name may be. */
  readonly linkTo: (path: string, to: string) => Stats
}

/** Told when the door has looked, and before it does what it looked for. */
export type Between = (step: 'list' | 'stat' | 'open' | 'copy', path: string) => void

/** For tests. */
export interface Hooks {
  readonly between?: Between | undefined
  /** Where the system says that an open file is: as on one that does not say it, when this gives undefined. */
  readonly pathOf?: PathOf
}

/** `location`: the show folder, absolute. Nothing is looked at before it is asked for. */
export const doorOf = (location: string, { between = () => {}, pathOf = systemPathOf }: Hooks = {}): Door => {
  // Where it leads is the user's affair, who has named it: from there on nothing leads out. What a link in a repository makes of
  // that name is not.
  const realRoot = once(() => {
    const stray = strayLinkTo(location)
    if (stray !== undefined) throw new Refused('outside', strayWords(stray))
    return realpathSync.native(location)
  })
  const folders = new Map<string, string>()
  const realFolder = (folder: string): string => {
    if (folder === '.') return realRoot()
    const known = folders.get(folder)
    if (known !== undefined) return known
    const real = realpathSync.native(join(location, folder))
    folders.set(folder, real)
    return real
  }
  const first = new Map<string, Stats>()
  const openAt = (path: string): Opened => {
    const look = lookAt(realRoot(), path, realFolder)
    const file = open(realRoot(), look, () => between('open', path), pathOf)
    if (!first.has(path)) first.set(path, file.stats)
    return file
  }
  const withFile = <T>(path: string, use: (file: Opened) => T): T => {
    const file = openAt(path)
    try {
      return use(file)
    } finally {
      file.close()
    }
  }

  return {
    real: realRoot,
    walk: isIgnored => walk(realRoot(), isIgnored, path => between('list', path), pathOf),
    open: openAt,
    read: (path, limit) => withFile(path, file => readWhole(file, limit)),
    stat: path => {
      const look = lookAt(realRoot(), path, realFolder)
      allow(look)
      between('stat', path)
      const stats = lstatSync(look.real)
      if (!isSameFile(look.stats, lstatSync(look.real, { bigint: true }))) throw changed()
      return stats
    },
    first: path => first.get(path),
    copyTo: (path, to) => withFile(path, file => copyOf(file, to, () => between('copy', path), pathOf)),
    linkTo: (path, to) => withFile(path, file => linkOf(file, to, () => between('copy', path))),
  }
}
