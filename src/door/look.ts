import { type BigIntStats, lstatSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { Refused } from './refused.ts'
import { isDeviceName, type Where, whereIs } from './where.ts'

/** What is there under a name, before anything is opened. */
export interface Look {
  /** Where it really is: without links. */
  readonly real: string
  readonly where: Where
  /** Of what is really there, which is never a link. */
  readonly stats: BigIntStats
}

/** The numbers that tell one file of a machine from every other. */
export const isSameFile = (
  a: Pick<BigIntStats, 'dev' | 'ino'>,
  b: Pick<BigIntStats, 'dev' | 'ino'>,
): boolean => a.dev === b.dev && a.ino === b.ino

/**
 * Looks as the kernel does. Node's own `realpathSync` folds the `..` of a link's target as text, where the kernel follows what
 * stands in front of it, so it is never asked.
 *
 * `realFolder`: where the folder of that path really is; a caller may remember it.
 * @throws what the system says.
 */
export const lookAt = (realRoot: string, path: string, realFolder: (folder: string) => string): Look => {
  const at = join(realFolder(dirname(path)), path.slice(path.lastIndexOf('/') + 1))
  const there = lstatSync(at, { bigint: true })
  if (!there.isSymbolicLink()) return { real: at, where: whereIs(realRoot, at, sep), stats: there }
  const real = realpathSync.native(at)
  return { real, where: whereIs(realRoot, real, sep), stats: lstatSync(real, { bigint: true }) }
}

/** @throws Refused unless a regular file of the show was looked at. */
export const allow = ({ real, where, stats }: Look): void => {
  if (where.kind !== 'inside') throw new Refused(where.kind, awayTo(where))
  if (sep === '\\' && isDeviceName(real.slice(real.lastIndexOf(sep) + 1)))
    throw new Refused('not-a-file', deviceName)
  if (!stats.isFile()) throw new Refused('not-a-file', kindOf(stats))
}

export const awayTo = (where: Exclude<Where, { kind: 'inside' }>): string =>
  where.kind === 'outside'
    ? 'it leads out of the show folder'
    : `it leads to ${where.path}, and names that begin with a dot and node_modules are never read`

export const deviceName = 'Windows keeps this name for a device'

/** What is no regular file. To open a pipe would wait for somebody to write into it. */
export const kindOf = (
  stats: Pick<BigIntStats, 'isDirectory' | 'isFIFO' | 'isSocket' | 'isSymbolicLink'>,
): string => {
  if (stats.isDirectory()) return 'it is a folder, not a file'
  if (stats.isFIFO()) return 'it is a named pipe, not a file'
  if (stats.isSocket()) return 'it is a socket, not a file'
  return stats.isSymbolicLink() ? 'it is a link' : 'it is a device, not a file'
}
