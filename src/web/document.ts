/** A document from the web, whole: a feed that is live. */

import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { feedBytes, webFeedMilliseconds } from '../limits.ts'
import type { Validator } from '../model.ts'
import { type Client, follow, persist, statusFailure } from './client.ts'
import { deadlineIn } from './deadline.ts'
import { openClient } from './open.ts'
import type { WebOptions } from './options.ts'
import { type Answer, unreachable, WebFailure, type WebProblem } from './transport.ts'
import { validatorOf } from './validator.ts'

export interface WebDocument {
  readonly kind: 'document'
  /** Where it was found in the end, after redirects. */
  readonly url: string
  /** As the server calls it; undefined where it does not say. */
  readonly contentType: string | undefined
  /** Without the compression that some hosts use unasked. */
  readonly bytes: Uint8Array
  /** How the server tells this version from others. */
  readonly validator: Validator
  /** The way led from https to http. */
  readonly isDowngraded: boolean
}

export interface DocumentLimits {
  /** Milliseconds, for all of it. */
  readonly within: number
  /** Bytes, before and after decompression. */
  readonly size: number
}

export const usualDocument: DocumentLimits = { within: webFeedMilliseconds, size: feedBytes }

/** With a client of its own. Loaded when there is something to ask for. */
export const readDocument = async (url: string, options: WebOptions): Promise<WebDocument | WebProblem> => {
  const { client, close } = openClient(options)
  try {
    return await fetchDocument(client, new URL(url))
  } finally {
    close()
  }
}

/** Whatever the server does: it never rejects. */
export const fetchDocument = async (
  client: Client,
  url: URL,
  { within, size }: DocumentLimits = usualDocument,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebDocument | WebProblem> => {
  const deadline = deadlineIn(within)
  const { signal } = deadline
  try {
    return await persist(client, async () => {
      const { answer, url: end, isDowngraded } = await follow(client, url, { method: 'GET', headers, signal })
      if (answer.status !== 200) {
        answer.discard()
        throw statusFailure(answer, end)
      }
      const bytes = plain(answer, await whole(answer, size, end.hostname), size, end.hostname)
      const contentType = answer.headers['content-type']
      return {
        kind: 'document',
        bytes,
        url: end.href,
        contentType,
        validator: validatorOf(answer),
        isDowngraded,
      }
    })
  } catch (error) {
    if (error instanceof WebFailure) return error.problem
    throw error
  } finally {
    deadline.clear()
  }
}

const whole = async (answer: Answer, limit: number, host: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > limit) throw unreachable('too-large', host)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** What comes out may be a thousand times as long: the limit holds for that too. */
const plain = ({ headers }: Answer, bytes: Uint8Array, limit: number, host: string): Uint8Array => {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity' || encoding === '') return bytes
  const decode = DECODERS[encoding]
  if (decode === undefined) throw unreachable('encoded', host, encoding)
  try {
    return decode(bytes, { maxOutputLength: limit })
  } catch (error) {
    const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw unreachable(isTooLong ? 'too-large' : 'protocol', host)
  }
}

/** A file that was packed with gzip; undefined when it is damaged, or longer than `limit` bytes. */
export const unpacked = (bytes: Uint8Array, limit: number): Uint8Array | undefined => {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch {
    return undefined
  }
}

const DECODERS: Readonly<Record<string, typeof gunzipSync | typeof brotliDecompressSync>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}
