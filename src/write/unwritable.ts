/** What keeps a build from writing, in words for a person. */

import { type Diagnostic, diagnose, type RuleWords } from '../diagnostic.ts'
import { reasonOf as systemReason } from '../door/refused.ts'
import unwritable from './rules/unwritable.ts'

export interface Obstacle {
  /** The path a person can open. */
  readonly file: string
  readonly message: string
  readonly help: string
  readonly rule?: RuleWords
}

export class Unwritable extends Error {
  override readonly name = 'Unwritable'
  readonly obstacle: Obstacle

  constructor(obstacle: Obstacle) {
    super(obstacle.message)
    this.obstacle = obstacle
  }
}

/** Does something to a file, which messages call `file`. @throws Unwritable, whatever was thrown. */
export const at = <T>(file: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    throw error instanceof Unwritable ? error : new Unwritable({ file, ...wordsFor(error) })
  }
}

const wordsFor = (error: unknown): Omit<Obstacle, 'file'> => ({
  message: `this cannot be written: ${reasonOf(error)}`,
  help: 'Free space or correct the permissions, or name another folder with `--out`; the feed that was there is untouched.',
})

/** @throws what is none of a user's. */
export const diagnosticOf = (error: unknown): Diagnostic => {
  if (!(error instanceof Unwritable)) throw error
  const { file, message, help, rule = unwritable } = error.obstacle
  return diagnose(rule, { place: { file }, message, help })
}

export const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full'
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to write here'
    case 'EBUSY':
      return 'another program has it open'
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
    case 'ENAMETOOLONG':
    case 'EMFILE':
    case 'ENFILE':
    case 'EIO':
    case 'ENOMEM':
      return systemReason(error)
    default:
      return message
  }
}
