import { askedOf, recallBuild } from '../cache/unchanged.ts'
import type { MakeOptions } from '../make.ts'
import type { BuildResult } from '../report/build-result.ts'
import type { Io } from './io.ts'
import { standing } from './standing.ts'

/** Judges a show, or finds that nothing has changed since it was judged: then the pipeline is not even loaded. */
export const validateShow = async (
  options: MakeOptions & { readonly out: string },
  io: Io,
  withCache: boolean,
): Promise<BuildResult> => {
  const cache = withCache ? standing(options, options.out, io) : undefined
  const earlier = cache && recallBuild<BuildResult>(cache, askedOf(options, 'validate')).result
  if (earlier) return earlier
  const { compileLater, validationResult } = await import('./engine.ts')
  compileLater()
  return validationResult({ ...options, cache })
}
