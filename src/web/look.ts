/** What a host says of a file, without the file: whether it still is one that is known. */

import type { Validator } from '../model.ts'
import { isSameEtag } from '../units/validator.ts'
import { type Client, type Followed, follow, persist, statusFailure } from './client.ts'
import { contentTypeOf, type Head, headOf, lengthOf } from './head.ts'
import { contentRangeOf } from './ranges.ts'
import type { Answer } from './transport.ts'
import { hasValidator, validatorOf } from './validator.ts'

/** A version of the file, as it was met before. */
export interface Version {
  readonly validator: Validator
  readonly bytes: number
}

export interface Look {
  /** The ETag that was asked about still stands. */
  readonly isNotModified: boolean
  readonly validator: Validator
  readonly bytes: number | undefined
  readonly head: Head
  readonly contentType: string | undefined
  /** Undefined where that was not tried. */
  readonly answersRanges: boolean | undefined
  readonly downgradedTo: string | undefined
  /** The page that may read it by script: https://fetch.spec.whatwg.org/#http-access-control-allow-origin */
  readonly allowsOrigin: string | undefined
}

export interface Looking {
  readonly client: Client
  readonly url: URL
  readonly signal: AbortSignal
  /**
   * Asked for in `If-None-Match`. A date is never asked about: hosts answer 304 to `If-Modified-Since` when the file was
   * replaced by an older one, too.
   */
  readonly etag: string | undefined
  /** Whether it is asked for a range in any case. */
  readonly triesRange: boolean
  /** The page that it is asked for, as a browser says. */
  readonly origin?: string
}

/** One HEAD; where that tells nothing, a GET of one byte. Rejects with a `WebFailure`. */
export const lookAt = async ({ client, url, signal, etag, triesRange, origin }: Looking): Promise<Look> => {
  const condition = {
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
    ...(origin === undefined ? {} : { Origin: origin }),
  }
  const head = await headOf(client, url, signal, condition)
  if (head.followed !== undefined && !triesRange && tells(head.followed.answer, etag))
    return lookOf(head, head.followed)
  const headers = { Range: 'bytes=0-0', ...condition }
  const followed = await persist(client, async () => {
    const got = await follow(client, url, { method: 'GET', headers, signal })
    got.answer.discard()
    if (!ANSWERS.includes(got.answer.status)) throw statusFailure(got.answer, got.url)
    return got
  })
  const { status } = followed.answer
  return { ...lookOf(head, followed), answersRanges: status === 304 ? undefined : status !== 200 }
}

/** 416: an empty file has no first byte. */
const ANSWERS: readonly number[] = [200, 206, 304, 416]

/** Some hosts name the ETag to GET only. */
const tells = (answer: Answer, etag: string | undefined): boolean => {
  if (answer.status !== 200) return answer.status === 304
  const validator = validatorOf(answer)
  return etag === undefined ? hasValidator(validator) : validator.etag !== undefined
}

const lookOf = (head: Head, { answer, downgradedTo }: Followed): Look => ({
  isNotModified: answer.status === 304,
  validator: validatorOf(answer),
  bytes: bytesOf(answer),
  head,
  contentType: contentTypeOf(answer),
  answersRanges: undefined,
  downgradedTo,
  allowsOrigin: answer.headers['access-control-allow-origin'],
})

/** The length in a 304 is not to be believed: https://www.rfc-editor.org/rfc/rfc9110#section-8.6, and some say 0. */
const bytesOf = (answer: Answer): number | undefined => {
  if (answer.status === 206) return contentRangeOf(answer)?.size
  return answer.status === 200 ? lengthOf(answer) : undefined
}

/** `asked`: the ETag that the host was asked about. */
export const isVersion = (look: Look, { validator, bytes }: Version, asked: string | undefined): boolean => {
  const { etag, lastModified } = validator
  const now = look.validator
  if (look.isNotModified)
    return etag !== undefined && etag === asked && (now.etag === undefined || isSameEtag(now.etag, etag))
  if (look.bytes !== undefined && look.bytes !== bytes) return false
  if (etag === undefined)
    return look.bytes !== undefined && lastModified !== undefined && now.lastModified === lastModified
  // Only a strong one is the same for the same bytes alone.
  const isEnough = look.bytes !== undefined || !`${etag}${now.etag}`.includes('W/')
  return isEnough && isSameEtag(now.etag, etag)
}
