/** Audio that is served elsewhere, measured without downloading it where the server allows that. */

import { webAudioMilliseconds, webRangeBytes, webStreamBytes, webStreamMilliseconds } from '../../limits.ts'
import type { Validator } from '../../model.ts'
import { type Client, type Followed, follow, persist, statusFailure } from '../../web/client.ts'
import { deadlineIn } from '../../web/deadline.ts'
import { answerOf, contentTypeOf, type Head, headOf, lengthOf } from '../../web/head.ts'
import { collect, contentRangeOf, NeedsStream, rangeReader, WINDOW } from '../../web/ranges.ts'
import { spool } from '../../web/spool.ts'
import { unreachable, WebFailure, type WebProblem } from '../../web/transport.ts'
import { validatorOf } from '../../web/validator.ts'
import { type AudioReading, readAudio, readAudioFrom } from '../audio/index.ts'
import { readFile, readSource } from '../bytes.ts'
import { firstFingerprint } from '../fingerprint.ts'

export interface Limits {
  /** Milliseconds for the headers and the ranges, in all. */
  readonly whole: number
  /** Milliseconds for a file that has to be read from beginning to end. */
  readonly stream: number
  /** Bytes that are read by ranges before one stream takes their place. */
  readonly ranges: number
  /** Bytes of a file that has to be read from beginning to end. */
  readonly size: number
}

export const usualLimits: Limits = {
  whole: webAudioMilliseconds,
  stream: webStreamMilliseconds,
  ranges: webRangeBytes,
  size: webStreamBytes,
}

export interface WebAudio {
  readonly kind: 'audio'
  readonly reading: AudioReading
  /** Where it was asked for: the fingerprint of the first method. */
  readonly first?: string
  readonly validator: Validator
  /** What the server calls it, without parameters, in lower case. */
  readonly contentType: string | undefined
  readonly answersHead: boolean
  readonly answersRanges: boolean
  /** The host at the end of a way that led from https to http. */
  readonly downgradedTo: string | undefined
}

/** Whatever the server does: it never rejects. `asked`: the answer to HEAD, where there is one already. */
export const probeWeb = async (
  client: Client,
  url: URL,
  limits: Limits = usualLimits,
  asked?: Head,
  { hasFirst = false, scansAll = false }: Partial<Wishes> = {},
): Promise<WebAudio | WebProblem> => {
  try {
    return await measured(client, url, limits, asked, { hasFirst, scansAll })
  } catch (error) {
    if (error instanceof WebFailure) return error.problem
    throw error
  }
}

const measured = async (
  client: Client,
  url: URL,
  limits: Limits,
  asked: Head | undefined,
  wishes: Wishes,
): Promise<WebAudio> => {
  const deadline = deadlineIn(limits.whole)
  const { signal } = deadline
  try {
    const head = asked ?? (await headOf(client, url, signal))
    const asking: Asking = { client, url, limits, head, signal, ...wishes }
    try {
      return await byRanges(asking)
    } catch (error) {
      if (!(error instanceof NeedsStream)) throw error
      deadline.moveTo(limits.stream)
      return await byStream(asking, error)
    }
  } finally {
    deadline.clear()
  }
}

export interface Wishes {
  /** Whether a fingerprint of the first method is wanted too. */
  readonly hasFirst: boolean
  /** Whether all of a recording is read where a part of it does not say how long it is. */
  readonly scansAll: boolean
}

interface Asking extends Wishes {
  readonly client: Client
  readonly url: URL
  readonly limits: Limits
  readonly head: Head
  readonly signal: AbortSignal
}

const byRanges = async (asking: Asking): Promise<WebAudio> => {
  const { client, url, limits, head, signal } = asking
  const headers = { Range: `bytes=0-${WINDOW - 1}` }
  const opened = await persist(client, async () => {
    const followed = await follow(client, url, { method: 'GET', headers, signal })
    const { answer } = followed
    refuseEncoded(followed)
    const range = contentRangeOf(answer)
    // An empty file has no range that could be asked for.
    if (answer.status === 416 && /^bytes \*\/0$/.test(answer.headers['content-range'] ?? ''))
      return { followed, size: 0, first: new Uint8Array(0) }
    const size = range?.size ?? lengthOf(answerOf(head))
    if (answer.status !== 206 || range === undefined || range.start !== 0 || size === undefined) {
      if (answer.status === 200) throw new NeedsStream(followed)
      answer.discard()
      if (answer.status === 206) throw new NeedsStream()
      throw statusFailure(answer, followed.url)
    }
    const first = await collect(answer, Math.min(range.end, WINDOW, size), followed.url.hostname)
    return { followed, size, first }
  })
  const { followed, size, first } = opened
  const { etag } = followed.answer.headers
  const read = remembering(
    rangeReader(
      { client, url: followed.url, size, etag, signal, limit: limits.ranges },
      { start: 0, bytes: first },
    ),
  )
  // What may be fetched piece by piece leaves room for what is read beside the frames.
  const countable = asking.scansAll ? undefined : (limits.ranges * 3) / 4
  const reading = await readAudioFrom(size, read.bytes, countable)
  // The door to music-metadata takes every failure for one of the file.
  if (read.failure() !== undefined) throw read.failure()
  const mark =
    asking.hasFirst && reading.kind === 'audio'
      ? await readSource(firstFingerprint(reading.facts.payload), read.bytes)
      : undefined
  return told(asking, followed, reading, mark, true)
}

type Read = Parameters<typeof readAudioFrom>[1]

const remembering = (read: Read): { readonly bytes: Read; readonly failure: () => unknown } => {
  const state: { failure?: unknown } = {}
  return {
    bytes: span =>
      read(span).catch(error => {
        state.failure = error
        throw error
      }),
    failure: () => state.failure,
  }
}

const byStream = async (
  asking: Asking,
  { followed: begun, answersRanges }: NeedsStream,
): Promise<WebAudio> => {
  const { client, url, limits, head, signal } = asking
  const answers = begun === undefined ? [] : [begun]
  return persist(client, async () => {
    const followed = answers.pop() ?? (await follow(client, url, { method: 'GET', signal }))
    const { answer } = followed
    const { hostname } = followed.url
    refuseEncoded(followed)
    const length = lengthOf(answer) ?? lengthOf(answerOf(head)) ?? 0
    if (answer.status !== 200 || length > limits.size) {
      answer.discard()
      throw answer.status === 200 ? unreachable('too-large', hostname) : statusFailure(answer, followed.url)
    }
    return spool(answer, hostname, limits.size, async file => {
      const reading = await readAudio(file)
      const mark =
        asking.hasFirst && reading.kind === 'audio'
          ? readFile(firstFingerprint(reading.facts.payload), file)
          : undefined
      return told(asking, followed, reading, mark, answersRanges)
    })
  })
}

const refuseEncoded = ({ answer, url }: Followed): void => {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '' || answer.status >= 300) return
  answer.discard()
  throw unreachable('encoded', url.hostname, encoding)
}

const told = (
  { head }: Asking,
  { answer, downgradedTo }: Followed,
  reading: AudioReading,
  first: string | undefined,
  answersRanges: boolean,
): WebAudio => ({
  kind: 'audio',
  reading,
  ...(first === undefined ? {} : { first }),
  validator: validatorOf(answer),
  contentType: contentTypeOf(answer),
  answersHead: !head.isRefused,
  answersRanges,
  downgradedTo,
})
