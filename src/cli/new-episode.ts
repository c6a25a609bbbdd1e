/** The words of an episode to start from. Pure. */

import type { WrittenEpisode } from '../fields/index.ts'
import { quoteScalar } from '../load/edits.ts'
import type { AudioTags } from '../model.ts'
import type { Entry } from '../project.ts'

export interface Numbers {
  readonly season?: number
  readonly episode?: number
}

/** The numbers that come next; none for a show that does without. */
export const nextNumbers = (episodes: readonly Entry<WrittenEpisode>[]): Numbers => {
  if (episodes.length === 0) return { season: 1, episode: 1 }
  const season = highest(episodes.map(({ meta }) => meta.season))
  const last = highest(episodes.filter(({ meta }) => meta.season === season).map(({ meta }) => meta.episode))
  return { ...(season === undefined ? {} : { season }), ...(last === undefined ? {} : { episode: last + 1 }) }
}

const highest = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.reduce((high, one) => (one !== undefined && one > (high ?? -1) ? one : high), undefined)

/** Where the next episode goes: in the folder of the last one, with the next number where the files there are numbered. */
export const nextStem = (episodes: readonly Entry<WrittenEpisode>[], slug: string): string => {
  const last = episodes.at(-1)?.stem
  if (last === undefined) return slug === '' ? '001' : `001-${slug}`
  const folder = last.slice(0, last.lastIndexOf('/') + 1)
  const numbers = episodes.flatMap(({ stem }) =>
    stem.startsWith(folder) ? (/^\d{1,6}(?=[-_ .]|$)/.exec(stem.slice(folder.length))?.[0] ?? []) : [],
  )
  const highest = numbers.toSorted((a, b) => Number(a) - Number(b)).at(-1)
  const number = highest === undefined ? '' : String(Number(highest) + 1).padStart(highest.length, '0')
  const name = [number, slug].filter(part => part !== '').join('-')
  return `${folder}${name === '' ? `episode-${episodes.length + 1}` : name}`
}

/** A title as the name of a file: `Größe & Güte` is `grosse-gute`. Empty where no letter of it can stand in an address as it is. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, letter => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

/** What Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Whether a name can stand in an address as it is. */
export const isCleanName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)

/** The title that an audio file states, or else its name in words. */
export const titleOf = (stem: string, tags: AudioTags | undefined): string => {
  const stated = tags?.title?.replace(/\s+/g, ' ').trim()
  if (stated) return stated
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  const words = name
    .replace(/^\d+[-_. \p{Pd}]+/u, '')
    .replace(/[-_ ]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

export interface NewText extends Numbers {
  readonly title: string
  readonly date: string
  /** A file beside it, where it has another name. */
  readonly audio?: string
  readonly persons?: string
  /** Markdown. */
  readonly notes?: string
}

/** Front matter, and room for notes. */
export const episodeText = ({ title, date, season, episode, audio, persons, notes }: NewText): string =>
  [
    '---',
    `title: ${quoteScalar(title)}`,
    `date: ${date}`,
    ...(season === undefined ? [] : [`season: ${season}`]),
    ...(episode === undefined ? [] : [`episode: ${episode}`]),
    ...(audio === undefined ? [] : [`audio: ${quoteScalar(audio)}`]),
    ...(persons === undefined ? [] : [`persons: ${quoteScalar(persons)}`]),
    '---',
    ...(notes === undefined ? [] : ['', notes]),
    '',
  ].join('\n')

/** What tags say beyond the title, as far as it is about this episode. */
export const saidByTags = (
  { comment, artist, track }: AudioTags,
  show: { readonly title?: string | undefined; readonly author?: string | undefined },
  numbers: Numbers,
  taken: ReadonlySet<number | undefined>,
): Pick<NewText, 'persons' | 'notes' | 'episode'> => {
  const number = Number(/^\d{1,6}/.exec(track ?? '')?.[0] ?? 0)
  const isOther = (name: string): boolean =>
    [show.title, show.author].every(known => known?.trim().toLowerCase() !== name.toLowerCase())
  const person = artist?.replace(/\s+/g, ' ').trim() ?? ''
  return {
    ...(numbers.episode !== undefined && number > 0 && !taken.has(number) ? { episode: number } : {}),
    ...(person !== '' && isOther(person) ? { persons: person } : {}),
    ...(comment !== undefined && isProse(comment) ? { notes: asNotes(comment) } : {}),
  }
}

/** Programs leave numbers and their own names in comments. */
const isProse = (text: string): boolean =>
  (text.match(/\p{L}{2,}/gu) ?? []).length >= 4 &&
  !/^\s*(?:[0-9A-F]{8}\s+){2}|^\s*(?:encoded|created|made|ripped|recorded) (?:by|with|in|using)\b/i.test(text)

/** Lines of a comment are lines; nothing of it is the end of the front matter. */
const asNotes = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .trim()
    .replace(/^(-{3,}|\+{3,})/, '\\$1')
