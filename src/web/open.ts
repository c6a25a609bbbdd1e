/** A client for one build: guarded, patient, and with an end to its time and its bytes. */

import { webAnswerMilliseconds, webBuildBytes, webBuildMilliseconds, webConnections } from '../limits.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { Client } from './client.ts'
import { httpTransport } from './http-transport.ts'
import type { WebOptions } from './options.ts'
import { patient } from './patience.ts'
import { stoppable } from './stoppable.ts'

export interface OpenClient {
  readonly client: Client
  readonly budget: Budget
  readonly close: () => void
}

export const openClient = (options: WebOptions): OpenClient => {
  const http = httpTransport({
    userAgent: (options.generator ?? 'build-feed').replace(' ', '/'),
    allowPrivate: options.allowPrivate ?? false,
    connections: webConnections,
    answerWithin: webAnswerMilliseconds,
  })
  const budget = budgetOf({ milliseconds: webBuildMilliseconds, bytes: webBuildBytes, ...options.network })
  const ask = patient(options.transport ?? http.ask)
  const isMadeUp = options.transport !== undefined
  return {
    client: {
      ask: budget.counting(options.signal === undefined ? ask : stoppable(ask, options.signal)),
      // In a world that is made up nobody has to wait.
      sleep: isMadeUp ? async () => {} : milliseconds => wait(milliseconds, options.signal),
    },
    budget,
    close: () => {
      budget.close()
      http.close()
    },
  }
}

/** Until then, or until it is stopped: then it rejects. */
const wait = (milliseconds: number, stop: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stopped = (): void => {
      clearTimeout(timer)
      reject(stop?.reason)
    }
    const timer = setTimeout(() => {
      stop?.removeEventListener('abort', stopped)
      resolve()
    }, milliseconds)
    if (stop?.aborted) stopped()
    else stop?.addEventListener('abort', stopped, { once: true })
  })
