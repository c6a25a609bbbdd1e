import { resolve } from 'node:path'
import { isFeedPath } from '../door/feed-file.ts'
import type { Io } from './io.ts'

/** A feed that was asked for, not a show folder: a file, `-` for standard input, or a URL. */
export const isFeed = (asked: string, io: Io): boolean =>
  asked === '-' || isUrl(asked) || isFeedPath(resolve(io.cwd, asked))

export const isUrl = (asked: string): boolean => /^https?:\/\//i.test(asked)
