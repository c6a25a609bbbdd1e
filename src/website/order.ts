/** In which order a list has the episodes. */

import type { Listed } from './views.ts'

/** The season under which a list has an episode; undefined for none. */
export type Seasons = ReadonlyMap<Listed, Season | undefined>

export interface Season {
  readonly number: number
  /** Empty where no episode of it says one. */
  readonly name: string
}

/**
 * Of a serial show, as it is to be heard: season by season, in each the first part first. A number says which part it is; what has
 * none, such as a bonus, stands where its date puts it, and so it does among the seasons. `newestFirst`: all episodes.
 */
export const asHeard = (newestFirst: readonly Listed[]): Seasons => {
  const seasons = new Map<number | undefined, Listed[]>()
  let running: number | undefined
  for (const one of newestFirst.toReversed()) {
    running = one.release.episode.season ?? running
    const season = seasons.get(running) ?? []
    season.push(one)
    seasons.set(running, season)
  }
  // What came out before every season is heard before them.
  const inOrder = [...seasons].sort(([a = -1], [b = -1]) => a - b)
  return new Map(
    inOrder.flatMap(([number, parts]) => {
      const inSeason = inParts(parts)
      const season = number === undefined ? undefined : { number, name: nameIn(inSeason) }
      return inSeason.map(one => [one, season] as const)
    }),
  )
}

/** The first one that is written: a list of several pages says it on each. */
const nameIn = (parts: readonly Listed[]): string =>
  parts.map(({ release }) => release.episode.seasonName).find(name => name !== undefined) ?? ''

/** `byDate`: the first one first. */
const inParts = (byDate: readonly Listed[]): readonly Listed[] => {
  const numbered = byDate
    .filter(one => numberOf(one) !== undefined)
    .sort((a, b) => numberOf(a)! - numberOf(b)!)
    .values()
  return byDate.map(one => (numberOf(one) === undefined ? one : numbered.next().value!))
}

const numberOf = ({ release }: Listed): number | undefined => release.episode.episode
