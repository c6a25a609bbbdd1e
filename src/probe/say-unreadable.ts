import type { Place } from '../diagnostic.ts'
import { reasonOf } from '../door/index.ts'
import type { Probe } from './here.ts'
import fileUnreadable from './rules/file-unreadable.ts'

/** `error`: what the door or the system says. `what`: the name of the file, where the place is not the file itself. */
export const sayUnreadable = (here: Probe, place: Place, error: unknown, what = 'this'): void =>
  here.say(
    fileUnreadable,
    place,
    `${what} cannot be read, so it would be missing from the feed: ${reasonOf(error)}`,
    'Give yourself permission to read it, and check that it is a file and not a folder.',
  )
