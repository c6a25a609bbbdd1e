/**
 * Where files are made before they get their names: a folder of ours in the folder that they are for, so that a rename brings them
 * to their places. Its name says whose it is, so that what a killed build leaves behind is found, and nobody can know it beforehand.
 */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryMark } from '../names.ts'

export interface ThisProcess {
  readonly id: number
  readonly isRunning: (id: number) => boolean
}

export interface Staging {
  /** A name that nothing has. The first time, the folder for it is made. */
  readonly room: () => string
  /** With everything that is still in it. */
  readonly remove: () => void
}

export const stagingIn = (folder: string, { id }: Pick<ThisProcess, 'id'>): Staging => {
  const own = join(folder, `${temporaryMark}${id}-${randomBytes(9).toString('hex')}`)
  let rooms = 0
  return {
    room: () => {
      // Fails where something has that name already, be it a link.
      if (rooms === 0) mkdirSync(own)
      return join(own, `${rooms++}`)
    },
    remove: () => {
      if (rooms > 0) removeOurs(own)
    },
  }
}

/** Of one build: at most one for each folder. */
export interface Stagings {
  readonly in: (folder: string) => Staging
  readonly remove: () => void
}

export const stagings = (process: Pick<ThisProcess, 'id'>): Stagings => {
  const all = new Map<string, Staging>()
  return {
    in: folder => {
      const staging = all.get(folder) ?? stagingIn(folder, process)
      all.set(folder, staging)
      return staging
    },
    remove: () => {
      for (const staging of all.values()) staging.remove()
      all.clear()
    },
  }
}

/** Removes from a folder what builds that were killed have left behind. */
export const sweep = (folder: string, process: ThisProcess): void => {
  for (const name of readdirSync(folder)) {
    const id = ownerOf(name)
    // This process has nothing there yet: what bears its number is of an earlier one, as in a container, where all have the same.
    if (id !== undefined && (id === process.id || !process.isRunning(id))) removeOurs(join(folder, name))
  }
}

const ownerOf = (name: string): number | undefined => {
  const id = name.startsWith(temporaryMark)
    ? /^\d+(?=-)/.exec(name.slice(temporaryMark.length))?.[0]
    : undefined
  return id === undefined ? undefined : Number(id)
}

/** Of a link, the link. What cannot be removed is in nobody's way. */
const removeOurs = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Perhaps the next build can.
  }
}
