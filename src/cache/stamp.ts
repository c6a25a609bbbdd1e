/**
 * An unchanged build, recognised: when everything that went into the last build stands as it stood, and everything that came
 * out of it too, there is nothing to do but to say it again. Looks at names, sizes and times only, and opens no file but its own.
 */

import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { doorOf } from '../door/index.ts'
import type { Artefact, Instant } from '../model.ts'
import { isIgnored, temporaryMark } from '../names.ts'
import { isInState } from '../units/file-state.ts'
import { type CachePlace, shortHash } from './place.ts'
import { diskTime, readSealed, writeSealed } from './sealed.ts'
import { isSameTree, isSettled, numbersOf, stateAt, type Tree, takeTree, unsettled } from './tree.ts'

/** What went in, other than the files. */
export interface Asked {
  /** The show folder. */
  readonly location: string
  /** The output folder. */
  readonly out: string
  readonly now: Instant
  /** Everything else that the outcome depends on, as one text. */
  readonly settings: string
}

/** From a build's options. Whatever is plain data counts, so that an option which is added later is not forgotten. */
export const askedOf = (options: Pick<Asked, 'location' | 'out' | 'now'>): Asked => {
  const { location, out, now, ...rest } = options
  const isData = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && typeof value !== 'function' && name !== 'process' && name !== 'cache'
  return { location, out, now, settings: JSON.stringify(Object.entries(rest).filter(isData).sort(), spelled) }
}

/** The clock mattered to the build only in so far as these instants had passed and those had not. */
export interface Validity {
  readonly from: Instant | undefined
  readonly until: Instant | undefined
}

interface Stamp {
  readonly settings: string
  readonly from: Instant | null
  readonly until: Instant | null
  readonly show: Tree
  readonly output: Tree
  readonly told: unknown
}

const stampFile = ({ folder }: CachePlace, { out }: Asked): string => join(folder, `build-${shortHash(out)}`)

/** JSON knows no sets. */
const spelled = (_key: string, value: unknown): unknown => (value instanceof Set ? [...value].sort() : value)

/** How things stand before anything is read. */
export interface Standing {
  readonly place: CachePlace
  /** What the disk's clock says. */
  readonly at: number
  /** The show folder; undefined when it cannot be read. */
  readonly show: Tree | undefined
}

/** Undefined when nothing can be written to the cache: then there is none. */
export const lookAt = (place: CachePlace, location: string): Standing | undefined => {
  // First the time: what has a later one has changed since.
  const at = diskTime(place.folder)
  return at === undefined ? undefined : { place, at, show: showTree(location) }
}

/** What the last build told, if this one would do and tell the same; undefined when it has to be done. Never throws. */
export const recallBuild = <Told>({ place, show }: Standing, asked: Asked): Told | undefined => {
  try {
    const content = readSealed(stampFile(place, asked), place)
    if (content === undefined) return undefined
    const stamp: Stamp = JSON.parse(content.toString('utf8'))
    const isIt =
      stamp.settings === asked.settings &&
      (stamp.from === null || stamp.from <= asked.now) &&
      (stamp.until === null || asked.now < stamp.until) &&
      isSame(stamp.show, show) &&
      isSame(stamp.output, outputTree(asked, stamp.output.paths))
    return isIt ? (stamp.told as Told) : undefined
  } catch {
    return undefined
  }
}

/** The show folder, and in it the files of ours that a build which was killed has left. Undefined when it cannot be read. */
const showTree = (location: string): Tree | undefined => {
  try {
    return takeTree(doorOf(location), name => isIgnored(name) && !name.startsWith(temporaryMark), mostFiles)
  } catch {
    return undefined
  }
}

/** A folder with more is no show. */
const mostFiles = 200_000

const isSame = (tree: Tree, now: Tree | undefined): boolean => now !== undefined && isSameTree(tree, now)

/** The files that the last build gave. One that is gone differs from one that is there; a left-over makes another tree. */
const outputTree = (
  { out }: Asked,
  paths: readonly string[],
  known: ReadonlyMap<string, Stats> = new Map(),
): Tree => ({
  paths: readdirSync(out).some(name => name.startsWith(temporaryMark)) ? [] : paths,
  numbers: paths.flatMap(path => numbersOf(known.get(path) ?? statOf(`${out}/${path}`))),
})

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

export interface Done {
  readonly validity: Validity
  /** Whether the next build, which reads the lock that this one wrote, has the same to say. */
  readonly isSettled: boolean
  /** What stands in the output folder: paths, and bytes where they are at hand. */
  readonly artefacts: readonly Artefact[]
  /** The only file of the show folder that a build may write. */
  readonly lock: { readonly path: string; readonly bytes: Uint8Array }
  /** Files of the show folder whose third number has changed because the build linked them. */
  readonly linked: ReadonlySet<string>
  /** What the disk said of the artefacts that were left alone. */
  readonly stats: ReadonlyMap<string, Stats>
  readonly told: unknown
}

