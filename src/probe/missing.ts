/** What is said of a name that no file has, and of an episode that has no recording: with the nearest file that is there. */

import type { Fix, Place, RuleWords } from '../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Entry } from '../project.ts'
import { type Difference, nameOf } from '../units/file-name.ts'
import { meantUrl } from '../units/meant-url.ts'
import { listed } from '../units/text.ts'
import type { Probe } from './here.ts'
import { type Kind, nameFrom } from './near.ts'
import audioMissing from './rules/audio-missing.ts'
import fileMissing from './rules/file-missing.ts'

export interface MissingName {
  readonly kind: Kind
  /** `the picture`. */
  readonly what: string
  readonly written: string
  /** The path that it stands for. */
  readonly absent: string
  readonly entry: Entry<WrittenEpisode> | Entry<WrittenShow>
  /** Of the file that the name stands in, where that is not the entry's. */
  readonly from?: string
  readonly place: Place
  readonly replace?: (name: string) => Fix | undefined
  /** What else can be done than to copy the file there or to correct its name. */
  readonly help?: string
  readonly rule?: RuleWords
}

/** So many files are named where it cannot be told which is meant. */
const NAMED = 3

export const sayMissing = (here: Probe, missing: MissingName): void => {
  const { kind, what, written, entry, place, replace, rule = fileMissing } = missing
  const near = here.near.ofName(kind, missing, entry)
  const from = missing.from ?? entry.path
  const names = (near?.paths ?? []).flatMap(path => nameFrom(from, path, here.manuscript) ?? [])
  const message = `${what} "${written}" is not in the show folder`
  const [name, ...others] = names
  const address = meantUrl(written)
  if (near === undefined || name === undefined || (address !== undefined && near.differs === 'folder')) {
    here.say(
      rule,
      place,
      `${message}, so it would be missing in every app`,
      address === undefined
        ? (missing.help ?? 'Copy the file there, or correct the name; capitals count.')
        : `Write \`${address}\` if it is served there; else ${name === undefined ? 'copy the file into the show folder' : `write \`${name}\``}.`,
    )
    return
  }
  for (const path of near.paths) here.near.mentioned.add(path)
  if (others.length > 0) {
    here.say(
      rule,
      place,
      `${message}; ${quotedList(names)} come near`,
      `Write the one that is meant, such as \`${name}\`, or copy the file there.`,
    )
    return
  }
  here.say(
    rule,
    place,
    `${message}${butThereIs(name, near.differs)}`,
    isSure(near.differs)
      ? `Write \`${name}\`.`
      : `Write \`${name}\` if that is the one that is meant, or copy the file there.`,
    isSure(near.differs) ? replace?.(name) : undefined,
  )
}

/** What differs in one thing alone is written without a question. */
const isSure = (differs: Difference): boolean => differs !== 'several' && differs !== 'spelling'

const butThereIs = (name: string, differs: Difference): string => {
  switch (differs) {
    case 'accents':
      return `, but there is a file whose name looks the same: its accents are stored in another way`
    case 'capitals':
      return `, but "${name}" is, and capitals count`
    case 'several':
    case 'spelling':
      return `; "${name}" comes near`
    default:
      return `, but "${name}" is`
  }
}

const quotedList = (names: readonly string[]): string => {
  const quoted = names.slice(0, NAMED).map(name => `"${name}"`)
  const more = names.length - quoted.length
  return listed(more > 0 ? [...quoted, `${more} more`] : quoted)
}

// ------------------------------------------------------------------------------- an episode without a recording

export const sayNoAudio = (here: Probe, entry: Entry<WrittenEpisode>): void => {
  const near = here.near.ofStem(entry.stem)
  const only = near === undefined ? here.near.onlyRecording(entry) : undefined
  const paths = near?.paths ?? (only === undefined ? [] : [only])
  const names = paths.flatMap(path => nameFrom(entry.path, path, here.manuscript) ?? [])
  const [name, ...others] = names
  if (name === undefined) {
    here.say(
      audioMissing,
      entry.at(),
      'this episode has no audio, so there is nothing to play',
      `Put its recording beside it, as ${here.shown(`${entry.stem}.mp3`)}, or name a file or an address with \`audio:\`.`,
    )
    return
  }
  for (const path of paths) here.near.mentioned.add(path)
  if (others.length > 0) {
    here.say(
      audioMissing,
      entry.at(),
      `this episode has no audio under its own name; ${quotedList(names)} come near`,
      `Name the one that is meant, such as \`audio: ${name}\`.`,
    )
    return
  }
  const right = `${nameOf(entry.stem)}${/\.[^.]+$/.exec(name)![0]}`
  here.say(
    audioMissing,
    entry.at(),
    `this episode has no audio under its own name${insteadThereIs(name, near?.differs)}`,
    near?.differs === 'folder'
      ? `Write \`audio: ${name}\`, or move the file beside the episode.`
      : `Write \`audio: ${name}\`, or rename the file to ${right}${near !== undefined && isSure(near.differs) ? '' : ', if it is its recording'}.`,
    near !== undefined && isSure(near.differs) ? writeAudio(entry, name) : undefined,
  )
}

const insteadThereIs = (name: string, differs: Difference | undefined): string => {
  switch (differs) {
    case undefined:
      return `; "${name}" is the only recording in its folder`
    case 'accents':
      return `; the name of "${name}" looks the same, but its accents are stored in another way`
    case 'folder':
      return `, but "${name}" has that name, in another folder`
    default:
      return `; "${name}" comes near`
  }
}

/** An empty `audio:` is filled in. */
const writeAudio = ({ raw, fix }: Entry<WrittenEpisode>, name: string): Fix | undefined => {
  const written = raw.audio === undefined ? fix.insert('audio', name) : fix.replace('audio', name)
  return written && { ...written, title: `Add "audio: ${name}"` }
}
