/**
 * An unchanged build, recognised: when everything that went into the last build stands as it stood, and everything that came
 * out of it too, there is nothing to do but to say it again. Looks at names, sizes and times only, and opens no file but its own.
 */

import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { doorOf } from '../door/index.ts'
import { watchedFiles } from '../limits.ts'
import type { Instant } from '../model.ts'
import { isIgnored, temporaryMark } from '../names.ts'
import type { Artefact } from '../podcast.ts'
import { digest } from '../units/digest.ts'
import { fileState } from '../units/file-state.ts'
import { insideOf } from '../units/inside.ts'
import { once } from '../units/once.ts'
import { type CachePlace, shortHash } from './place.ts'
import { diskTime, readSealed, writeSealed } from './sealed-file.ts'
import {
  indexIn,
  isSameTree,
  isSettled,
  settledPart,
  stateAt,
  type Tree,
  takeTree,
  treeOf,
  unsettled,
  withFile,
  withoutFile,
} from './tree.ts'

/** What went in, other than the files. */
export interface Asked {
  /** The show folder. */
  readonly location: string
  /** The output folder. */
  readonly out: string
  readonly now: Instant
  readonly what: 'build' | 'validate'
  /** Everything else that the outcome depends on, as one text. */
  readonly settings: string
}

/** From a build's options. Whatever is plain data counts, so that an option which is added later is not forgotten. */
export const askedOf = <Options extends Pick<Asked, 'location' | 'out' | 'now'>>(
  options: Options,
  what: Asked['what'] = 'build',
): Asked => {
  const { location, out, now, ...rest } = options
  const isData = ([name, value]: [string, unknown]): boolean =>
    value !== undefined &&
    typeof value !== 'function' &&
    name !== 'process' &&
    name !== 'signal' &&
    name !== 'cache'
  return {
    what,
    location,
    out,
    now,
    settings: JSON.stringify(Object.entries(rest).filter(isData).sort(), spelled),
  }
}

/** The clock mattered to the build only in so far as these instants had passed and those had not. */
export interface Validity {
  readonly from: Instant | undefined
  readonly until: Instant | undefined
}

interface BuildRecord {
  readonly settings: string
  readonly from: Instant | null
  readonly until: Instant | null
  readonly show: Tree
  readonly output: Tree
  /** Of each path of the output. */
  readonly origins: readonly Origin[]
  /** Null when the next build would have other things to say. */
  readonly result: unknown
}

/**
 * The file of the show that it is a copy of, 1 when that has the same name; of what was made, the digest of its bytes; 0 when it
 * is none of ours, and was only looked for.
 */
type Origin = string | 1 | { readonly digest: string; readonly made?: string } | 0

const recordFile = ({ folder }: CachePlace, { what, out }: Asked): string =>
  join(folder, `${what}-${shortHash(out)}`)

/** JSON knows no sets. */
const spelled = (_key: string, value: unknown): unknown => (value instanceof Set ? [...value].sort() : value)

/** How things stand before anything is read. */
export interface Standing {
  readonly place: CachePlace
  /** What the disk's clock says. */
  readonly at: number
  /** The show folder; undefined when it cannot be read. */
  readonly show: Tree | undefined
  /** Whether the show may be made of the pages of a site: names that begin with `_` are looked at too. */
  readonly isSite: boolean
  /** Undefined when there was none, or none that is known. */
  readonly last?: LastBuild | undefined
}

/** What the last build has put into the output folder. */
export interface LastBuild {
  /** Whether a file of the output is the copy of that file of the show, and both are as they were when it was made. */
  readonly isCopy: (copy: FileThere, source: FileThere) => boolean
  /** Whether a file of the output was made of that, and is as it was when it was made. */
  readonly isMade: (there: FileThere, made: string) => boolean
  /** The digest of the bytes that were made of that. */
  readonly digestOf: (path: string, made: string) => string | undefined
  /** The folders inside the output folder that hold it. */
  readonly folders: readonly string[]
}

export interface FileThere {
  readonly path: string
  readonly stats: Stats
}

interface ShowOnDisk {
  readonly location: string
  /** Where in the show folder the output goes. */
  readonly output?: string | undefined
  readonly isSite: boolean
}

