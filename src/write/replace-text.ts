import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonOf, syncFolder } from './index.ts'

export interface Replacement {
  /** The folder that must hold the file. */
  readonly root: string
  /** Inside it, with forward slashes. */
  readonly path: string
  /** What the file holds now; anything else is somebody's newer work and stays. */
  readonly before: string
  readonly after: string
  readonly processId: number
}

/** Replaces a text file as a whole, or not at all. Gives the reason why it was left alone, if it was. */
export const replaceText = ({
  root,
  path,
  before,
  after,
  processId,
}: Replacement): { readonly leftAlone: string } | undefined => {
  const own = join(realOf(root), path)
  const temporary = join(dirname(own), `.build-feed-${processId}-${basename(own)}`)
  try {
    if (realpathSync(own) !== own) return { leftAlone: 'a link leads to it' }
    if (!readFileSync(own).equals(Buffer.from(before))) return { leftAlone: 'it has changed meanwhile' }
    stage(temporary, Buffer.from(after), statSync(own).mode)
    renameSync(temporary, own)
    syncFolder(dirname(own))
    return undefined
  } catch (error) {
    rmSync(temporary, { force: true })
    return { leftAlone: reasonOf(error) }
  }
}

const realOf = (root: string): string => {
  try {
    return realpathSync(root)
  } catch {
    return root
  }
}

const stage = (temporary: string, bytes: Uint8Array, mode: number): void => {
  const fd = openSync(temporary, 'wx')
  try {
    fchmodSync(fd, mode)
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
