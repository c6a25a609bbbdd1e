/** Files that are made get their names: all of them, or none. */

import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { pauseFor } from '../units/pause.ts'
import { lookAt } from './output-folder.ts'
import { type Staging, stagingIn, type ThisProcess } from './staging.ts'
import { at } from './unwritable.ts'

export interface Staged {
  readonly temporary: string
  readonly final: string
  /** Where it was made. */
  readonly staging: Staging
  /** Or it is another file's second name. */
  readonly isOwn: boolean
  /** A page: of two thousand the disk is not asked to be done with each. If the power fails just then, the next build makes it anew. */
  readonly isPage?: boolean
  /** How messages name it. */
  readonly shown: string
}

/**
 * In this order. When one cannot get its name, those before it are as they were again, unless somebody else has written there since.
 * Gives by its place what the disk says of each, where it still is the file that was made.
 * @throws Unwritable
 */
export const publish = (
  staged: readonly Staged[],
  process: Pick<ThisProcess, 'id'>,
): ReadonlyMap<string, Stats> => {
  const placed = new Map<string, Stats>()
  const undo: (() => void)[] = []
  // All of them are made by now: what the disk has to do for the first it does for many.
  for (const { temporary, isOwn, isPage, shown } of staged)
    if (isOwn && !isPage) at(shown, () => syncFile(temporary))
  // From here on the disk can hardly be full any more; and if it is cut off here, what has no name yet is the old file, whole.
  try {
    for (const file of staged)
      at(file.shown, () => {
        const before = keptFrom(file)
        const made = move(file.temporary, file.final, process)
        undo.push(() => takeBack(file.final, made, before, process))
        const there = lookAt(file.final)
        if (isSameFile(there, made)) placed.set(file.final, there)
      })
  } catch (error) {
    for (const takeBack of undo.reverse()) takeBack()
    throw error
  }
  const lasting = staged.filter(({ isPage }) => !isPage)
  for (const folder of new Set(lasting.map(({ final }) => dirname(final)))) syncFolder(folder)
  return placed
}

/** To rename a file changes its ctime, and nothing else. */
const isSameFile = (there: Stats | undefined, made: Stats): there is Stats =>
  there !== undefined &&
  there.dev === made.dev &&
  there.ino === made.ino &&
  there.size === made.size &&
  there.mtimeMs === made.mtimeMs

/** A second name of what is there, under which it stays when its own name is given away. */
const keptFrom = ({ final, staging }: Staged): string | undefined => {
  const there = lookAt(final)
  if (there === undefined) return undefined
  const kept = staging.room()
  if (there.isSymbolicLink()) symlinkSync(readlinkSync(final), kept)
  else {
    try {
      linkSync(final, kept)
    } catch {
      // Some disks, and some users, have no second names.
      copyFileSync(final, kept, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    }
  }
  return kept
}

const takeBack = (
  final: string,
  made: Stats,
  before: string | undefined,
  process: Pick<ThisProcess, 'id'>,
): void => {
  try {
    if (!isSameFile(lookAt(final), made)) return
    if (before === undefined) rmSync(final)
    else move(before, final, process)
  } catch {
    // The disk has failed twice. What could be taken back is.
  }
}

/** Windows lets nobody rename over a file that another program has open, which a virus scanner has for a moment. Milliseconds. */
const pauses = [10, 20, 40, 80, 160]
const isBusy = (error: unknown): boolean =>
  ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * Gives what the disk said of the file just before.
 * @throws what the system says.
 */
export const move = (from: string, to: string, process: Pick<ThisProcess, 'id'>): Stats => {
  const made = lstatSync(from)
  for (let tries = 0; ; tries++) {
    try {
      renameSync(from, to)
      return made
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EXDEV') return moveAcross(from, to, process)
      if (!isBusy(error) || tries === pauses.length) throw error
      pauseFor(pauses[tries]!)
    }
  }
}

/** A folder of the output may be another disk, such as a volume of a container. */
const moveAcross = (from: string, to: string, process: Pick<ThisProcess, 'id'>): Stats => {
  const staging = stagingIn(dirname(to), process)
  try {
    const near = staging.room()
    copyFileSync(from, near, constants.COPYFILE_EXCL)
    syncFile(near)
    const made = lstatSync(near)
    renameSync(near, to)
    return made
  } finally {
    staging.remove()
  }
}

/** What is written survives a power cut only when it has been synced. */
export const syncFile = (path: string): void => {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** And so does a rename; some systems cannot. */
export const syncFolder = (folder: string): void => {
  try {
    const fd = openSync(folder, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch {
    // Windows cannot open a folder; there the rename itself is durable enough.
  }
}
