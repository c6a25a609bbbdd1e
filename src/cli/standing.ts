import { cachePlace } from '../cache/place.ts'
import { lookAt, type Standing } from '../cache/unchanged.ts'
import type { MakeOptions } from '../make.ts'
import { insideOf } from '../units/inside.ts'
import type { Io } from './io.ts'
import { program } from './version.ts'

/** Where earlier runs have left what they worked out of a show, and how its folder stands. `out`: the output folder. */
export const standing = (
  { location, show }: Pick<MakeOptions, 'location' | 'show'>,
  out: string,
  io: Io,
): Standing | undefined => {
  const place = cachePlace(io, `${program} ${io.runtime ?? ''}`, location)
  // The file of a show is named where it is made of a site.
  return place && lookAt(place, { location, output: insideOf(location, out), isSite: show !== undefined })
}
