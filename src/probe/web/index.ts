/** Everything on the web that a show names, asked for several at a time. Loaded when there is something to ask for. */

import { ask, type Query, type WebAnswer } from './ask.ts'
import { type Client, PASSING } from './client.ts'
import { fetchDocument, type WebDocument } from './document.ts'
import { httpTransport } from './http-transport.ts'
import type { WebOptions } from './options.ts'
import type { WebProblem, Why } from './transport.ts'

const AT_ONCE = 8
const ANSWER_WITHIN = 10_000

/** By address. */
export const askAll = async (
  queries: readonly Query[],
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<ReadonlyMap<string, WebAnswer>> => {
  const { client, close } = open(options)
  const answers = new Map<string, WebAnswer>()
  const silences = new Map<string, WebProblem[]>()
  const waiting = queries.entries()
  const work = async (): Promise<void> => {
    // The workers share one iterator: each takes what is next.
    for (const [index, query] of waiting) {
      const { host, hostname } = new URL(query.url)
      options.onProgress?.(index, queries.length, host)
      const silent = silences.get(host) ?? []
      // What the lock does not know has to be asked for all the same.
      const answer = (query.locked && silent[PATIENCE]) ?? (await ask(client, query))
      answers.set(query.url, answer)
      if (isSilence(answer, hostname)) silences.set(host, [...(silences.get(host) ?? []), answer])
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queries.length) }, work))
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

const open = (options: WebOptions): { readonly client: Client; readonly close: () => void } => {
  const http = httpTransport({
    userAgent: (options.generator ?? 'build-feed').replace(' ', '/'),
    allowPrivate: options.allowPrivate ?? false,
    connections: AT_ONCE,
    answerWithin: ANSWER_WITHIN,
  })
  const client: Client =
    options.transport === undefined
      ? { ask: http.ask, sleep: wait }
      : { ask: options.transport, sleep: async () => {} }
  return { client, close: http.close }
}

/** After more files than this that a host could not answer for, it is not asked about hundreds more. */
const PATIENCE = 8

/** The host itself, and not one that it leads on to. */
const isSilence = (answer: WebAnswer, hostname: string): answer is WebProblem => {
  if (answer.kind === 'status') return answer.host === hostname && PASSING.includes(answer.status)
  return answer.kind === 'unreachable' && answer.host === hostname && SILENT.includes(answer.why)
}

const SILENT: readonly Why[] = ['dns', 'refused', 'timeout', 'tls']

const wait = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
