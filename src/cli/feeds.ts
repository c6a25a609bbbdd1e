import { resolve } from 'node:path'
import { labelsOf, type Targets } from '../diagnostic.ts'
import { readFeedFile } from '../door/feed-file.ts'
import type { ReadPage, Served } from '../feed/index.ts'
import { feedBytes, webRedirects } from '../limits.ts'
import { readyOf } from '../report/index.ts'
import { rulesById } from '../rules.ts'
import { defaultTargets } from '../targets.ts'
import { bytesText } from '../units/amount.ts'
import { canParseUrl } from '../units/can-parse-url.ts'
import { redacted } from '../units/credentials.ts'
import { validateFeed } from '../validate-feed.ts'
import type { WebProblem } from '../web/transport.ts'
import { type Io, UsageError } from './io.ts'
import { isUrl } from './is-feed.ts'
import type { Found } from './print-report.ts'
import { plainFolder } from './shows.ts'
import { name, version } from './version.ts'

export interface FeedOptions {
  readonly now: number
  /** Whom it is made for; a feed does not say. */
  readonly targets: Targets | undefined
  /** Whether one on a home or company network may be fetched. */
  readonly allowPrivate: boolean
  /** Whether it is counted which rules had something to look at. */
  readonly isCounted?: boolean
}

/** Reads and judges one. */
export const foundInFeed = async (
  asked: string,
  { now, targets, allowPrivate, isCounted }: FeedOptions,
  io: Io,
): Promise<Found> => {
  const { file, bytes, served } = await readFeedBytes(asked, allowPrivate, io)
  const { title, episodes, text, diagnostics, counted } = validateFeed({
    file,
    bytes,
    now,
    targets,
    served,
    isCounted,
  })
  const rules = labelsOf(diagnostics, rulesById, targets ?? defaultTargets)
  return {
    report: {
      name: title ?? file,
      folder: file,
      episodes,
      ready: readyOf('feed', diagnostics, rules, targets),
      ...(counted && { counted }),
    },
    diagnostics,
    rules,
    files: [file],
    texts: new Map([[file, text]]),
  }
}

/** A feed as it was fetched, or read. */
export interface FeedBytes {
  /** The name that messages have for it. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly served?: Served
}

export const readFeedBytes = async (asked: string, allowPrivate: boolean, io: Io): Promise<FeedBytes> => {
  if (asked === '-') return { file: 'standard input', bytes: await piped(io) }
  if (isUrl(asked)) return { file: redacted(asked), ...(await fetched(asked, allowPrivate, io)) }
  return { file: plainFolder(asked), bytes: bytesOf(asked, io) }
}

/** Of the other pages of a feed; why one cannot be had is said with the feed. */
export const pageReader =
  (allowPrivate: boolean, io: Io): ReadPage =>
  async url => {
    try {
      return await readFeedBytes(url, allowPrivate, io)
    } catch (error) {
      if (error instanceof UsageError) return { problem: error.message }
      throw error
    }
  }

const piped = async (io: Io): Promise<Uint8Array> => {
  const bytes = await io.stdin(feedBytes)
  if (bytes === undefined)
    throw new UsageError(
      `standard input holds more than ${bytesText(feedBytes)}, the most that is read of a feed`,
    )
  return bytes
}

const bytesOf = (asked: string, io: Io): Uint8Array => {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(asked))
    throw new UsageError(
      `${redacted(asked)} cannot be read: only addresses that begin with http:// or https:// can`,
    )
  const read = readFeedFile(resolve(io.cwd, asked))
  if ('problem' in read) throw new UsageError(`${asked} cannot be read: ${read.problem}`)
  return read.bytes
}

const fetched = async (
  asked: string,
  allowPrivate: boolean,
  { signal }: Io,
): Promise<{ readonly bytes: Uint8Array; readonly served: Served }> => {
  if (!canParseUrl(asked))
    throw new UsageError(`"${asked}" is not a full address; write https://show.example/feed.xml`)
  const { readDocument } = await import('../web/document.ts')
  const answer = await readDocument(asked, { allowPrivate, generator: `${name} ${version}`, signal })
  if (answer.kind === 'document') return { bytes: answer.bytes, served: answer }
  throw new UsageError(`${asked} cannot be read: ${await reasonOf(answer)}`)
}

const reasonOf = async (problem: WebProblem): Promise<string> => {
  switch (problem.kind) {
    case 'refused-address': {
      const { refusedWords } = await import('../web/refused-words.ts')
      return `it leads to ${problem.address}, which ${refusedWords(problem.address, 'to read it')}`
    }
    case 'too-many-redirects':
      return `after ${webRedirects} steps it still leads on, at last from ${problem.host}`
    case 'scheme':
      return `${problem.host} leads on to an address that begins with ${problem.scheme}:`
    default: {
      if (problem.kind === 'unreachable' && problem.why === 'too-large')
        return `${problem.host} sends more than ${bytesText(feedBytes)}`
      if (problem.kind === 'unreachable' && problem.why === 'encoded')
        return `${problem.host} compresses it as "${problem.detail}", which is not known`
      const { unreachableWords } = await import('../web/unreachable-words.ts')
      return `${problem.host} ${unreachableWords(problem).is}`
    }
  }
}
