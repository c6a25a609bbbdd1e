import { statSync } from 'node:fs'
import { openNamed } from './named.ts'
import { readWhole } from './read.ts'
import { Refused, reasonOf } from './refused.ts'

/** Bytes. Far more than the characters that are read of a feed. */
const most = 256 * 1024 * 1024

/** A regular file of up to 256 MiB, whole; or in words why not. Never throws. */
export const readFeedFile = (path: string): { readonly bytes: Uint8Array } | { readonly problem: string } => {
  try {
    const file = openNamed(path)
    try {
      return { bytes: readWhole(file, most) }
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof Refused && error.kind === 'too-large')
      return { problem: 'it is larger than 256 MiB' }
    const { code } = error as NodeJS.ErrnoException
    return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : reasonOf(error) }
  }
}

/** A path that names a feed and no show folder: a file, or what is called like one. */
export const isFeedPath = (path: string): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? /\.(?:xml|rss)$/i.test(path) : !stat.isDirectory()
}