/** Undefined when nothing can be written to the cache: then there is none. */
export const lookAt = (place: CachePlace, show: ShowOnDisk): Standing | undefined => {
  // First the time: what has a later one has changed since.
  const at = diskTime(place.folder)
  return at === undefined ? undefined : { place, at, show: showTree(show), isSite: show.isSite }
}

/** By its path, the state of a file of the show before anything was read. */
export const stateIn = (show: Tree | undefined): ((path: string) => string | undefined) => {
  const indexes = once(() => show && indexIn(show))
  return path => {
    const index = indexes()?.get(path)
    return show && index !== undefined ? stateAt(show, index) : undefined
  }
}

export interface Recalled<Result> {
  /** What the last build told, if this one would do and tell the same; undefined when it has to be done. */
  readonly result?: Result
  readonly last?: LastBuild
}

/** Never throws. */
export const recallBuild = <Result>({ place, show }: Standing, asked: Asked): Recalled<Result> => {
  try {
    const record = readRecord(place, asked)
    if (record === undefined) return {}
    const isIt =
      isOf(record, asked, show) &&
      !hasLeftOvers(asked, withoutPages(record)) &&
      isSameTree(record.output, outputTree(asked, record.output.paths))
    return isIt ? { result: record.result as Result } : { last: lastBuild(record) }
  } catch {
    return {}
  }
}

/**
 * What the last build told, if another one would give and tell the same. How its output stands by now is for others to find out,
 * but for what was looked for in it. Never throws.
 */
export const recallMade = <Result>(
  { place, show }: Standing,
  asked: Asked,
): { readonly result: Result; readonly made: readonly Made[] } | undefined => {
  try {
    const record = readRecord(place, asked)
    if (record === undefined || !isOf(record, asked, show)) return undefined
    const { paths, numbers } = record.output
    const made = paths.flatMap((path, i) => madeOf(path, record.origins[i]!))
    const others = paths.slice(made.length)
    const before = {
      paths: others,
      numbers: numbers.slice(numbers.length - outputTree(asked, others).numbers.length),
    }
    return isSameTree(before, outputTree(asked, others))
      ? { result: record.result as Result, made }
      : undefined
  } catch {
    return undefined
  }
}

/** A file of the output: a copy of one of the show, or one whose bytes have that digest. */
export type Made = { readonly path: string } & ({ readonly source: string } | { readonly digest: string })

const madeOf = (path: string, origin: Origin): readonly Made[] => {
  if (origin === 0) return []
  if (origin === 1) return [{ path, source: path }]
  return [typeof origin === 'string' ? { path, source: origin } : { path, digest: origin.digest }]
}

const readRecord = (place: CachePlace, asked: Asked): BuildRecord | undefined => {
  const content = readSealed(recordFile(place, asked), place)
  return content && JSON.parse(content.toString('utf8'))
}

/** Whether all that goes into a build is what it was. */
const isOf = (record: BuildRecord, asked: Asked, show: Tree | undefined): boolean =>
  record.result !== null &&
  record.settings === asked.settings &&
  (record.from === null || record.from <= asked.now) &&
  (record.until === null || asked.now < record.until) &&
  isSame(record.show, show)

const lastBuild = ({ show, output, origins }: BuildRecord): LastBuild => {
  const inShow = once(() => indexIn(show))
  const inOutput = once(() => indexIn(output))
  const isAt = (tree: Tree, index: number | undefined, { stats }: FileThere): boolean =>
    index !== undefined && stateAt(tree, index) === fileState(stats)
  const madeAt = (
    path: string,
    made: string,
  ): { readonly index: number; readonly digest: string } | undefined => {
    const index = inOutput().get(path)
    const origin = index === undefined ? undefined : origins[index]
    return index !== undefined && typeof origin === 'object' && origin.made === made
      ? { index, digest: origin.digest }
      : undefined
  }
  return {
    folders: foldersOf(withoutPages({ output, origins })),
    isMade: (there, made) => {
      const known = madeAt(there.path, made)
      return known !== undefined && isAt(output, known.index, there)
    },
    digestOf: (path, made) => madeAt(path, made)?.digest,
    isCopy: (copy, source) => {
      const index = inOutput().get(copy.path)
      const of = index === undefined ? 0 : origins[index]
      return (
        (of === 1 ? copy.path : of) === source.path &&
        isAt(output, index, copy) &&
        isAt(show, inShow().get(source.path), source)
      )
    },
  }
}

