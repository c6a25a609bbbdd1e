/** What one build may ask of the network in all, however many recordings it has and however slow their hosts are. */

import { deadlineIn } from './deadline.ts'
import { type Answer, type Transport, WebFailure } from './transport.ts'

export interface BudgetLimits {
  readonly milliseconds: number
  readonly bytes: number
}

export interface Budget {
  /** The same transport, until the budget is spent: from then on everything rejects with `over-limit`, what is under way too. */
  readonly within: (ask: Transport) => Transport
  /** Waits, but no longer than there is time. */
  readonly pause: (milliseconds: number) => Promise<void>
  readonly isSpent: () => boolean
  readonly close: () => void
}

export const budgetOf = ({ milliseconds, bytes }: BudgetLimits): Budget => {
  const deadline = deadlineIn(milliseconds)
  const { signal } = deadline
  let left = bytes
  const overLimit = (host: string): WebFailure =>
    new WebFailure({ kind: 'over-limit', host, limit: left < 0 ? { bytes } : { milliseconds } })

  async function* counted(body: Answer['body'], host: string): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body) {
        left -= chunk.length
        if (left < 0) {
          deadline.moveTo(0)
          throw overLimit(host)
        }
        yield chunk
      }
    } catch (error) {
      throw isSpent() ? overLimit(host) : error
    }
  }
  const isSpent = (): boolean => signal.aborted || left < 0

  return {
    within: ask => async asked => {
      const { hostname } = asked.url
      if (isSpent()) throw overLimit(hostname)
      try {
        const answer = await ask({ ...asked, signal: AbortSignal.any([asked.signal, signal]) })
        return { ...answer, body: counted(answer.body, hostname) }
      } catch (error) {
        throw isSpent() ? overLimit(hostname) : error
      }
    },
    pause: wait =>
      new Promise(resolve => {
        const timer = setTimeout(done, wait)
        function done(): void {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          resolve()
        }
        signal.addEventListener('abort', done)
        if (signal.aborted) done()
      }),
    isSpent,
    close: deadline.clear,
  }
}
