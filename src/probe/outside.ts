/** Names that lead out of the show folder. */

import { normalize } from 'node:path/posix'
import type { Fix, Place } from '../diagnostic.ts'
import { findNamed } from './find.ts'
import type { Probe } from './here.ts'
import outsideShow from './rules/outside-show.ts'

export interface OutsideName {
  readonly written: string
  /** Why it is not read, though it lies in the show folder. */
  readonly reason?: string | undefined
  /** The path of the file that it stands in. */
  readonly from: string
  readonly place: Place
  /** What it names, where that is to be said: `the chapter's picture `. */
  readonly what?: string
  /** How else it could stand in the show. */
  readonly help?: string
  /** Puts another name in its place. */
  readonly replace?: (name: string) => Fix | undefined
}

/** A slash in front is what Jekyll, Hugo and web pages write for the root of the site: that is worth other words. */
export const sayOutside = (here: Probe, name: OutsideName): void => {
  const { written, reason, place, what = '' } = name
  const help =
    name.help ?? `Put the file into the show folder, and write \`${plainName(written) ?? 'audio/001.mp3'}\`.`
  if (reason !== undefined) {
    here.say(outsideShow, place, `${what}"${written}" is not read: ${reason}`, help)
    return
  }
  if (!/^[\\/](?![\\/])/.test(written)) {
    here.say(
      outsideShow,
      place,
      `${what}"${written}" is outside the show folder, and nothing from there is published`,
      help,
    )
    return
  }
  const right = withoutSlash(here, name)
  here.say(
    outsideShow,
    place,
    `${what}"${written}" begins with a slash, and names are read from the show folder, or from the folder of the file that names them, not from the root of a site or a disk`,
    right === undefined ? help : `Leave the slash out: \`${right}\`.`,
    right === undefined ? undefined : name.replace?.(right),
  )
}

/** The name of the file alone, where it can be written as it is; of a host's file it would be a guess. */
const plainName = (written: string): string | undefined =>
  /^[\\/]{2}/.test(written) ? undefined : /(?:^|[\\/])(\w[\w.-]{0,80}\.\w{2,5})$/.exec(written)?.[1]

/** The same without its slash, when that is a file of the show, and no other than the one that is meant. */
const withoutSlash = (here: Probe, { written, from }: OutsideName): string | undefined => {
  const name = normalize(written.replaceAll('\\', '/')).slice(1)
  const named = findNamed(name, from, here.manuscript)
  return named.kind === 'file' && named.path === name ? name : undefined
}

/** Whether a file that was found beside its episode is one of the show folder; says so when it is not. */
export const isInside = (here: Probe, path: string): boolean => {
  const reason = here.manuscript.outside.get(path)
  if (reason === undefined) return true
  here.say(
    outsideShow,
    { file: here.shown(path) },
    `${path} is not read, because it could publish something private: ${reason.replace(/^it leads/, 'it is a link that leads')}`,
    'Put the file itself into the show folder, in place of the link.',
  )
  return false
}
