/** A client for one build: guarded, patient, and with an end to its time and its bytes. */

import { webAnswerMilliseconds, webBuildBytes, webBuildMilliseconds, webConnections } from '../limits.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { Client } from './client.ts'
import { httpTransport } from './http-transport.ts'
import type { WebOptions } from './options.ts'
import { patient } from './patience.ts'

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
  const isMadeUp = options.transport !== undefined
  return {
    client: {
      ask: budget.counting(patient(options.transport ?? http.ask)),
      // In a world that is made up nobody has to wait.
      sleep: isMadeUp ? async () => {} : wait,
    },
    budget,
    close: () => {
      budget.close()
      http.close()
    },
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
