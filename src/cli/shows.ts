import { basename, dirname, relative, resolve } from 'node:path'
import { normalize, dirname as posixDirname } from 'node:path/posix'
import { isFolder, namesIn } from '../door/index.ts'
import type { MakeOptions } from '../make.ts'
import { isIgnored, isShowPath } from '../names.ts'
import { foldedName } from '../units/file-name.ts'
import { parseDate } from '../units/instant.ts'
import type { CommandDefinition } from './commands/command.ts'
import { hasShow } from './has-show.ts'
import { type Io, UsageError } from './io.ts'
import { notAShow } from './not-a-show.ts'
import { isShowFile } from './placed.ts'

/** A show folder: where it is, and how messages name it. */
export interface ShowFolder {
  readonly location: string
  readonly folder: string
  /** The file of the show inside of it, where it is not its show.md: see placed.ts. */
  readonly show?: string
  /** The file of the show that was named, absolute. */
  readonly file?: string
  /** Its own folder of the output, when several are built at once. */
  readonly name: string
}

interface Asking {
  /** What a word that names no folder may have been meant for instead. */
  readonly commands?: readonly CommandDefinition[]
  /** How a show that is elsewhere is asked for. */
  readonly byNaming?: string | undefined
}

/** The shows that were asked for: `episodes` when none was, or this very folder when it is a show. */
export const showFolders = (
  asked: readonly string[],
  io: Io,
  { commands = [], byNaming }: Asking = {},
): ShowFolder[] => {
  const folders = asked.length > 0 ? asked : [usualFolder(io.cwd, byNaming)]
  const shows = folders.map(folder => {
    const location = resolve(io.cwd, folder)
    if (isShowFile(folder, io)) return fileOfShow(folder, location)
    return {
      location,
      folder: plainFolder(folder),
      name: basename(location),
    }
  })
  for (const [i, { name }] of shows.entries()) {
    const other = shows.slice(0, i).find(one => foldedName(one.name) === foldedName(name))
    if (other === undefined) continue
    const called =
      other.name === name
        ? `called "${name}", so they`
        : `called "${other.name}" and "${name}", which are the same name on macOS and Windows, so they`
    throw new UsageError(
      `two of the shows are ${called} would overwrite each other; build them one by one with --out`,
    )
  }
  const wrong = asked.find(folder => !isFolder(resolve(io.cwd, folder)) && !isShowFile(folder, io))
  if (wrong !== undefined) throw notAShow(wrong, asked, commands, io)
  return shows
}

const fileOfShow = (written: string, file: string): ShowFolder => ({
  location: dirname(file),
  folder: plainFolder(posixDirname(written.replaceAll('\\', '/'))),
  file,
  name: basename(file).replace(/\.\w+$/, ''),
})

const usualFolder = (cwd: string, byNaming = 'name that folder'): string => {
  const names = namesIn(cwd)
  if (hasShow(resolve(cwd, 'episodes'))) return 'episodes'
  if (names.some(isShowPath)) return '.'
  // An `episodes` without a show is told more of when it is read.
  const others = names.includes('episodes')
    ? []
    : names.filter(name => !isIgnored(name) && hasShow(resolve(cwd, name)))
  if (others.length === 0) return 'episodes'
  throw new UsageError(
    `there is no show in episodes, where one is looked for, but there is one in ${others.slice(0, 3).join(', ')}; ${byNaming}`,
  )
}

/** `./talks/` is `talks`: annotations in a pull request are found by the plain path only. */
export const plainFolder = (written: string): string =>
  normalize(written.replaceAll('\\', '/')).replace(/(?<=^\/|[^/])\/+$/, '')

/** A path as a person standing in `cwd` writes it. */
export const shownPath = (cwd: string, path: string): string => relative(cwd, path).replaceAll('\\', '/')

/** What counts as now, and how that was told. */
export type Moment = Pick<MakeOptions, 'now' | 'look' | 'isEpoch'>

/** As the command line, the environment or the clock says, in that order. `isAside`: the output goes to a folder that was named. */
export const momentOf = (asOf: string | undefined, isAside: boolean, io: Io): Moment => {
  if (asOf !== undefined) {
    const parsed = parseDate(asOf, { zone: 'UTC', publishAt: '00:00' })
    if ('problem' in parsed)
      throw new UsageError(`--as-of "${asOf}" is not an instant; write 2026-12-24 or 2026-12-24T06:00:00Z`)
    return { now: parsed.instant, look: { clock: io.now(), isAside } }
  }
  const epoch = io.env.SOURCE_DATE_EPOCH
  if (epoch === undefined || epoch === '') return { now: io.now() }
  // https://reproducible-builds.org/specs/source-date-epoch/: whole seconds, and a bad value must not be ignored.
  if (!/^\d{1,12}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH="${epoch}" is not a number of seconds`)
  return { now: Number(epoch) * 1000, isEpoch: true }
}
