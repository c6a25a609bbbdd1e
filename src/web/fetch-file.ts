/** A file from the web, kept: with what came before it broke off, and only when it is as long as its host says. */

import { webFileBytes, webFileMilliseconds, webFileSilenceMilliseconds } from '../limits.ts'
import { isStrongEtag } from '../units/validator.ts'
import { type Client, follow, persist, statusFailure } from './client.ts'
import { deadlineIn } from './deadline.ts'
import { contentTypeOf, lengthOf } from './head.ts'
import { contentRangeOf } from './ranges.ts'
import { type Answer, unreachable, WebFailure, type WebProblem } from './transport.ts'
import { validatorOf } from './validator.ts'

/** Where it is kept until it is whole. What it throws is let through. */
export interface Kept {
  readonly size: () => number
  /** What was noted of the bytes that are there. */
  readonly note: () => string | undefined
  readonly restart: (note: string) => void
  readonly append: (bytes: Uint8Array) => void
}

export interface FetchedFile {
  readonly kind: 'file'
  readonly bytes: number
  /** As the host calls it, in small letters and without parameters. */
  readonly contentType: string | undefined
  /** Bytes that were there before. */
  readonly resumedAt: number
}

export type FileProblem =
  | WebProblem
  /** The way leads from https to http. */
  | { readonly kind: 'downgraded'; readonly host: string }
  /** A web page where a file was expected, such as one on which somebody has to log in. */
  | { readonly kind: 'web-page'; readonly host: string }
  | {
      readonly kind: 'wrong-length'
      readonly host: string
      readonly bytes: number
      readonly expected: number
    }

export interface Fetching {
  readonly client: Client
  readonly url: URL
  readonly kept: Kept
  /** Whether it may be a web page. */
  readonly isText: boolean
  /** Told how many bytes are there, and of how many, where that is known. */
  readonly onBytes: (bytes: number, of: number | undefined) => void
}

/** Whatever the host does: it rejects only as `kept` does, or when it is stopped. */
export const fetchFile = async (fetching: Fetching): Promise<FetchedFile | FileProblem> => {
  try {
    return await persist(fetching.client, () => attempt(fetching))
  } catch (error) {
    if (error instanceof WebFailure) return error.problem
    throw error
  }
}

interface Note {
  readonly url: string
  /** For `If-Range`. */
  readonly version: string
  /** Bytes in all. */
  readonly size: number
}

const attempt = async (fetching: Fetching): Promise<FetchedFile | FileProblem> => {
  const { client, url, kept } = fetching
  const whole = deadlineIn(webFileMilliseconds)
  const silence = deadlineIn(webFileSilenceMilliseconds)
  const signal = AbortSignal.any([whole.signal, silence.signal])
  try {
    const there = readNote(kept.note())
    if (there?.url === url.href && there.size > 0 && there.size === kept.size())
      return { kind: 'file', bytes: there.size, contentType: undefined, resumedAt: there.size }
    const before = resumable(kept, url)
    const headers: Record<string, string> =
      before === undefined ? {} : { Range: `bytes=${kept.size()}-`, 'If-Range': before.version }
    const { answer, url: end, isDowngraded } = await follow(client, url, { method: 'GET', headers, signal })
    const problem = isDowngraded
      ? ({ kind: 'downgraded', host: end.hostname } as const)
      : refusalOf(answer, end, fetching.isText)
    if (problem !== undefined) {
      answer.discard()
      return problem
    }
    const resumedAt = before !== undefined && isRest(answer, kept.size(), before.size) ? kept.size() : 0
    if (answer.status === 416 && before !== undefined) {
      answer.discard()
      // It is shorter than what is there: another file.
      kept.restart('')
      throw unreachable('reset', end.hostname)
    }
    if (answer.status !== 200 && resumedAt === 0) {
      answer.discard()
      throw statusFailure(answer, end)
    }
    const size = resumedAt > 0 ? before!.size : lengthOf(answer)
    if ((size ?? 0) > webFileBytes) {
      answer.discard()
      throw unreachable('too-large', end.hostname)
    }
    if (resumedAt === 0) kept.restart(noteOf(answer, url, size))
    for await (const chunk of answer.body) {
      silence.moveTo(webFileSilenceMilliseconds)
      if (kept.size() + chunk.length > webFileBytes) throw unreachable('too-large', end.hostname)
      kept.append(chunk)
      fetching.onBytes(kept.size(), size)
    }
    const bytes = kept.size()
    if (size !== undefined && bytes < size) throw unreachable('reset', end.hostname)
    if (size !== undefined && bytes > size) {
      kept.restart('')
      return { kind: 'wrong-length', host: end.hostname, bytes, expected: size }
    }
    return { kind: 'file', bytes, contentType: mediaTypeOf(answer), resumedAt }
  } finally {
    whole.clear()
    silence.clear()
  }
}

/** What is there can be gone on with: it is a part of a version that the host can tell from others. */
const resumable = (kept: Kept, url: URL): Note | undefined => {
  const note = readNote(kept.note())
  if (note === undefined || note.url !== url.href || note.version === '') return undefined
  const size = kept.size()
  return size > 0 && size < note.size ? note : undefined
}

const readNote = (text: string | undefined): Note | undefined => {
  try {
    const note: unknown = JSON.parse(text ?? '')
    if (typeof note !== 'object' || note === null) return undefined
    const { url, version, size } = note as Record<string, unknown>
    return typeof url === 'string' && typeof version === 'string' && Number.isSafeInteger(size)
      ? // It is sent to a host: a line break in it would be a header of its own.
        { url, version: version.replace(/[^\x20-\x7e]/g, ''), size: size as number }
      : undefined
  } catch {
    return undefined
  }
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1.5: only what is sure to be the same byte for byte. */
const noteOf = (answer: Answer, url: URL, size: number | undefined): string => {
  const { etag, lastModified } = validatorOf(answer)
  const version =
    etag !== undefined && isStrongEtag(etag) ? etag : etag === undefined ? lastModified : undefined
  return JSON.stringify({ url: url.href, version: version ?? '', size: size ?? 0 })
}

const isRest = (answer: Answer, from: number, size: number): boolean => {
  const range = answer.status === 206 ? contentRangeOf(answer) : undefined
  return range !== undefined && range.start === from && (range.size ?? size) === size && range.end === size
}

const mediaTypeOf = (answer: Answer): string | undefined =>
  contentTypeOf(answer)?.replace(/;.*$/, '').trim().toLowerCase()

const refusalOf = (answer: Answer, { hostname }: URL, isText: boolean): FileProblem | undefined => {
  if (answer.status !== 200 && answer.status !== 206) return undefined
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== '')
    return { kind: 'unreachable', why: 'encoded', host: hostname, detail: encoding }
  return !isText && mediaTypeOf(answer) === 'text/html' ? { kind: 'web-page', host: hostname } : undefined
}