/**
 * The show folder, and in it the files of ours that a build which was killed has left. Of a site it is all that the door opens:
 * what is named in show.md may begin with `_`. Undefined when it cannot be read.
 */
const showTree = ({ location, output, isSite }: ShowOnDisk): Tree | undefined => {
  const isPassedOver = (name: string): boolean => isIgnored(name) && !(isSite && name.startsWith('_'))
  const isLeft = (name: string, path: string): boolean =>
    (isPassedOver(name) && !name.startsWith(temporaryMark)) || path === output
  try {
    return takeTree(doorOf(location), isLeft, watchedFiles)
  } catch {
    return undefined
  }
}

const isSame = (tree: Tree, now: Tree | undefined): boolean => now !== undefined && isSameTree(tree, now)

/** The files that the last build gave. One that is gone differs from one that is there. */
const outputTree = ({ out }: Pick<Asked, 'out'>, paths: readonly string[]): Tree =>
  treeOf(
    paths,
    paths.map(path => statOf(`${out}/${path}`)),
  )

/** Of a link itself: what it leads to is none of ours. */
const statOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false })

/** Whether a build that was killed has left something behind, in any folder that the last one has written to. */
const hasLeftOvers = ({ out }: Pick<Asked, 'out'>, paths: readonly string[]): boolean =>
  paths.length > 0 &&
  foldersOf(paths).some(folder => namesIn(join(out, folder)).some(name => name.startsWith(temporaryMark)))

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    // What was looked for there was not there either.
    return []
  }
}

/** Pages are made aside in the output folder itself, and nothing of theirs is left anywhere else. */
const withoutPages = ({ output, origins }: Pick<BuildRecord, 'output' | 'origins'>): readonly string[] =>
  output.paths.filter((_, i) => !isPage(origins[i]!))

const isPage = (origin: Origin): boolean => typeof origin === 'object' && origin.made !== undefined

const foldersOf = (paths: readonly string[]): readonly string[] => [
  ...new Set(['.', ...paths.map(path => dirname(path))]),
]

export interface Done {
  readonly validity: Validity
  /** Whether the next build, which reads the lock that this one wrote, has the same to say. */
  readonly isSettled: boolean
  /** What stands in the output folder: paths, and bytes where they are at hand. */
  readonly artefacts: readonly Artefact[]
  /** The only file of the show folder that a build may write; undefined when this one left it alone. */
  readonly lock: { readonly path: string; readonly bytes: Uint8Array } | undefined
  /** Paths inside the output folder that were looked for, and mattered to what was told. */
  readonly lookedFor: readonly string[]
  /** What the disk said of the artefacts, when they were known to be what they should. */
  readonly stats: ReadonlyMap<string, Stats>
  readonly result: unknown
}

/** Pause when the disk's clock has not moved on since the last file was written, and how often. */
const pause = 60
const pauses = 2

/**
 * Keeps what the next build needs to find itself, or a part of itself, unchanged. What could be wrong is left out: a file that
 * has changed while the build ran, or so shortly before that a second change might bear the same time.
 */
export const keepBuild = (before: Standing, asked: Asked, done: Done): void => {
  const { place } = before
  try {
    const paths = done.artefacts.map(({ path }) => path)
    const last = [
      ...(done.lock === undefined ? [] : [join(asked.location, done.lock.path)]),
      ...paths.slice(-1).map(path => join(asked.out, path)),
    ]
    for (let i = 0; ; i++) {
      const now = diskTime(place.folder)
      if (now === undefined) return
      // A quick look first, at what was written last.
      if (i < pauses && !last.every(path => isOld(statOf(path), now))) {
        pauseFor(pause)
        continue
      }
      const show = treeAfter(before, asked, done)
      if (show === undefined) return
      const output = treeOf(
        [...paths, ...done.lookedFor],
        [
          ...paths.map(path => done.stats.get(path)),
          ...done.lookedFor.map(path => statOf(join(asked.out, path))),
        ],
      )
      const isQuiet = unsettled(show, now) === undefined && unsettled(output, now) === undefined
      if (isQuiet || i >= pauses) {
        keepStamp(before, asked, { ...done, show, output, now, isQuiet })
        return
      }
      pauseFor(pause)
    }
  } catch {
    // A folder that cannot be read any more is no build to be remembered.
  }
}