export interface Kept {
  readonly show: Tree
  /** Of each artefact, in their order, its state in the output folder. */
  readonly output: readonly string[]
}

/** Pause when the disk's clock has not moved on since the last file was written, and how often. */
const pause = 60
const pauses = 2

/**
 * Keeps what the next build needs to find itself unchanged. Keeps nothing when that could be wrong: when a file has
 * changed while the build ran, or so shortly before that a second change might bear the same time.
 * Returns how things stand after the build, when the show folder is what the build has read, and the output what it has given.
 */
export const keepBuild = (before: Standing, asked: Asked, done: Done): Kept | undefined => {
  const { place } = before
  try {
    const paths = done.artefacts.map(({ path }) => path)
    const last = [join(asked.location, done.lock.path), ...paths.slice(-1).map(path => join(asked.out, path))]
    for (let i = 0; i <= pauses; i++) {
      const now = diskTime(place.folder)
      if (now === undefined) return undefined
      // A quick look first, at what was written last.
      if (i < pauses && !last.every(path => isOld(statOf(path), now))) {
        pauseFor(pause)
        continue
      }
      const show = treeAfter(before, asked, done)
      if (show === undefined) return undefined
      const output = outputTree(asked, paths, done.stats)
      if (unsettled(show, now) === undefined && unsettled(output, now) === undefined) {
        if (!isAsWritten(asked, done)) return undefined
        const { from = null, until = null } = done.validity
        const stamp: Stamp = { settings: asked.settings, from, until, show, output, told: done.told }
        if (done.isSettled && wasSettled(before, done))
          writeSealed(stampFile(place, asked), place, [Buffer.from(JSON.stringify(stamp))])
        return { show, output: paths.map((_, i) => stateAt(output, i)) }
      }
      pauseFor(pause)
    }
  } catch {
    // A folder that cannot be read any more is no build to be remembered.
  }
  return undefined
}

const isOld = (stats: Stats | undefined, now: number): boolean =>
  stats === undefined || isSettled(stats.mtimeMs, stats.ctimeMs, now)

const pauseFor = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Or a change could have slipped in after a file was read, and bear the time that it bore when it was looked at. */
const wasSettled = ({ show, at }: Standing, { lock }: Done): boolean =>
  show !== undefined && unsettled(without(show, lock.path), at) === undefined

/**
 * The show folder as it stood before anything was read, so that whatever changed since is found next time; but for what the
 * build itself has changed: the lock, and the times of the files that it has linked.
 */
const treeAfter = ({ show }: Standing, { location }: Asked, { lock, linked }: Done): Tree | undefined => {
  if (show === undefined) return undefined
  if (!show.paths.includes(lock.path)) return newTree(show, location, { lock, linked })
  const numbers = [...show.numbers]
  for (const [i, path] of show.paths.entries()) {
    if (path !== lock.path && !linked.has(path)) continue
    const after = numbersOf(statOf(`${location}/${path}`))
    if (path !== lock.path && after.some((number, k) => k !== 2 && number !== numbers[4 * i + k]))
      return undefined
    numbers.splice(4 * i, 4, ...after)
  }
  return { paths: show.paths, numbers }
}

/** There was no lock. Where the disk lists it is not known before it is there. */
const newTree = (show: Tree, location: string, done: Pick<Done, 'lock' | 'linked'>): Tree | undefined => {
  const now = showTree(location)
  return now && isAsRead(show, done, now) ? now : undefined
}

const isAsRead = (show: Tree, { lock, linked }: Pick<Done, 'lock' | 'linked'>, now: Tree): boolean => {
  const a = without(show, lock.path)
  const b = without(now, lock.path)
  return (
    a.paths.length === b.paths.length &&
    a.paths.every((path, i) => path === b.paths[i]) &&
    a.numbers.every((number, i) => number === b.numbers[i] || (i % 4 === 2 && linked.has(a.paths[i >> 2]!)))
  )
}

const without = (tree: Tree, path: string): Tree => {
  const at = tree.paths.indexOf(path)
  if (at < 0) return tree
  return {
    paths: tree.paths.toSpliced(at, 1),
    numbers: tree.numbers.toSpliced(4 * at, 4),
  }
}

/** Asked after the times have been taken: a change from now on shows in them. */
const isAsWritten = ({ location, out }: Asked, { artefacts, lock, stats }: Done): boolean =>
  doorOf(location).read(lock.path).equals(lock.bytes) &&
  artefacts.every(
    artefact =>
      'source' in artefact ||
      // It was left alone for that, and a change since it was looked at shows in its times.
      isInState(stats.get(artefact.path), artefact.made?.state) ||
      readFileSync(join(out, artefact.path)).equals(artefact.bytes),
  )
