/** Who can be told that a feed has changed. */

import { webFormMilliseconds, webReplyBytes } from '../../limits.ts'
import { type Client, follow, persist, statusFailure } from '../../web/client.ts'
import { deadlineIn } from '../../web/deadline.ts'
import { PASSING } from '../../web/passing.ts'
import type { Answer } from '../../web/transport.ts'
import type { BuiltFeed } from '../built-feed.ts'

export interface Message {
  readonly feed: BuiltFeed
  readonly feedUrl: string
  /** Seconds since 1970, for signatures. */
  readonly seconds: number
  /** Keys and tokens by their environment variables. */
  readonly secrets: Readonly<Record<string, string | undefined>>
  readonly client: Client
}

export type Reply =
  | { readonly kind: 'told'; readonly note?: string }
  /** In words, without a secret. */
  | { readonly kind: 'refused'; readonly why: string }

/** Somebody to tell. */
export interface Notice {
  /** As a person and the file of what was told know it. */
  readonly to: string
  /** Where a service is asked that serves everybody. A hub has none: the feed names it, so it may well be one of the feed's own network. */
  readonly at?: string
  /** Rejects with a `WebFailure` where nobody answers. */
  readonly tell: () => Promise<Reply>
}

export type Service = (message: Message) => readonly (Notice | Unasked)[]

/** One that could be told, and what for is missing. */
export interface Unasked {
  readonly to: string
  /** As in `Notice`. */
  readonly at?: string
  /** Names of environment variables. */
  readonly needs: readonly string[]
}

export interface Said {
  readonly status: number
  /** The beginning of it. */
  readonly text: string
}

/** A GET whose answer is a sentence. What may pass is tried three times; a repeated notice does no harm. */
export const ask = (
  client: Client,
  url: URL,
  headers: Readonly<Record<string, string>> = {},
): Promise<Said> =>
  persist(client, async () => {
    const deadline = deadlineIn(webFormMilliseconds)
    try {
      const { answer, url: end } = await follow(client, url, {
        method: 'GET',
        headers,
        signal: deadline.signal,
      })
      if (PASSING.includes(answer.status)) {
        answer.discard()
        throw statusFailure(answer, end)
      }
      return { status: answer.status, text: await beginningOf(answer) }
    } finally {
      deadline.clear()
    }
  })

const beginningOf = async ({ body }: Answer): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= webReplyBytes) break
  }
  return Buffer.concat(chunks).subarray(0, webReplyBytes).toString('utf8')
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** `answered 403: "no such feed"`. What a server says may be a page; one line of it is enough. */
export const refusal = ({ status, text }: Said): Reply => {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)
  return { kind: 'refused', why: `answered ${status}${words === '' ? '' : `: "${words}"`}` }
}
