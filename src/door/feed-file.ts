import { feedBytes } from '../limits.ts'
import { bytesText } from '../units/amount.ts'
import { openNamed, statOf } from './named.ts'
import { readWhole } from './read.ts'
import { Refused, reasonOf } from './refused.ts'
import { strayLinkTo, strayWords } from './stray-link.ts'

/** A regular file, whole; or in words why not. Never throws. */
export const readFeedFile = (path: string): { readonly bytes: Uint8Array } | { readonly problem: string } => {
  const stray = strayLinkTo(path)
  if (stray !== undefined) return { problem: strayWords(stray) }
  try {
    const file = openNamed(path)
    try {
      return { bytes: readWhole(file, feedBytes) }
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof Refused && error.kind === 'too-large')
      return { problem: `it has more than ${bytesText(feedBytes)}, the most that is read of a feed` }
    const { code } = error as NodeJS.ErrnoException
    return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : reasonOf(error) }
  }
}

/** A path that names a feed and no show folder: a file, or what is called like one. */
export const isFeedPath = (path: string): boolean => {
  const stat = statOf(path)
  return stat === undefined ? /\.(?:xml|rss)$/i.test(path) : !stat.isDirectory()
}
