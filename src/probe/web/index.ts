/** Everything on the web that a show names, asked for several at a time. Loaded when there is something to ask for. */

import { webAnswerMilliseconds, webBuildBytes, webBuildMilliseconds, webConnections } from '../../limits.ts'
import { ask, type Query, type WebAnswer } from './ask.ts'
import { type Budget, budgetOf } from './budget.ts'
import type { Client } from './client.ts'
import { fetchDocument, type WebDocument } from './document.ts'
import { httpTransport } from './http-transport.ts'
import type { WebOptions } from './options.ts'
import { patient } from './patience.ts'
import type { WebProblem } from './transport.ts'

/** By address. */
export const askAll = async (
  queries: readonly Query[],
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<ReadonlyMap<string, WebAnswer>> => {
  const { client, budget, close } = open(options)
  const answers = new Map<string, WebAnswer>()
  // What the lock does not know has to be measured; what it knows is only looked at again.
  const isUnknown = ({ locked }: Query): boolean => locked === undefined
  const waiting = [...queries.filter(isUnknown), ...queries.filter(query => !isUnknown(query))].entries()
  const work = async (): Promise<void> => {
    // The workers share one iterator: each takes what is next.
    for (const [index, query] of waiting) {
      const { host, hostname } = new URL(query.url)
      options.onProgress?.(index, queries.length, host)
      const limit = budget.spent()
      answers.set(
        query.url,
        limit === undefined ? await ask(client, query) : { kind: 'over-limit', host: hostname, limit },
      )
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(webConnections, queries.length) }, work))
  } finally {
    close()
  }
  return answers
}

/** A document, whole, such as a feed that is live. */
export const readDocument = async (url: string, options: WebOptions): Promise<WebDocument | WebProblem> => {
  const { client, close } = open(options)
  try {
    return await fetchDocument(client, new URL(url))
  } finally {
    close()
  }
}

interface Opened {
  readonly client: Client
  readonly budget: Budget
  readonly close: () => void
}

const open = (options: WebOptions): Opened => {
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
