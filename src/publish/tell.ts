/** Tells everybody who is to know, once for the same bytes. */

import { reachOfUrl } from '../units/host.ts'
import { openClient } from '../web/open.ts'
import type { WebOptions } from '../web/options.ts'
import { WebFailure, type WebProblem } from '../web/transport.ts'
import { services } from './services/index.ts'
import type { Message } from './services/service.ts'

export type Told =
  | { readonly to: string; readonly kind: 'told' | 'told-before' | 'would-tell' }
  | { readonly to: string; readonly kind: 'refused'; readonly why: string }
  | { readonly to: string; readonly kind: 'unreachable'; readonly problem: WebProblem }
  | { readonly to: string; readonly kind: 'unasked'; readonly needs: readonly string[] }
  /** It serves everybody, and only this machine or its network can reach the feed. */
  | { readonly to: string; readonly kind: 'out-of-reach'; readonly feedUrl: string }

export interface Telling extends Omit<Message, 'client'> {
  /** Says what would be told, and tells nobody. */
  readonly dryRun: boolean
  /** Who knows of these very bytes already. */
  readonly knows: (to: string) => boolean
  /** Kept at once: a run that is killed tells nobody twice but who was being told. */
  readonly keep: (to: string) => void
}

/** Rejects only when it is stopped. */
export const tell = async (
  { dryRun, knows, keep, ...message }: Telling,
  web: WebOptions,
): Promise<readonly Told[]> => {
  const { client, close } = openClient(web)
  const told: Told[] = []
  try {
    for (const one of services.flatMap(service => service({ ...message, client }))) {
      const { to } = one
      if (isOutOfReach(message.feedUrl, one.at))
        told.push({ to, kind: 'out-of-reach', feedUrl: message.feedUrl })
      else if ('needs' in one) told.push({ to, kind: 'unasked', needs: one.needs })
      else if (knows(to)) told.push({ to, kind: 'told-before' })
      else if (dryRun) told.push({ to, kind: 'would-tell' })
      else {
        const reply = await replyTo(one.tell)
        if (reply.kind === 'told') keep(to)
        told.push(
          reply.kind === 'refused'
            ? { to, kind: 'refused', why: withoutSecrets(reply.why, message.secrets) }
            : { to, ...reply },
        )
      }
    }
    return told
  } finally {
    close()
  }
}

/** `at`: the service. One on the same machine or network can reach what is there. */
const isOutOfReach = (feedUrl: string, at: string | undefined): boolean =>
  at !== undefined && reachOfUrl(feedUrl) === 'nearby' && reachOfUrl(at) !== 'nearby'

type Outcome =
  | { readonly kind: 'told' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly problem: WebProblem }

const replyTo = async (ask: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WebFailure) return { kind: 'unreachable', problem: error.problem }
    throw error
  }
}

/** A server may say what it was sent. */
const withoutSecrets = (text: string, secrets: Message['secrets']): string =>
  Object.entries(secrets)
    .filter(([name]) => !name.endsWith('_API'))
    .reduce((clean, [, secret]) => (secret ? clean.replaceAll(secret, '…') : clean), text)