/** The same where nothing is written. */
export const keepValidation = (
  before: Standing,
  asked: Asked,
  done: Pick<Done, 'validity' | 'isSettled' | 'result'>,
): void =>
  keepBuild(before, asked, { ...done, artefacts: [], lock: undefined, lookedFor: [], stats: new Map() })

interface Standstill extends Done {
  readonly show: Tree
  readonly output: Tree
  readonly now: number
  readonly isQuiet: boolean
}

const keepStamp = (before: Standing, asked: Asked, done: Standstill): void => {
  const { place, last } = before
  if (!isAsWritten(asked, done)) return
  const { from = null, until = null } = done.validity
  const output = settledPart(done.output, done.now)
  const record: BuildRecord = {
    settings: asked.settings,
    from,
    until,
    // A file that was read when it had just been changed may have been changed again since, and bear the same time.
    show: settledPart(settledPart(done.show, before.at, done.lock?.path), done.now),
    output,
    origins: [...done.artefacts.map(artefact => originOf(artefact, last)), ...done.lookedFor.map((): 0 => 0)],
    result: done.isQuiet && done.isSettled && wasSettled(before, done) ? done.result : null,
  }
  writeSealed(recordFile(place, asked), place, [Buffer.from(JSON.stringify(record))])
}

const originOf = (artefact: Artefact, last: LastBuild | undefined): Origin => {
  if (!('source' in artefact)) {
    const { path, made } = artefact
    const ofBytes = (): string => artefact.digest ?? digest(artefact.bytes)
    if (made === undefined) return { digest: ofBytes() }
    return { digest: last?.digestOf(path, made) ?? ofBytes(), made }
  }
  return artefact.source === artefact.path ? 1 : artefact.source
}

const isOld = (stats: Stats | undefined, now: number): boolean =>
  stats === undefined || isSettled(stats.mtimeMs, stats.ctimeMs, now)

const pauseFor = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Or a change could have slipped in after a file was read, and bear the time that it bore when it was looked at. */
const wasSettled = ({ show, at }: Standing, { lock }: Done): boolean =>
  show !== undefined && unsettled(without(show, lock?.path), at) === undefined

/**
 * The show folder as it stood before anything was read, so that whatever changed since is found next time; but for the lock,
 * which the build itself has written.
 */
const treeAfter = (
  { show, isSite }: Standing,
  { location, out }: Asked,
  { lock }: Done,
): Tree | undefined => {
  if (show === undefined) return undefined
  if (lock === undefined) return show
  const at = show.paths.indexOf(lock.path)
  return at < 0
    ? newTree(show, showTree({ location, output: insideOf(location, out), isSite }), lock.path)
    : withFile(show, at, statOf(join(location, lock.path)))
}

/** There was no lock. Where the disk lists it is not known before it is there. */
const newTree = (show: Tree, now: Tree | undefined, lock: string): Tree | undefined =>
  now && isSameTree(show, without(now, lock)) ? now : undefined

const without = (tree: Tree, path: string | undefined): Tree => {
  const at = path === undefined ? -1 : tree.paths.indexOf(path)
  return at < 0 ? tree : withoutFile(tree, at)
}

/** Asked after the times have been taken: a change from now on shows in them. */
const isAsWritten = ({ location, out }: Asked, { artefacts, lock, stats }: Done): boolean => {
  // Of a page it is enough that its file has stayed what it was when it was compared, or got its name.
  const isKnown = (artefact: Artefact): boolean =>
    'made' in artefact && artefact.made !== undefined && stats.has(artefact.path)
  return (
    (lock === undefined || doorOf(location).read(lock.path).equals(lock.bytes)) &&
    artefacts.every(
      artefact =>
        'source' in artefact ||
        isKnown(artefact) ||
        readFileSync(join(out, artefact.path)).equals(artefact.bytes),
    )
  )
}
