/** A file on a server, read piece by piece. */

import { webPieces } from '../limits.ts'
import type { Span } from '../units/span.ts'
import { isSameEtag } from '../units/validator.ts'
import { type Client, type Followed, follow, persist, statusFailure } from './client.ts'
import { type Answer, unreachable } from './transport.ts'

/** The server has stopped to answer ranges, or so much is wanted that one long answer is cheaper than many short ones. */
export class NeedsStream extends Error {
  override readonly name = 'NeedsStream'
  /** An answer with the whole file, when it has come already. */
  readonly followed: Followed | undefined
  /** Whether the host answers ranges all the same. */
  readonly answersRanges: boolean

  constructor(followed?: Followed, answersRanges = false) {
    super('needs a stream')
    this.followed = followed
    this.answersRanges = answersRanges
  }
}

export interface Part {
  /** Where it stands in the file, in bytes. */
  readonly start: number
  readonly bytes: Uint8Array
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.content-range */
export interface ContentRange {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Undefined for `*`. */
  readonly size: number | undefined
}

export const contentRangeOf = ({ headers }: Answer): ContentRange | undefined => {
  const [, first, last, size] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(headers['content-range']?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || Number(last) < Number(first)) return undefined
  return {
    start: Number(first),
    end: Number(last) + 1,
    size: size === '*' ? undefined : Number(size),
  }
}

/** Asked for at least; twice as much as before when reading goes on where it stopped. */
export const WINDOW = 64 * 1024
const MAX_WINDOW = 2 * 1024 * 1024

export interface RangeSource {
  readonly client: Client
  readonly url: URL
  readonly size: number
  readonly etag: string | undefined
  readonly signal: AbortSignal
  /** Bytes that are fetched in all before one stream is the better way. */
  readonly limit: number
}

/** Answers the spans of a reading. Everything that was fetched is kept: the limit bounds it. */
export const rangeReader = (source: RangeSource, first: Part): ((span: Span) => Promise<Uint8Array>) => {
  const parts: Part[] = [first]
  let fetched = first.bytes.length
  return async ({ offset, length }) => {
    const end = Math.min(offset + length, source.size)
    if (offset >= end) return new Uint8Array(0)
    const known = parts.find(part => part.start <= offset && end <= part.start + part.bytes.length)
    if (known !== undefined) return known.bytes.subarray(offset - known.start, end - known.start)
    // A scan may step over the rest of a frame.
    const before = parts.findLast(
      part => part.start <= offset && offset <= part.start + part.bytes.length + WINDOW,
    )
    const window = Math.max(WINDOW, Math.min(2 * (before?.bytes.length ?? 0), MAX_WINDOW))
    // At the end stand several tags, which are read backwards.
    const from = Math.min(offset, Math.max(0, source.size - WINDOW))
    const to = Math.min(source.size, Math.max(end, from + window))
    fetched += to - from
    if (fetched > source.limit) throw new NeedsStream(undefined, true)
    const part = { start: from, bytes: await fetchRange(source, from, to) }
    parts.push(part)
    return part.bytes.subarray(offset - from, end - from)
  }
}

const fetchRange = async (source: RangeSource, start: number, end: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(end - start)
  let at = start
  for (let i = 0; at < end; i++) {
    if (i === webPieces) throw new NeedsStream()
    const from = at
    const piece = await persist(source.client, () => fetchPiece(source, from, end))
    bytes.set(piece, at - start)
    at += piece.length
  }
  return bytes
}

const fetchPiece = async (source: RangeSource, start: number, end: number): Promise<Uint8Array> => {
  const { client, url, signal, size, etag } = source
  const headers = { Range: `bytes=${start}-${end - 1}` }
  const { answer } = await follow(client, url, { method: 'GET', headers, signal })
  const range = contentRangeOf(answer)
  if (answer.status !== 206 || range === undefined || range.start !== start) {
    answer.discard()
    if (answer.status === 200 || answer.status === 206) throw new NeedsStream()
    throw statusFailure(answer, url)
  }
  if ((range.size ?? size) !== size || !isSameEtag(answer.headers.etag, etag)) {
    answer.discard()
    throw unreachable('changed', url.hostname)
  }
  return collect(answer, Math.min(range.end, end) - start, url.hostname)
}

/** Exactly so many bytes of a body; what comes after them is not read. */
export const collect = async (answer: Answer, length: number, host: string): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length)
  let at = 0
  for await (const chunk of answer.body) {
    bytes.set(chunk.subarray(0, length - at), at)
    at = Math.min(length, at + chunk.length)
    // Not before the end of a body that is as long as it said: then the connection can be used again.
    if (at === length && Number(answer.headers['content-length']) !== length) break
  }
  if (at < length) throw unreachable('reset', host)
  return bytes
}
