import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { isSameFile, kindOf, leadsOut, leadsToHidden } from './look.ts'
import { changed, reasonOf } from './refused.ts'
import { isDeviceName, type Where, whereIs } from './where.ts'

/** Something that stands in a show folder. `path`: inside it, with forward slashes. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly stats: () => Stats | undefined }
  /** `isKnown`: it was entered before by another name, and is not entered again: a link to its own parent would never end. */
  | { readonly kind: 'folder'; readonly path: string; readonly isKnown: boolean }
  /** A link to a file of the show. */
  | { readonly kind: 'link'; readonly path: string; readonly real: string; readonly stats: Stats }
  /** A link that is not followed. */
  | { readonly kind: 'leads-away'; readonly path: string; readonly real: string; readonly reason: string }
  /** A link that leads nowhere, a folder that may not be entered, a pipe. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }

/**
 * Walks through a show folder, in the order of the disk. Opens no file.
 * @throws what the system says of the folder itself.
 */
export function* walk(
  realRoot: string,
  isIgnored: (name: string) => boolean,
  between: (path: string) => void,
): Generator<Found, void> {
  const entered = new Set<string>([realRoot])

  function* list(inside: string, real: string): Generator<Found, void> {
    for (const found of namesIn(real, () => between(inside))) {
      if (isIgnored(found.name)) continue
      const path = inside === '' ? found.name : `${inside}/${found.name}`
      const at = join(real, found.name)
      if (sep === '\\' && isDeviceName(found.name))
        yield { kind: 'unreadable', path, reason: 'Windows keeps this name for a device' }
      else if (found.isFile())
        yield { kind: 'file', path, stats: () => lstatSync(at, { throwIfNoEntry: false }) }
      else if (found.isDirectory()) yield* enter(path, at)
      else if (found.isSymbolicLink()) yield* follow(path, at)
      else yield { kind: 'unreadable', path, reason: kindOf(found) }
    }
  }
  function* enter(path: string, real: string): Generator<Found, void> {
    const isKnown = entered.has(real)
    yield { kind: 'folder', path, isKnown }
    if (isKnown) return
    entered.add(real)
    try {
      yield* list(path, real)
    } catch (error) {
      yield { kind: 'unreadable', path, reason: reasonOf(error) }
    }
  }
  function* follow(path: string, at: string): Generator<Found, void> {
    try {
      const real = realpathSync.native(at)
      const where = whereIs(realRoot, real, sep)
      if (where.kind !== 'inside') return yield { kind: 'leads-away', path, real, reason: awayTo(where) }
      const stats = statSync(real)
      if (stats.isDirectory()) yield* enter(path, real)
      else if (stats.isFile()) yield { kind: 'link', path, real, stats }
      else yield { kind: 'unreadable', path, reason: kindOf(stats) }
    } catch (error) {
      yield { kind: 'unreadable', path, reason: reasonOf(error) }
    }
  }
  yield* list('', realRoot)
}

const awayTo = (where: Exclude<Where, { kind: 'inside' }>): string =>
  where.kind === 'outside' ? leadsOut : leadsToHidden(where.path)

/** Of the folder that is really there: one that a link has taken the place of is not listed. */
const namesIn = (real: string, between: () => void): readonly Dirent[] => {
  const before = lstatSync(real, { bigint: true })
  between()
  const names = readdirSync(real, { withFileTypes: true })
  const isStillThere =
    realpathSync.native(real) === real && isSameFile(before, lstatSync(real, { bigint: true }))
  if (!isStillThere) throw changed()
  return names
}
