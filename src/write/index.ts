/** Artefact[] → files. Everything is staged beside its place first; then each is renamed into it, the feed last. */

import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Diagnostic, diagnose, type Outcome } from '../diagnostic.ts'
import type { Artefact } from '../model.ts'
import { temporaryMark } from '../names.ts'
import { isInState } from '../units/file-state.ts'
import unwritable from './rules/unwritable.ts'

export interface WriteOptions {
  /** The show folder, where sources are. */
  readonly from: string
  /** The output folder. */
  readonly to: string
  /** How a person wrote the output folder. */
  readonly shown: string
  /** What stands in the show folder after the build, where that is to be written. */
  readonly lock: undefined | { readonly path: string; readonly shown: string; readonly bytes: Uint8Array }
  /** Tells this process's temporary files from those of others, dead or alive. */
  readonly process: { readonly id: number; readonly isRunning: (id: number) => boolean }
}

export interface Written {
  /** Paths inside the output folder. */
  readonly written: readonly string[]
  readonly unchanged: number
  /** Whether the lock was there already, byte for byte, or is none of this build's. */
  readonly isLockKept: boolean
  /** @internal Of the files that were left alone: what the disk said of them. */
  readonly stats: ReadonlyMap<string, Stats>
}

interface Staging extends Pick<WriteOptions, 'process'> {
  readonly makeFolder: (folder: string) => void
}

interface Staged {
  readonly temporary: string
  readonly final: string
  readonly path: string
}

export const write = (artefacts: readonly Artefact[], options: WriteOptions): Outcome<Written> => {
  const staged: Staged[] = []
  const stats = new Map<string, Stats>()
  const diagnostics: Diagnostic[] = []
  const staging: Staging = { process: options.process, makeFolder: makeFolders() }
  let at = options.shown
  try {
    staging.makeFolder(options.to)
    sweep(options.to, options)
    sweep(options.from, options)
    const lock = options.lock && stageBytes(options.lock.path, options.lock.bytes, staging)
    if (lock && 'temporary' in lock) staged.push({ ...lock, path: '' })
    for (const artefact of artefacts) {
      at = `${options.shown}/${artefact.path}`
      const final = join(options.to, artefact.path)
      const file =
        'source' in artefact
          ? stageSource(final, join(options.from, artefact.source), staging)
          : stageMade(final, artefact, staging)
      if ('temporary' in file) staged.push({ ...file, path: artefact.path })
      else stats.set(artefact.path, file)
    }
    // From here on the disk can hardly be full any more; and if it is cut off here, what is not yet renamed is the old file, whole.
    for (const { temporary, final, path } of staged) {
      at = path === '' ? final : `${options.shown}/${path}`
      renameSync(temporary, final)
    }
    for (const folder of new Set(staged.map(({ final }) => dirname(final)))) syncFolder(folder)
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true })
    diagnostics.push(
      diagnose(unwritable, {
        place: { file: at },
        message: `this cannot be written: ${reasonOf(error)}`,
        help: 'Free space or correct the permissions, or name another folder with `--out`; the feed that was there is untouched.',
      }),
    )
  }
  const written = staged.flatMap(({ path }) => (path === '' ? [] : [path]))
  const isLockKept = written.length === staged.length
  return { value: { written, unchanged: artefacts.length - written.length, isLockKept, stats }, diagnostics }
}

/** Asking for a folder that is there takes as long as linking a file. */
const makeFolders = (): ((folder: string) => void) => {
  const made = new Set<string>()
  return folder => {
    if (made.has(folder)) return
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
}

const temporaryOf = (final: string, { process }: Staging): string =>
  join(dirname(final), `${temporaryMark}${process.id}-${basename(final)}`)

/** What holds the bytes already need not be read, nor the bytes be made. */
const stageMade = (
  final: string,
  artefact: Extract<Artefact, { bytes: unknown }>,
  options: Staging,
): Omit<Staged, 'path'> | Stats => {
  const state = artefact.made?.state
  const there = state === undefined ? undefined : statSync(final, { throwIfNoEntry: false })
  return there && isInState(there, state) ? there : stageBytes(final, artefact.bytes, options)
}

/** Stages bytes beside their place; what the disk says of them when they are there already. */
const stageBytes = (final: string, bytes: Uint8Array, options: Staging): Omit<Staged, 'path'> | Stats => {
  const there = statSync(final, { throwIfNoEntry: false })
  if (there?.isFile() && there.size === bytes.length && readFileSync(final).equals(bytes)) return there
  options.makeFolder(dirname(final))
  const temporary = temporaryOf(final, options)
  const fd = openSync(temporary, 'w')
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
    fsyncSync(fd)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(fd)
  }
  return { temporary, final }
}

/** Links a source (or copies it where the disk differs); what the disk says of it when it is there already. */
const stageSource = (final: string, source: string, options: Staging): Omit<Staged, 'path'> | Stats => {
  const from = statSync(source)
  const there = statSync(final, { throwIfNoEntry: false })
  if (there && ((there.ino === from.ino && there.dev === from.dev) || isCopy(there, from))) return there
  options.makeFolder(dirname(final))
  const temporary = temporaryOf(final, options)
  try {
    link(source, temporary)
  } catch {
    copyFileSync(source, temporary, constants.COPYFILE_FICLONE)
    utimesSync(temporary, from.atimeMs / 1000, from.mtimeMs / 1000)
  }
  return { temporary, final }
}

/** Something of that name can only be left from an earlier build of the same process number. */
const link = (source: string, temporary: string): void => {
  try {
    linkSync(source, temporary)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    rmSync(temporary, { force: true })
    linkSync(source, temporary)
  }
}

/** A copy of ours carries the source's time, to the millisecond. */
const isCopy = (a: { size: number; mtimeMs: number }, b: { size: number; mtimeMs: number }): boolean =>
  a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 2

/** Removes what a build that was killed has left behind. */
const sweep = (folder: string, { process }: WriteOptions): void => {
  for (const name of readdirSync(folder)) {
    const id = name.startsWith(temporaryMark)
      ? Number.parseInt(name.slice(temporaryMark.length), 10)
      : Number.NaN
    if (Number.isNaN(id) || id === process.id || process.isRunning(id)) continue
    rmSync(join(folder, name), { force: true })
  }
}

/** A rename survives a power cut only when its folder has been synced; some systems cannot. */
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

export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full'
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to write here'
    case 'EROFS':
      return 'this disk can only be read'
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder'
    case 'EISDIR':
      return 'there is a folder of this name'
    case 'EEXIST':
      return 'there is a file where the folder should be'
    case 'ENOENT':
      return 'a file that was there a moment ago is gone'
    default:
      return message
  }
}
