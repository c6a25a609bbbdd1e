/** The recordings and the picture that lie in a folder before it is a show. */

import { endingOf, isAudio, isIgnored, isPicture } from '../names.ts'

export interface FoundMedia {
  readonly recordings: readonly string[]
  /** The one that is called like artwork, or the only one. */
  readonly picture: string | undefined
}

const ARTWORK = /^(?:cover|artwork|art|logo|folder|podcast|show)\b/i

/** `names`: what stands in the folder, sorted. Of a recording in several formats the one that directories take. */
export const mediaAmong = (names: readonly string[]): FoundMedia => {
  const own = names.filter(name => !isIgnored(name))
  const stems = new Map<string, string>()
  for (const name of own.filter(isAudio)) {
    const stem = name.replace(/\.[^.]+$/, '')
    const known = stems.get(stem)
    if (known === undefined || rank(name) < rank(known)) stems.set(stem, name)
  }
  const pictures = own.filter(name => isPicture(name) && !stems.has(name.replace(/\.[^.]+$/, '')))
  const named = pictures.filter(name => ARTWORK.test(name))
  const [only, ...others] = named.length > 0 ? named : pictures
  return {
    recordings: [...stems.values()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    picture: named.length === 0 && others.length > 0 ? undefined : only,
  }
}

const rank = (name: string): number => {
  const order = ['mp3', 'm4a', 'mp4'].indexOf(endingOf(name))
  return order < 0 ? 9 : order
}
