/** Whether what is live is what was built, byte for byte, as a subscriber's app gets it. */

import { readFeed } from '../feed/index.ts'
import { webAnswerMilliseconds, webLookAgainMilliseconds } from '../limits.ts'
import type { Instant, Validator } from '../model.ts'
import { follow } from '../web/client.ts'
import { deadlineIn } from '../web/deadline.ts'
import { fetchDocument, usualDocument, type WebDocument } from '../web/document.ts'
import { openClient } from '../web/open.ts'
import type { WebOptions } from '../web/options.ts'
import { WebFailure, type WebProblem } from '../web/transport.ts'
import { hasValidator } from '../web/validator.ts'
import { type BuiltFeed, episodesOf } from './built-feed.ts'

/** What a look at the live feed found. */
export type Live =
  | {
      readonly kind: 'same'
      /** Where it was in the end, after redirects. */
      readonly url: string
      readonly contentType: string | undefined
      /** Whether the way led from https to http. */
      readonly isDowngraded: boolean
      /** Whether a reader that has it already is told so with 304; undefined where the host names no version. */
      readonly knowsUnchanged: boolean | undefined
    }
  | { readonly kind: 'different'; readonly url: string; readonly how: Difference }
  | { readonly kind: 'unreadable'; readonly problem: WebProblem }

export type Difference =
  /** Nothing that can be read as a feed: a page, half a file. */
  | { readonly kind: 'no-feed'; readonly bytes: number }
  /** Titles of the episodes that were built and are not there. */
  | { readonly kind: 'lacks'; readonly titles: readonly string[]; readonly of: number }
  /** Titles of the episodes that are there and were not built. */
  | { readonly kind: 'has-more'; readonly titles: readonly string[] }
  /** The same episodes, in other words. */
  | { readonly kind: 'words' }
  /** The same to who asks for it plain, and something else when it is compressed: a cache that was not renewed. */
  | { readonly kind: 'compressed' }

export interface Looked {
  readonly live: Live
  /** How many times it was asked for. */
  readonly looks: number
}

/**
 * Looks until it is the same, or `wait` milliseconds are over. A deployment is seldom there at once, and so nothing that was found
 * on the way counts but the last. Rejects only when it is stopped.
 */
export const lookAtFeed = async (
  feed: BuiltFeed & { readonly feedUrl: string },
  {
    wait,
    elapsed,
    now,
    ...web
  }: WebOptions & {
    readonly wait: number
    /** Milliseconds since the first look. A host that stalls takes a minute for each, and that is waiting too. */
    readonly elapsed: () => number
    readonly now: Instant
  },
): Promise<Looked> => {
  const patience = openClient(web)
  try {
    let slept = 0
    let pause = 2000
    for (let looks = 1; ; looks++) {
      const live = await look(feed, now, web)
      const left = wait - Math.max(slept, elapsed())
      if (live.kind === 'same' || left <= 0 || !mayPass(live)) return { live, looks }
      const next = Math.min(pause, left)
      await patience.client.sleep(next)
      slept += next
      pause = Math.min(pause * 2, webLookAgainMilliseconds)
    }
  } finally {
    patience.close()
  }
}

/** What no deployment mends: there is nothing to wait for. */
const mayPass = (live: Live): boolean =>
  live.kind !== 'unreadable' ||
  !['refused-address', 'scheme', 'too-many-redirects'].includes(live.problem.kind)

/** Each look has a client of its own: another one would remember that the host was silent a moment ago. */
const look = async (
  feed: BuiltFeed & { readonly feedUrl: string },
  now: Instant,
  web: WebOptions,
): Promise<Live> => {
  const { client, close } = openClient(web)
  const url = new URL(feed.feedUrl)
  try {
    const plain = await fetchDocument(client, url)
    if (plain.kind !== 'document') return { kind: 'unreadable', problem: plain }
    if (!isSame(plain.bytes, feed.bytes))
      return { kind: 'different', url: plain.url, how: differenceOf(plain.bytes, feed, now) }
    const compressed = await fetchDocument(client, url, usualDocument, { 'Accept-Encoding': 'gzip' })
    if (compressed.kind !== 'document') return { kind: 'unreadable', problem: compressed }
    if (!isSame(compressed.bytes, feed.bytes))
      return { kind: 'different', url: compressed.url, how: { kind: 'compressed' } }
    return {
      kind: 'same',
      url: plain.url,
      contentType: plain.contentType,
      isDowngraded: plain.isDowngraded,
      knowsUnchanged: await knowsUnchanged(client, url, plain),
    }
  } finally {
    close()
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

const differenceOf = (bytes: Uint8Array, built: BuiltFeed, now: Instant): Difference => {
  const live = readFeed(bytes, 'live', now)
  if (live.channel === undefined || !live.isWhole) return { kind: 'no-feed', bytes: bytes.length }
  const there = episodesOf(live)
  const lacking = [...built.episodes].filter(([guid]) => !there.has(guid))
  if (lacking.length > 0)
    return { kind: 'lacks', titles: lacking.map(([, title]) => title), of: built.episodes.size }
  const more = [...there].filter(([guid]) => !built.episodes.has(guid))
  return more.length > 0 ? { kind: 'has-more', titles: more.map(([, title]) => title) } : { kind: 'words' }
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13: readers ask every few minutes, and a host that sends it all each time is a slow one. */
const knowsUnchanged = async (
  client: Parameters<typeof follow>[0],
  url: URL,
  { validator }: WebDocument,
): Promise<boolean | undefined> => {
  if (!hasValidator(validator)) return undefined
  const deadline = deadlineIn(webAnswerMilliseconds)
  try {
    const { answer } = await follow(client, url, {
      method: 'GET',
      headers: conditionOf(validator),
      signal: deadline.signal,
    })
    answer.discard()
    return answer.status === 304
  } catch (error) {
    if (error instanceof WebFailure) return false
    throw error
  } finally {
    deadline.clear()
  }
}

const conditionOf = ({ etag, lastModified }: Validator): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'If-None-Match': etag }),
  ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
})
