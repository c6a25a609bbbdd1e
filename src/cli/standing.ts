import { cachePlace } from '../cache/place.ts'
import { lookAt, type Standing } from '../cache/unchanged.ts'
import { insideOf } from '../units/inside.ts'
import type { Io } from './io.ts'
import { program } from './version.ts'

/** Where earlier runs have left what they worked out of a show, and how its folder stands. `out`: the output folder. */
export const standing = (location: string, out: string, io: Io): Standing | undefined => {
  const place = cachePlace(io, `${program} ${io.runtime ?? ''}`, location)
  return place && lookAt(place, location, insideOf(location, out))
}
