/** Names of files as disks and people take them. Pure: no disk is asked. Paths have forward slashes. */

import { nameComparisons } from '../limits.ts'
import { typedPlainly } from './plain-typing.ts'
import { nearest } from './text.ts'

/** What macOS and Windows take for the same name: capitals do not count, nor how accents are put together. */
export const foldedName = (path: string): string => path.normalize('NFC').toLowerCase()

/** Where numbers count what they mean, too: `Audio/001.mp3` is `audio/1.mp3`. */
export const plainName = (path: string): string => foldedName(path).replace(/\d+/g, withoutZeros)

export interface Twins {
  readonly path: string
  /** The one that a disk without capitals would take it for. */
  readonly twin: string
}

/** Names, of files or of folders, that differ in nothing but capitals or the composition of their accents. */
export const twinsAmong = (paths: Iterable<string>): readonly Twins[] => {
  const known = new Map<string, string>()
  const twins: Twins[] = []
  const folders = new Map<string, boolean>()
  const isTwin = (path: string): boolean => {
    const folder = folderOf(path).slice(0, -1)
    // What lies in two such folders is not told again.
    if (folder !== '' && isTwinFolder(folder)) return true
    const name = foldedName(path)
    const twin = known.get(name)
    if (twin === undefined) known.set(name, path)
    else if (twin !== path) twins.push({ path, twin })
    return twin !== undefined && twin !== path
  }
  const isTwinFolder = (folder: string): boolean => {
    const found = folders.get(folder) ?? isTwin(folder)
    folders.set(folder, found)
    return found
  }
  for (const path of paths) isTwin(path)
  return twins
}

/** In what a name differs from the one that was looked for. */
export type Difference =
  /** The same letters, their accents composed otherwise: nobody can see it. */
  | 'accents'
  | 'capitals'
  /** A space is `%20` in one of them. */
  | 'escapes'
  /** Typographic quotation marks, no-break spaces, dashes in place of hyphens. */
  | 'typing'
  | 'folder'
  | 'ending'
  /** `1` and `001`. */
  | 'zeros'
  /** More than one of these. */
  | 'several'
  /** A slip of the hand. */
  | 'spelling'

export interface Likeness {
  readonly differs: Difference
  /** More than one where it cannot be told which is meant. */
  readonly paths: readonly [string, ...string[]]
}

/**
 * Finds among the paths the ones that come nearest to a path that is not among them. What differs least comes first;
 * where two differ equally little, both are given. A number that counts to something else is never near.
 */
export const likenessesAmong = (
  paths: readonly string[],
): ((wanted: string, isFree?: (path: string) => boolean) => Likeness | undefined) => {
  const indexes = keys.map(({ differs, keyOf }) => ({ differs, keyOf, found: groupBy(paths, keyOf) }))
  const slips = slipsAmong(paths)
  return (wanted, isFree = () => true) => {
    const like = (differs: Difference, found: readonly string[]): Likeness | undefined => {
      const [first, ...others] = found.filter(path => isFree(path) && mayBe(wanted, path))
      return first === undefined ? undefined : { differs, paths: [first, ...others] }
    }
    for (const { differs, keyOf, found } of indexes) {
      const near = like(differs, found.get(keyOf(wanted)) ?? [])
      if (near !== undefined) return near
    }
    return like('spelling', slips(wanted))
  }
}

/** Whether the one differs less from what was looked for than the other does. */
export const isNearer = (one: Likeness, other: Likeness): boolean =>
  rankOf(one.differs) < rankOf(other.differs)

const rankOf = (differs: Difference): number =>
  differs === 'spelling' ? keys.length : keys.findIndex(key => key.differs === differs)

const keys: readonly { readonly differs: Difference; readonly keyOf: (path: string) => string }[] = [
  { differs: 'accents', keyOf: path => path.normalize('NFC') },
  { differs: 'capitals', keyOf: foldedName },
  { differs: 'escapes', keyOf: path => unescaped(path).normalize('NFC') },
  { differs: 'typing', keyOf: path => plainlyTyped(path).normalize('NFC') },
  {
    differs: 'folder',
    keyOf: path => `${numbersIn(folderOf(path)).join(' ')}/${nameOf(path).normalize('NFC')}`,
  },
  { differs: 'ending', keyOf: path => withoutEnding(path).normalize('NFC') },
  {
    differs: 'zeros',
    keyOf: path => `${folderOf(path)}${nameOf(path).replace(/\d+/g, withoutZeros)}`.normalize('NFC'),
  },
  {
    differs: 'several',
    keyOf: path =>
      foldedName(unescaped(withoutEnding(nameOf(path))))
        .replace(/\d+/g, withoutZeros)
        .replace(/[\s_-]+/g, ''),
  },
]

/** `season-2/001.mp3` is not meant by `season-1/001.mp3`; by `001.mp3` it may be. */
const mayBe = (wanted: string, path: string): boolean => {
  const [one, other] = [wanted, path].map(each => numbersIn(folderOf(each)).join(' '))
  return one === '' || other === '' || one === other
}

const groupBy = (
  paths: readonly string[],
  keyOf: (path: string) => string,
): ReadonlyMap<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const group = groups.get(keyOf(path))
    if (group === undefined) groups.set(keyOf(path), [path])
    else group.push(path)
  }
  return groups
}

const slipsAmong = (paths: readonly string[]): ((wanted: string) => readonly string[]) => {
  const wordsOf = (path: string): string => foldedName(withoutEnding(nameOf(path))).replace(/\d+/g, '')
  const comparable = groupBy(paths, path => numbersIn(path).join(' '))
  const budget = { left: nameComparisons }
  return wanted => {
    const words = wordsOf(wanted)
    const candidates = comparable.get(numbersIn(wanted).join(' ')) ?? []
    budget.left -= candidates.length
    if (budget.left < 0 || candidates.length === 0) return []
    const byWords = groupBy(candidates, wordsOf)
    const near = nearest(words, byWords.keys())
    return near === undefined ? [] : byWords.get(near)!
  }
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
/** A path inside a folder, as a person who wrote the folder opens it: `episodes/001.md`, and `001.md` in this very folder. */
export const inFolder = (folder: string, path: string): string =>
  folder === '' || folder === '.' ? path : `${folder.replace(/(?<!\/)\/+$/, '')}/${path}`

/** With its slash; empty for the folder itself. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
export const withoutEnding = (path: string): string => {
  const dot = path.lastIndexOf('.')
  const length = path.length - dot - 1
  // What is long or holds a space is a part of the name: `No. 12`.
  const isEnding = dot > path.lastIndexOf('/') && length > 0 && length <= 10 && !/\s/.test(path.slice(dot))
  return isEnding ? path.slice(0, dot) : path
}
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '')

/** `mp3/` counts nothing. */
const numbersIn = (path: string): readonly string[] =>
  (
    withoutEnding(path)
      .replace(/\bm(?:p[234]|4[abv])\b/gi, '')
      .match(/\d+/g) ?? []
  ).map(withoutZeros)

const plainlyTyped = (path: string): string => typedPlainly(path)?.text ?? path

/** `%20` is a space; what cannot be read so stays as it is. */
export const unescaped = (path: string): string => {
  try {
    return path.includes('%') ? decodeURIComponent(path) : path
  } catch {
    return path
  }
}
