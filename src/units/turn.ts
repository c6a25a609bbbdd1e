/**
 * Lets the event loop turn, so that a signal of the system can come in, and stops if one has. Without somebody who may stop it,
 * nothing is waited for.
 */
export const turn = async (stop: AbortSignal | undefined): Promise<void> => {
  if (stop === undefined) return
  await new Promise<void>(resolve => {
    setImmediate(resolve)
  })
  stop.throwIfAborted()
}
