import { chmodSync, lstatSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeOf } from './make.ts'
import { move, syncFile, syncFolder } from './publish.ts'
import { stagingIn } from './staging.ts'
import { holds } from './there.ts'
import { reasonOf } from './unwritable.ts'

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
  const real = realOf(root)
  const own = join(real, path)
  // Not beside the file: what a killed build leaves is looked for here.
  const staging = stagingIn(real, { id: processId })
  try {
    if (realpathSync.native(own) !== own) return { leftAlone: 'a link leads to it' }
    if (!holds(own, Buffer.from(before))) return { leftAlone: 'it has changed meanwhile' }
    const temporary = staging.room()
    makeOf(Buffer.from(after), temporary)
    syncFile(temporary)
    chmodSync(temporary, lstatSync(own).mode)
    move(temporary, own, { id: processId })
    syncFolder(dirname(own))
    return undefined
  } catch (error) {
    return { leftAlone: reasonOf(error) }
  } finally {
    staging.remove()
  }
}

const realOf = (root: string): string => {
  try {
    return realpathSync.native(root)
  } catch {
    return root
  }
}
