import type { BuildOptions } from '../build.ts'
import { cachePlace } from '../cache/place.ts'
import { askedOf, recallBuild } from '../cache/stamp.ts'
import type { Told } from '../told.ts'
import type { Io } from './io.ts'
import { program } from './version.ts'

/** Builds a show, or finds that nothing has changed: then the pipeline is not even loaded. */
export const buildShow = async (options: BuildOptions, io: Io, withCache: boolean): Promise<Told> => {
  const cache = withCache
    ? cachePlace(io.cwd, io.env, `${program} ${io.runtime ?? ''}`, options.location)
    : undefined
  const earlier = cache && recallBuild<Told>(cache, askedOf(options))
  if (earlier !== undefined) return earlier
  const { buildAndTell } = await import('../build.ts')
  return buildAndTell({ ...options, cache })
}
