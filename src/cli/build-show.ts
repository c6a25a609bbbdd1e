import type { BuildOptions } from '../build.ts'
import { askedOf, recallBuild } from '../cache/unchanged.ts'
import type { BuildResult } from '../report/build-result.ts'
import type { Io } from './io.ts'
import { standing } from './standing.ts'

/** Builds a show, or finds that nothing has changed: then the pipeline is not even loaded. */
export const buildShow = async (
  options: BuildOptions,
  show: (progress: () => string) => void,
  io: Io,
  withCache: boolean,
): Promise<BuildResult> => {
  const cache = withCache ? standing(options, options.out, io) : undefined
  // `--check` asks whether a build would change anything: where all is as the last build left it, nothing need be read.
  const earlier =
    cache === undefined || options.against
      ? undefined
      : recallBuild<BuildResult>(cache, askedOf({ ...options, check: false }))
  if (earlier?.result !== undefined)
    return options.check ? { ...earlier.result, feed: undefined } : earlier.result
  const { checkAgain, progressLine } = await import('./reporting.ts')
  const say = (verb: string, done: number, of: number, name: string): void =>
    show(() => progressLine({ verb, done, of, name }, io.stderr.width - 1))
  const checked =
    cache && options.check && !options.against && (await checkAgain(cache, { ...options, onFile: say }))
  if (checked) return checked
  const { buildResult, compileLater } = await import('./engine.ts')
  compileLater()
  return buildResult({
    ...options,
    cache: cache && { ...cache, last: options.check ? undefined : earlier?.last },
    onProgress: (done, of, name) => say('Measuring', done, of, name),
    onFile: say,
  })
}
