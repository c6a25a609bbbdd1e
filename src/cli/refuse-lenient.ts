import { UsageError } from './io.ts'

/** How a feed is read is said of the one that is compared with, and there is none. */
export const refuseLenient = (flags: { readonly lenient?: boolean; readonly against?: string }): void => {
  if (flags.lenient && flags.against === undefined)
    throw new UsageError('--lenient says how the feed of --against is read; name one, or leave it out')
}
