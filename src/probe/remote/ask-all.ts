/** Everything on the web that a show names, asked for several at a time. Loaded when there is something to ask for. */

import { webConnections } from '../../limits.ts'
import { openClient } from '../../web/open.ts'
import type { WebOptions } from '../../web/options.ts'
import { ask, type Query, type WebAnswer } from './ask.ts'

/** By address. */
export const askAll = async (
  queries: readonly Query[],
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<ReadonlyMap<string, WebAnswer>> => {
  const { client, budget, close } = openClient(options)
  const answers = new Map<string, WebAnswer>()
  // What the lock does not know has to be measured; what it knows is only looked at again.
  const isUnknown = ({ locked }: Query): boolean => locked === undefined
  const waiting = [...queries.filter(isUnknown), ...queries.filter(query => !isUnknown(query))].entries()
  const work = async (): Promise<void> => {
    // The workers share one iterator: each takes what is next.
    for (const [index, query] of waiting) {
      options.signal?.throwIfAborted()
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
