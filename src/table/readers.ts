/** Who reads an element, as the fields say it in words (`readBy`), made comparable. */

import { type Directory, directories } from '../targets.ts'

/** `yes`: it is known to; `some`: others like it do. */
export type Reads = 'yes' | 'some' | 'no'

const names: Readonly<Record<Directory, string>> = {
  apple: 'Apple',
  spotify: 'Spotify',
  youtube: 'YouTube',
  amazon: 'Amazon',
  podcastindex: 'Podcast Index',
}

const isDirectory = (reader: string): boolean => directories.some(one => names[one] === reader)

export const directoryNames: ReadonlyMap<string, Directory> = new Map(
  directories.map(one => [names[one], one]),
)

/** The apps and directories that a text names, in its order. What it says of the others is not among them. */
export const readersNamed = (readBy: string): readonly string[] =>
  readBy
    .replace(/,? (?:to prove who you are|it is said)$/, '')
    .split(/, | and /)
    .filter(part => /^[A-Z]|^gPodder$/.test(part))

/** Whether a reader reads what a text says so of. */
export const readsBy = (readBy: string | undefined, reader: string): Reads => {
  if (readBy === undefined) return 'no'
  if (readersNamed(readBy).includes(reader)) return 'yes'
  if (/\bevery app and directory\b/.test(readBy)) return 'yes'
  if (isDirectory(reader)) return /\bmost directories\b/.test(readBy) ? 'some' : 'no'
  if (/\bevery app\b/.test(readBy)) return 'yes'
  return /\b(?:apps|others|few|feed readers)\b/.test(readBy) ? 'some' : 'no'
}
