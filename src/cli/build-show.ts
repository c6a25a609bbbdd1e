import type { BuildOptions } from '../build.ts'
import { cachePlace } from '../cache/place.ts'
import { askedOf, lookAt, recallBuild, type Standing } from '../cache/stamp.ts'
import type { Told } from '../told.ts'
import type { Io } from './io.ts'
import { optimiseLater } from './optimise-later.ts'
import { program } from './version.ts'

/** Where earlier runs have left what they worked out of a show, and how its folder stands. */
export const standing = (location: string, io: Io): Standing | undefined => {
  const place = cachePlace(io.cwd, io.env, `${program} ${io.runtime ?? ''}`, location)
  return place && lookAt(place, location)
}

/** Builds a show, or finds that nothing has changed: then the pipeline is not even loaded. */
export const buildShow = async (
  options: BuildOptions,
  show: (progress: () => string) => void,
  io: Io,
  withCache: boolean,
): Promise<Told> => {
  const cache = withCache ? standing(options.location, io) : undefined
  const earlier = cache && recallBuild<Told>(cache, askedOf(options))
  if (earlier !== undefined) return earlier
  optimiseLater()
  const { buildAndTell, progressLine } = await import('./engine.ts')
  return buildAndTell({
    ...options,
    cache,
    onProgress: (done, of, name) =>
      show(() => progressLine({ verb: 'Measuring', done, of, name }, io.stderr.width - 1)),
  })
}
