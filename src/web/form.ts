/** A form that is sent, as to a WebSub hub: https://www.w3.org/TR/websub/#publishing */

import { webFormMilliseconds, webReplyBytes } from '../limits.ts'
import { type Client, follow } from './client.ts'
import { deadlineIn } from './deadline.ts'
import { openClient } from './open.ts'
import type { WebOptions } from './options.ts'
import { type Answer, WebFailure, type WebProblem } from './transport.ts'

/** In their order; a name may come several times. */
export type Form = readonly (readonly [name: string, value: string])[]

export interface Reply {
  /** Accepted with a status of 2xx; with any other, a redirect among them, it is refused. */
  readonly kind: 'accepted' | 'refused'
  readonly status: number
  readonly host: string
  /** What the server says to it, as far as that is read: a refusal has its reason there. */
  readonly text: string
}

export interface FormLimits {
  /** Milliseconds, for all of it. */
  readonly within: number
  /** Bytes of the reply; the rest is left. */
  readonly size: number
}

export const usualForm: FormLimits = { within: webFormMilliseconds, size: webReplyBytes }

/** With a client of its own. */
export const sendForm = async (url: string, form: Form, options: WebOptions): Promise<Reply | WebProblem> => {
  const { client, close } = openClient(options)
  try {
    return await postForm(client, new URL(url), form)
  } finally {
    close()
  }
}

/** Once: of what broke off nobody knows whether it was taken. Whatever the server does, it rejects only when it is stopped. */
export const postForm = async (
  client: Client,
  url: URL,
  form: Form,
  { within, size }: FormLimits = usualForm,
): Promise<Reply | WebProblem> => {
  const deadline = deadlineIn(within)
  const pairs = form.map(([name, value]) => [name, value] as [string, string])
  try {
    const { answer, url: end } = await follow(client, url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new TextEncoder().encode(new URLSearchParams(pairs).toString()),
      signal: deadline.signal,
    })
    const { status } = answer
    const isAccepted = status >= 200 && status < 300
    return {
      kind: isAccepted ? 'accepted' : 'refused',
      status,
      host: end.hostname,
      text: await beginningOf(answer, size),
    }
  } catch (error) {
    if (error instanceof WebFailure) return error.problem
    throw error
  } finally {
    deadline.clear()
  }
}

/**
 * Empty when it is compressed, which nobody asked for. To stop reading ends the connection. Where it breaks off, the status is known
 * all the same, and that is the answer.
 */
const beginningOf = async (answer: Answer, limit: number): Promise<string> => {
  if (!['identity', ''].includes(answer.headers['content-encoding']?.trim().toLowerCase() ?? '')) {
    answer.discard()
    return ''
  }
  const bytes = new Uint8Array(limit)
  let size = 0
  try {
    for await (const chunk of answer.body) {
      const part = chunk.subarray(0, limit - size)
      bytes.set(part, size)
      size += part.length
      if (size === limit) break
    }
  } catch (error) {
    if (!(error instanceof WebFailure)) throw error
  }
  return new TextDecoder().decode(bytes.subarray(0, size))
}
