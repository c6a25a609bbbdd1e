import { resolve } from 'node:path'
import { openMemo } from '../cache/memo.ts'
import { doorOf } from '../door/index.ts'
import { type MakeOptions, make } from '../make.ts'
import { defaultOut, type Io } from './io.ts'
import type { Moment, ShowFolder } from './shows.ts'
import { standing } from './standing.ts'
import { name, version } from './version.ts'

export interface ComparedOptions extends Pick<MakeOptions, 'allowPrivate' | 'website' | 'onProgress'> {
  readonly moment: Moment
  /** Whether what earlier runs have measured is made use of. */
  readonly withCache: boolean
  /** Whether the feed is asked for, and not only what it would say. Default: yes. */
  readonly isRendered?: boolean
}

/** A show as it would be built; that it was published otherwise is what it is compared for, and no error of it. Nothing is written. */
export const madeToCompare = async (
  show: ShowFolder,
  { moment, withCache, isRendered = true, ...options }: ComparedOptions,
  io: Io,
): ReturnType<typeof make> => {
  const out = resolve(io.cwd, defaultOut)
  const cache = withCache ? standing(show, out, io) : undefined
  const memo = cache && openMemo(cache)
  const made = await make(
    {
      ...show,
      ...moment,
      ...options,
      out,
      cache,
      acceptsAll: true,
      audio: true,
      signal: io.signal,
      generator: `${name} ${version}`,
    },
    { door: doorOf(show.location), memo },
    () => isRendered,
  )
  memo?.keep()
  return made
}
