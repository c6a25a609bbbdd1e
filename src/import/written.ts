/** What was planned gets onto the disk. */

import { join } from 'node:path'
import { doorOf } from '../door/index.ts'
import { lockName } from '../names.ts'
import { renderLock } from '../render/index.ts'
import { create } from '../write/create.ts'
import { replaceText } from '../write/replace-text.ts'
import type { ChangedText } from './merge.ts'
import type { Planned } from './planned.ts'

export interface Refusal {
  readonly path: string
  readonly reason: string
}

export interface Place {
  /** The show folder. */
  readonly location: string
  readonly processId: number
}

/** The lock goes first: there is no moment at which the episodes stand there without the guids that subscribers know. */
export const written = ({ lock, before, added, updated }: Planned, place: Place): Refusal | undefined => {
  const { location } = place
  const files = added.map(({ path, text }) => ({ path: join(location, path), text }))
  if (before === undefined)
    return create([{ path: join(location, lockName), text: renderLock(lock) }, ...files])
  return (
    lockWritten(renderLock(lock), place) ??
    create(files) ??
    updated.map(change => replaced(change, place)).find(refusal => refusal !== undefined)
  )
}

export const lockWritten = (after: string, place: Place): Refusal | undefined =>
  replaced({ path: lockName, before: textAt(lockName, place), after }, place)

export const textAt = (path: string, { location }: Place): string =>
  doorOf(location).read(path).toString('utf8')

/** Nobody's newer work is written over. */
export const replaced = (change: ChangedText, { location, processId }: Place): Refusal | undefined => {
  if (change.before === change.after) return undefined
  const refusal = replaceText({ root: location, ...change, processId })
  return refusal && { path: join(location, change.path), reason: refusal.leftAlone }
}
