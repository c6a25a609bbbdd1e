import type { BuildOptions } from '../build.ts'
import { askedOf, recallMade, type Standing, stateIn } from '../cache/unchanged.ts'
import { doorOf } from '../door/index.ts'
import type { BuildResult } from '../report/build-result.ts'
import { findStale } from '../write/stale.ts'

/**
 * What `--check` tells of a show that has not changed since it was built, when every file of the output has the bytes that it got.
 * Undefined when that is not so.
 */
export const checkAgain = async (
  cache: Standing,
  options: BuildOptions,
): Promise<BuildResult | undefined> => {
  const { location, folder, out, outFolder, signal, onFile } = options
  const earlier = recallMade<BuildResult>(cache, askedOf({ ...options, check: false }))
  if (earlier === undefined) return undefined
  const stale = await findStale(earlier.made, {
    door: doorOf(location),
    from: location,
    folder,
    to: out,
    shown: outFolder,
    lock: undefined,
    measured: stateIn(cache.show),
    signal,
    onFile,
  })
  return stale.length === 0 ? { ...earlier.result, feed: undefined } : undefined
}
