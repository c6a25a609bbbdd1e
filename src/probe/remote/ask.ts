/** One address, asked about with what is known of it: as little is fetched as that leaves open. */

import type { Client } from '../../web/client.ts'
import { deadlineIn } from '../../web/deadline.ts'
import { isVersion, type Look, lookAt, type Version } from '../../web/look.ts'
import { WebFailure, type WebProblem } from '../../web/transport.ts'
import { hasValidator } from '../../web/validator.ts'
import { type Limits, probeWeb, usualLimits, type WebAudio, type Wishes } from './measure.ts'
import { isNamedAs } from './named-as.ts'

export interface Query extends Partial<Wishes> {
  readonly url: string
  /** What the lock has: it is asked whether that is still so. */
  readonly locked?: Version | undefined
  /** What an earlier run was answered. */
  readonly remembered?: WebAudio | undefined
  /** For the next run. */
  readonly remember?: (audio: WebAudio) => void
}

/** The file is the one that the lock knows. */
export interface Unchanged {
  readonly kind: 'unchanged'
}

export type WebAnswer = WebAudio | WebProblem | Unchanged

/** Whatever the server does: it never rejects. */
export const ask = async (client: Client, query: Query, limits: Limits = usualLimits): Promise<WebAnswer> => {
  const url = new URL(query.url)
  try {
    const { look, answer } = await confirmed(client, url, query, limits)
    if (answer !== undefined) return answer
    const found = await probeWeb(client, url, limits, look?.head, query)
    if (found.kind === 'audio' && found.reading.kind === 'audio' && hasValidator(found.validator))
      query.remember?.(found)
    return found
  } catch (error) {
    if (error instanceof WebFailure) return error.problem
    throw error
  }
}

const confirmed = async (
  client: Client,
  url: URL,
  query: Query,
  limits: Limits,
): Promise<{ readonly look?: Look; readonly answer?: WebAnswer }> => {
  const locked = query.locked && hasValidator(query.locked.validator) ? query.locked : undefined
  const isEnough =
    (!query.hasFirst || query.remembered?.first !== undefined) &&
    !(query.scansAll && query.remembered && isEstimated(query.remembered))
  const remembered = query.remembered && isEnough ? recallable(query.remembered) : undefined
  if (locked === undefined && remembered === undefined) return {}
  // What was wrong with the host may have been put right: all of it is asked for again.
  const isAtFault = locked === undefined && remembered !== undefined && !isFaultless(remembered.audio)
  const etag = isAtFault ? undefined : (locked ?? remembered?.version)?.validator.etag
  const deadline = deadlineIn(limits.whole)
  try {
    const look = await lookAt({ client, url, signal: deadline.signal, etag, triesRange: isAtFault })
    if (locked !== undefined && isVersion(look, locked, etag)) return { answer: { kind: 'unchanged' } }
    const isRecalled =
      remembered !== undefined &&
      (locked === undefined || isFaultless(remembered.audio)) &&
      isVersion(look, remembered.version, etag)
    if (!isRecalled) return { look }
    const answer = renewed(remembered.audio, look)
    if (isAtFault && isFaultless(answer)) query.remember?.(answer)
    return { answer }
  } finally {
    deadline.clear()
  }
}

/** Whether its length is reckoned from a part of it. */
const isEstimated = ({ reading }: WebAudio): boolean =>
  reading.kind === 'audio' && reading.facts.method === 'estimate'

interface Recallable {
  readonly audio: WebAudio
  readonly version: Version
}

const recallable = (audio: WebAudio): Recallable | undefined =>
  audio.reading.kind === 'audio'
    ? { audio, version: { validator: audio.validator, bytes: audio.reading.facts.bytes } }
    : undefined

const isFaultless = ({ reading, answersHead, answersRanges, downgradedTo, contentType }: WebAudio): boolean =>
  answersHead &&
  answersRanges &&
  downgradedTo === undefined &&
  reading.kind === 'audio' &&
  isNamedAs(contentType, reading.facts)

/**
 * The file is what it was; how the host serves it is what it is today. But for ranges: HEAD does not tell that a host has
 * stopped to answer them, and to ask for one each time would double the requests for the sake of a remark about the host.
 */
const renewed = (audio: WebAudio, look: Look): WebAudio => ({
  ...audio,
  contentType: look.isNotModified ? (look.contentType ?? audio.contentType) : look.contentType,
  answersHead: !look.head.isRefused,
  answersRanges: look.answersRanges ?? audio.answersRanges,
  downgradedTo: look.downgradedTo,
})
