/** A file that comes from the network bit by bit. Until it is whole it ends in `.part`, and what came is used the next time. */

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { makeFolder } from '../door/make-folder.ts'

export interface PartFile {
  /** Bytes that are there. */
  readonly size: () => number
  /** What the bytes that are there are a part of, as it was noted; undefined where nobody knows. */
  readonly note: () => string | undefined
  /** Throws away what is there, and notes what comes now. */
  readonly restart: (note: string) => void
  readonly append: (bytes: Uint8Array) => void
  /** It is whole, and gets its name. @throws where a file of that name is. */
  readonly finish: (path: string) => void
  readonly close: () => void
}

/** The longest note that is read. Bytes. */
const LONGEST_NOTE = 10_000

/**
 * `path`: inside `root`, without `.part`.
 * @throws what the system says, and where a link would lead out of the folder.
 */
export const partFile = (root: string, path: string): PartFile => {
  const part = `${insideOf(root, path)}.part`
  const noted = `${part}-of`
  if (lstatSync(noted, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(noted)
  const { O_CREAT, O_APPEND, O_RDWR, O_NOFOLLOW = 0 } = constants
  const descriptor = openSync(part, O_CREAT | O_APPEND | O_RDWR | O_NOFOLLOW, 0o666)
  const state = { isOpen: true }
  const shut = (): void => {
    state.isOpen = false
    closeSync(descriptor)
  }
  const close = (): void => {
    if (!state.isOpen) return
    const isEmpty = fstatSync(descriptor).size === 0
    shut()
    // There is nothing to go on with.
    if (isEmpty) for (const path of [part, noted]) rmSync(path, { force: true })
  }
  return {
    size: () => fstatSync(descriptor).size,
    note: () => {
      try {
        const { size } = lstatSync(noted)
        return size > LONGEST_NOTE ? undefined : readFileSync(noted, 'utf8')
      } catch {
        return undefined
      }
    },
    restart: note => {
      ftruncateSync(descriptor, 0)
      writeFileSync(noted, note.slice(0, LONGEST_NOTE))
    },
    append: bytes => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
    },
    finish: name => {
      fsyncSync(descriptor)
      shut()
      named(part, insideOf(root, name))
      rmSync(noted, { force: true })
    },
    close,
  }
}

/** With the folders above it; none of them may be a link that leads out. */
const insideOf = (root: string, path: string): string => {
  const own = join(root, path)
  makeFolder(dirname(own))
  const way = relative(realpathSync.native(root), realpathSync.native(dirname(own)))
  if (way === '..' || way.startsWith(`..${sep}`)) throw new Error('a link leads out of the show folder')
  return own
}

/** Never over a file that is there. */
const named = (from: string, to: string): void => {
  try {
    linkSync(from, to)
    rmSync(from)
  } catch (error) {
    // Some file systems have no second names.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) throw new Error('it is there already')
    renameSync(from, to)
  }
}
