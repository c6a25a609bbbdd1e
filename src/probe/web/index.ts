/** Everything on the web that a show names, asked for several at a time. Loaded when there is something to ask for. */

import type { WebOptions } from '../web-audio.ts'
import type { Client } from './client.ts'
import { httpTransport } from './http-transport.ts'
import { probeWeb, type WebAudio } from './probe-web.ts'
import type { WebProblem } from './transport.ts'

const AT_ONCE = 8
const ANSWER_WITHIN = 10_000

/** By address; what is no address that can be opened is not asked for. */
export const probeAll = async (
  urls: readonly string[],
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<ReadonlyMap<string, WebAudio | WebProblem>> => {
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
  const answers = new Map<string, WebAudio | WebProblem>()
  const waiting = urls.map(url => new URL(url)).entries()
  const work = async (): Promise<void> => {
    // The workers share one iterator: each takes what is next.
    for (const [index, url] of waiting) {
      options.onProgress?.(index, urls.length, url.host)
      answers.set(urls[index]!, await probeWeb(client, url))
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, urls.length) }, work))
  } finally {
    http.close()
  }
  return answers
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
