/** What one build may ask of the network in all, however many recordings it has and however slow their hosts are. */

import { deadlineIn } from './deadline.ts'
import type { Answer, NetworkLimit, Transport } from './transport.ts'

export interface BudgetLimits {
  readonly milliseconds: number
  readonly bytes: number
}

/**
 * When it is spent, no further recording is begun. Those that are under way are read to the end, within their own bounds: else
 * eight large ones could eat up the budget of every build together, and none would ever be measured.
 */
export interface Budget {
  /** The same transport, whose bytes are counted. */
  readonly counting: (ask: Transport) => Transport
  /** The limit that was met. */
  readonly spent: () => NetworkLimit | undefined
  readonly close: () => void
}

export const budgetOf = ({ milliseconds, bytes }: BudgetLimits): Budget => {
  const deadline = deadlineIn(milliseconds)
  let left = bytes
  async function* counted(body: Answer['body']): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      left -= chunk.length
      yield chunk
    }
  }
  return {
    counting: ask => async asked => {
      const answer = await ask(asked)
      return { ...answer, body: counted(answer.body) }
    },
    spent: () => (left <= 0 ? { bytes } : deadline.signal.aborted ? { milliseconds } : undefined),
    close: deadline.clear,
  }
}
