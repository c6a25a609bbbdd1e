import { resolve } from 'node:path'
import type { Party } from '../diagnostic.ts'
import { isFeedPath, readFeedFile } from '../import/read-feed-file.ts'
import { readyOf } from '../report/index.ts'
import { rulesById } from '../rules.ts'
import { validateFeed } from '../validate-feed.ts'
import { type Io, UsageError } from './io.ts'
import type { Found } from './print-report.ts'
import { plainFolder } from './shows.ts'

/** A feed that was asked for, not a show folder: a file, `-` for standard input, or a URL. */
export const isFeed = (asked: string, io: Io): boolean =>
  asked === '-' || isUrl(asked) || isFeedPath(resolve(io.cwd, asked))

const isUrl = (asked: string): boolean => /^https?:\/\//i.test(asked)

/** Reads and judges one. */
export const foundInFeed = async (
  asked: string,
  { now, parties }: { readonly now: number; readonly parties: readonly Party[] | undefined },
  io: Io,
): Promise<Found> => {
  const file = asked === '-' ? 'standard input' : plainFolder(asked)
  const bytes = asked === '-' ? await io.stdin() : bytesOf(asked, io)
  const { title, episodes, text, diagnostics } = validateFeed({ file, bytes, now, parties })
  return {
    report: {
      name: title ?? file,
      folder: file,
      episodes,
      ready: readyOf('feed', diagnostics, rulesById, parties),
    },
    diagnostics,
    files: [file],
    texts: new Map([[file, text]]),
  }
}

const bytesOf = (asked: string, io: Io): Uint8Array => {
  if (isUrl(asked))
    throw new UsageError(
      `validate reads files; save the feed first, such as with \`curl -o feed.xml ${asked}\`, and validate feed.xml`,
    )
  const read = readFeedFile(resolve(io.cwd, asked))
  if ('problem' in read) throw new UsageError(`${asked} cannot be read: ${read.detail}`)
  return read.bytes
}
