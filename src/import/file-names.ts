/** Names for the files of episodes: safe on every system, and the same on every run. */

import { foldedName } from '../units/file-name.ts'

export interface Named {
  readonly title: string
  /** As they were published; undefined where none was, or none that is a whole number. */
  readonly season: number | undefined
  readonly episode: number | undefined
  /** Of a feed of our own: the stem that its addresses have. */
  readonly stem: string | undefined
  /** The stem that it has already. */
  readonly known?: string | undefined
}

/** Stems, one for each episode. `episodes`: the oldest first. `taken`: stems that are in use. */
export const stemsOf = (episodes: readonly Named[], taken: readonly string[] = []): readonly string[] => {
  const used = new Set([...reserved, ...taken].map(foldedName))
  const numberOf = numbering(episodes, taken)
  return episodes.map((episode, i) => {
    if (episode.known !== undefined) return episode.known
    const wanted = episode.stem ?? [numberOf(episode, i), slugOf(episode.title)].filter(Boolean).join('-')
    const stem = free(isDevice(wanted) ? `${wanted}-episode` : wanted || 'episode', used)
    used.add(foldedName(stem))
    return stem
  })
}

/** Files that mean something else in a show folder. */
const reserved: readonly string[] = ['show', 'readme', 'index', 'changelog', 'license', 'contributing']

/** https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file#naming-conventions */
const isDevice = (stem: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem)

const free = (wanted: string, used: ReadonlySet<string>): string => {
  if (!used.has(foldedName(wanted))) return wanted
  for (let n = 2; ; n++) if (!used.has(foldedName(`${wanted}-${n}`))) return `${wanted}-${n}`
}

type Numbering = (episode: Named, index: number) => string

/** By the numbers that listeners know, where they tell the episodes apart; else counted. */
const numbering = (episodes: readonly Named[], taken: readonly string[]): Numbering => {
  const numbered = episodes.filter(({ episode }) => episode !== undefined)
  if (numbered.length * 2 > episodes.length) {
    const width = Math.max(3, ...numbered.map(({ episode }) => String(episode).length))
    const plain: Numbering = ({ episode }) =>
      episode === undefined ? '' : String(episode).padStart(width, '0')
    if (isUnique(numbered.map(plain))) return plain
    const inSeason: Numbering = ({ season, episode }) =>
      episode === undefined
        ? ''
        : `${season === undefined ? '' : `s${String(season).padStart(2, '0')}`}e${String(episode).padStart(2, '0')}`
    if (isUnique(numbered.map(inSeason))) return inSeason
  }
  // Counting goes on where it stopped.
  const last = Math.max(taken.length, ...taken.map(stem => Number(/^(\d{1,6})(?:-|$)/.exec(stem)?.[1] ?? 0)))
  let count = last
  const numbers = episodes.map(({ known }) => (known === undefined ? ++count : 0))
  const width = Math.max(3, String(count).length)
  return (_, index) => String(numbers[index]).padStart(width, '0')
}

const isUnique = (names: readonly string[]): boolean => new Set(names).size === names.length

/** So long that a folder of them can still be read. UTF-16 units. */
const LONGEST_SLUG = 60
/** What file systems take is 255; side-cars and staging need some of it. */
const LONGEST_BYTES = 150

const spelledOut: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', '&': ' and ' },
}

/** ASCII where the letters have an ASCII form; the letters themselves in other scripts. */
export const slugOf = (title: string): string => {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøđðþłı&]/g, letter => spelledOut[letter]!)
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  return withinBytes(shortSlug(plain)).replace(/-+$/, '')
}

const shortSlug = (slug: string): string => {
  if (slug.length <= LONGEST_SLUG) return slug
  const cut = slug.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, '')
  return cut.length > LONGEST_SLUG ? wholeCharacters(cut.slice(0, LONGEST_SLUG)) : cut
}

const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

const withinBytes = (slug: string): string => {
  let cut = slug
  while (Buffer.byteLength(cut) > LONGEST_BYTES) cut = wholeCharacters(cut.slice(0, -1))
  return cut
}
