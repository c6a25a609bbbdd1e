export interface Deadline {
  readonly signal: AbortSignal
  /** So many milliseconds from now on. */
  readonly moveTo: (milliseconds: number) => void
  readonly clear: () => void
}

export const deadlineIn = (milliseconds: number): Deadline => {
  const controller = new AbortController()
  const start = (wait: number) => setTimeout(() => controller.abort(), wait)
  const state = { timer: start(milliseconds) }
  const clear = (): void => clearTimeout(state.timer)
  return {
    signal: controller.signal,
    moveTo: wait => {
      clear()
      state.timer = start(wait)
    },
    clear,
  }
}
