/** The words of an episode to start from. Pure. */

import type { WrittenEpisode } from '../fields/index.ts'
import { quoteScalar } from '../load/edits.ts'
import type { AudioTags, Instant } from '../model.ts'
import type { Entry } from '../project.ts'
import { isTimeZone, zoneClock } from '../units/instant.ts'

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
  if (last === undefined) return `001-${slug}`
  const folder = last.slice(0, last.lastIndexOf('/') + 1)
  const numbers = episodes.flatMap(({ stem }) =>
    stem.startsWith(folder) ? (/^\d{1,6}(?=[-_ .]|$)/.exec(stem.slice(folder.length))?.[0] ?? []) : [],
  )
  const highest = numbers.toSorted((a, b) => Number(a) - Number(b)).at(-1)
  const prefix = highest === undefined ? '' : `${String(Number(highest) + 1).padStart(highest.length, '0')}-`
  return `${folder}${prefix}${slug}`
}

/** A title as the name of a file: `Größe & Güte` is `grosse-gute`; letters of other scripts stay. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .toWellFormed()
    .replace(/^-+|-+$/g, '') || 'episode'

/** The title that an audio file states, or else its name in words. */
export const titleOf = (stem: string, tags: AudioTags | undefined): string => {
  const stated = tags?.title?.replace(/\s+/g, ' ').trim()
  if (stated) return stated
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  const words = name
    .replace(/^\d+[-_. ]+/, '')
    .replace(/[-_ ]+/g, ' ')
    .trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

/** `2026-11-24`: the day that it is in the show's zone. */
export const today = (now: Instant, zone: string | undefined): string => {
  const offset = zone !== undefined && isTimeZone(zone) ? zoneClock(zone).offsetAt(now) : 0
  return new Date(now + offset).toISOString().slice(0, 10)
}

/** Front matter, and room for notes. */
export const episodeText = (title: string, date: string, { season, episode }: Numbers): string =>
  [
    '---',
    `title: ${quoteScalar(title)}`,
    `date: ${date}`,
    ...(season === undefined ? [] : [`season: ${season}`]),
    ...(episode === undefined ? [] : [`episode: ${episode}`]),
    '---',
    '',
  ].join('\n')
