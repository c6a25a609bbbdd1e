/** Whoever started it may stop it: every question that is under way ends, and no other is begun. */

import type { Answer, Transport } from './transport.ts'

/** The same transport; when it is stopped, it rejects with the reason of the signal, which nobody takes for a failure of the host. */
export const stoppable =
  (ask: Transport, stop: AbortSignal): Transport =>
  async asked => {
    stop.throwIfAborted()
    const signal = AbortSignal.any([asked.signal, stop])
    const answer = await orStopped(stop, () => ask({ ...asked, signal }))
    return { ...answer, body: bodyOf(answer, stop) }
  }

async function* bodyOf({ body }: Answer, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      stop.throwIfAborted()
      yield chunk
    }
  } catch (error) {
    stop.throwIfAborted()
    throw error
  }
}

const orStopped = async <T>(stop: AbortSignal, act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    stop.throwIfAborted()
    throw error
  }
}
