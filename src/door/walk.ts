import { type Dirent, lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { sep } from 'node:path'
import { awayTo, deviceName, kindOf } from './look.ts'
import { isFolder } from './named.ts'
import { namesOf } from './names-of.ts'
import type { PathOf } from './open.ts'
import { reasonOf, unknownName } from './refused.ts'
import { isDeviceName, whereIs } from './where.ts'

/** Something that stands in a show folder. `path`: inside it, with forward slashes. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly stats: () => Stats | undefined }
  /** `isKnown`: it was entered before by another name, and is not entered again: a link to its own parent would never end. */
  | { readonly kind: 'folder'; readonly path: string; readonly real: string; readonly isKnown: boolean }
  /** A link to a file of the show, whose own path is `to`. */
  | {
      readonly kind: 'link'
      readonly path: string
      readonly to: string
      readonly real: string
      readonly stats: Stats
    }
  /** A link that is not followed. */
  | {
      readonly kind: 'leads-away'
      readonly path: string
      readonly real: string
      readonly reason: string
      readonly isFolder: () => boolean
    }
  /** A link that leads nowhere, a folder that may not be entered, a pipe. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }

/**
 * Walks through a show folder, in the order of the disk. Opens no file.
 * @throws what the system says of the folder itself.
 */
export function* walk(
  realRoot: string,
  isIgnored: (name: string, path: string) => boolean,
  between: (path: string) => void,
  pathOf: PathOf,
): Generator<Found, void> {
  const namesIn = (path: string, real: string) =>
    namesOf(realRoot, real, () => between(path), pathOf).values()
  const open = [{ prefix: '', real: realRoot, names: namesIn('', realRoot) }]
  const entered = new Set<string>([realRoot])

  while (open.length > 0) {
    const { prefix, real, names } = open.at(-1)!
    const next = names.next()
    if (next.done) {
      open.pop()
      continue
    }
    const entry = next.value
    if (isIgnored(entry.name, prefix + entry.name)) continue
    const found = foundAs(realRoot, entry, prefix + entry.name, `${inFolder(real)}${entry.name}`)
    if (found.kind !== 'folder') {
      yield found
      continue
    }
    const isKnown = entered.has(found.real)
    yield { ...found, isKnown }
    if (isKnown) continue
    entered.add(found.real)
    try {
      open.push({
        prefix: `${found.path}/`,
        real: found.real,
        names: namesIn(found.path, found.real),
      })
    } catch (error) {
      yield { kind: 'unreadable', path: found.path, reason: reasonOf(error) }
    }
  }
}

/** What a name is put behind; `join` would tidy up each path of thousands anew, and there is nothing to tidy. */
const inFolder = (real: string): string => (real.endsWith(sep) ? real : real + sep)

const foundAs = (realRoot: string, entry: Dirent, path: string, at: string): Found => {
  if (sep === '\\' && isDeviceName(entry.name)) return { kind: 'unreadable', path, reason: deviceName }
  if (isUnknownName(entry.name, at)) return { kind: 'unreadable', path, reason: unknownName }
  if (entry.isFile()) return { kind: 'file', path, stats: () => lstatSync(at, { throwIfNoEntry: false }) }
  if (entry.isDirectory()) return { kind: 'folder', path, real: at, isKnown: false }
  if (!entry.isSymbolicLink()) return { kind: 'unreadable', path, reason: kindOf(entry) }
  try {
    return followed(realRoot, path, realpathSync.native(at))
  } catch (error) {
    const leadsNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return {
      kind: 'unreadable',
      path,
      reason: leadsNowhere ? 'it is a link that leads nowhere' : reasonOf(error),
    }
  }
}

/** Bytes that are not UTF-8 are read as U+FFFD, and nothing has that other name; it may also stand there itself. */
const isUnknownName = (name: string, at: string): boolean =>
  name.includes('\ufffd') && lstatSync(at, { throwIfNoEntry: false }) === undefined

const followed = (realRoot: string, path: string, real: string): Found => {
  const where = whereIs(realRoot, real, sep)
  if (where.kind !== 'inside')
    return { kind: 'leads-away', path, real, reason: awayTo(where), isFolder: () => isFolder(real) }
  const stats = statSync(real)
  if (stats.isDirectory()) return { kind: 'folder', path, real, isKnown: false }
  return stats.isFile()
    ? { kind: 'link', path, to: where.path, real, stats }
    : { kind: 'unreadable', path, reason: kindOf(stats) }
}
