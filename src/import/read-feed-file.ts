import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'

/** Bytes. Far more than the characters that are read of a feed. */
const MOST = 256 * 1024 * 1024

export type FeedFile =
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'missing' | 'folder' | 'unreadable' | 'too-large'; readonly detail: string }

/** A regular file of up to 256 MiB, whole. Never throws. */
export const readFeedFile = (path: string): FeedFile => {
  try {
    const fd = openSync(path, 'r')
    try {
      const stat = fstatSync(fd)
      if (stat.isDirectory()) return { problem: 'folder', detail: 'it is a folder' }
      if (!stat.isFile()) return { problem: 'unreadable', detail: 'it is no regular file' }
      if (stat.size > MOST) return { problem: 'too-large', detail: 'it is larger than 256 MiB' }
      return { bytes: readFileSync(fd) }
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { problem: 'missing', detail: 'there is no such file' }
      : { problem: 'unreadable', detail: code === 'EACCES' ? 'it may not be read' : message }
  }
}

/** A path that names a feed and no show folder: a file, or what is called like one. */
export const isFeedPath = (path: string): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? /\.(?:xml|rss)$/i.test(path) : !stat.isDirectory()
}
