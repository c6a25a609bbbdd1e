/** Where a show is read: its own folder, or the part of its repository that holds what it names. */

import { dirname, relative, resolve, sep } from 'node:path'
import { rootOf } from './door/index.ts'
import { isShowPath } from './names.ts'
import { insideOf } from './units/inside.ts'

/** @internal */
export interface ShowPlace {
  /** The folder that is read, absolute. */
  readonly location: string
  /** How messages name it. */
  readonly folder: string
  /** The file of the show inside of it; undefined for the show.md of a show that is no site's. */
  readonly show?: string
}

/** @internal */
export interface PlaceOptions {
  readonly cwd: string
  /** Never read as a whole, nor what is above it. */
  readonly home: string | undefined
  /** Instead of the repository. */
  readonly root?: string | undefined
  /** What the show names beside its own folder, seen from there: see load/bases.ts. Undefined where it is no site's. */
  readonly bases: readonly string[] | undefined
}

/**
 * `file`: absolute, of the show. Undefined where it is a plain show in a folder of its own. Never throws: what cannot be read is
 * reported when the show is.
 * @internal
 */
export const showPlace = (file: string, { cwd, home, root, bases }: PlaceOptions): ShowPlace | undefined => {
  const own = dirname(file)
  const name = file.slice(own.length).replace(/^[\\/]/, '')
  if (bases === undefined) return isShowPath(name) ? undefined : placeAt(own, file, cwd)
  const bound = root ?? rootOf(own, home)
  const folders = bases.map(base => resolve(own, base)).filter(folder => isWithin(bound, folder))
  return placeAt(folders.reduce(commonOf, own), file, cwd)
}

const placeAt = (location: string, file: string, cwd: string): ShowPlace => ({
  location,
  folder: shownFolder(cwd, location),
  show: insideOf(location, file) ?? file.slice(location.length + 1),
})

const isWithin = (root: string, folder: string): boolean =>
  folder === root || insideOf(root, folder) !== undefined

const commonOf = (a: string, b: string): string => {
  const [one, other] = [a.split(sep), b.split(sep)]
  const length = one.findIndex((part, i) => part !== other[i])
  if (length < 0) return a
  const common = one.slice(0, length).join(sep)
  return common === '' ? sep : common
}

const shownFolder = (cwd: string, location: string): string => {
  const path = relative(cwd, location).replaceAll(sep, '/')
  return path === '' ? '.' : path
}
