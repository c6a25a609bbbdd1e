import type { BuildOptions } from '../build.ts'
import { askedOf, recallBuild } from '../cache/stamp.ts'
import type { Told } from '../told.ts'
import type { Io } from './io.ts'
import { standing } from './standing.ts'

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
  const { buildAndTell, progressLine } = await import('./engine.ts')
  return buildAndTell({
    ...options,
    cache,
    onProgress: (done, of, name) =>
      show(() => progressLine({ verb: 'Measuring', done, of, name }, io.stderr.width - 1)),
  })
}
