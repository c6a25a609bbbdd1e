/** A loose recording of which `new` would make no episode: the advice to run it would lead nowhere. */

import { reasonOf } from '../door/index.ts'
import { markdownEndings } from '../names.ts'
import { nameOf, withoutEnding } from '../units/file-name.ts'
import { ours } from '../units/shell.ts'
import type { AudioReading } from './audio/index.ts'
import type { Probe } from './here.ts'
import { notAudio } from './not-readable.ts'
import { type NoName, whyNoName } from './own-name.ts'

export interface Words {
  readonly message: string
  readonly help: string
}

export const unheard = 'this recording belongs to no episode, so nobody will hear it'
export const aside =
  'Move what is not an episode into a folder whose name begins with `_`, which build-feed ignores.'

/** Why `new` would make no episode of the file, and what to do first. Undefined where it would make one. */
export const lackOf = async (here: Probe, path: string): Promise<Words | undefined> => {
  const reading = await looseReading(here, path)
  if ('problem' in reading)
    return { message: `this file belongs to no episode, and cannot be read: ${reading.problem}`, help: aside }
  if (reading.kind !== 'audio') {
    const { is, help } = notAudio(reading)
    return { message: `this file belongs to no episode, and it ${is}`, help: `${help} ${aside}` }
  }
  const why = whyNoName(withoutEnding(path), here.manuscript.files)
  return why && { message: unheard, help: renamedFirst(path, why) }
}

const renamedFirst = (path: string, why: NoName): string =>
  why.kind === 'taken'
    ? `Rename it, and run \`${ours('new')}\` with its new name to make its episode: ${why.by} is another one, whose name differs too little. ${aside}`
    : `Rename it, and run \`${ours('new')}\` with its new name to make its episode: ${nameOf(withoutEnding(path))}.${markdownEndings[0]} would not be read as one. ${aside}`

/** Nobody needs it, so that nothing else is said where it cannot be read. */
const looseReading = async (
  here: Probe,
  path: string,
): Promise<AudioReading | { readonly problem: string }> => {
  try {
    return await here.memo.recallFile('audio', path, async () => {
      const file = here.door.open(path)
      try {
        return await (await here.audioReader()).readAudio(file, here.buffer)
      } finally {
        file.close()
      }
    })
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}
