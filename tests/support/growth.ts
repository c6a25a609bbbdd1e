import { cpuMilliseconds, cpuSince } from './cpu.ts'

/** Below this, in milliseconds, a measurement is noise. */
const NOISE = 60

/** Between what is linear and what is quadratic, nearer to the first. */
export const LINEAR = 20

/** What grows with the square does so each time; what a busy machine makes dearer it makes dearer now and then. */
const TRIES = 3

/**
 * By how much the work grows when its size grows eightfold: about 8 when it is linear, 64 when it is quadratic. The quicker of
 * two measurements counts, so that a busy machine does no harm.
 */
export const growth = <T>(make: (size: number) => T, size: number, work: (made: T) => unknown): number => {
  const quickest = (n: number): number => {
    const made = make(n)
    return Math.min(
      cpuMilliseconds(() => work(made)),
      cpuMilliseconds(() => work(made)),
    )
  }
  const once = (): number => quickest(8 * size) / Math.max(quickest(size), NOISE)
  let grown = once()
  for (let i = 1; i < TRIES && grown >= LINEAR; i++) grown = once()
  return grown
}

/** The same of work that waits. */
export const growthLater = async <T>(
  make: (size: number) => T,
  size: number,
  work: (made: T) => Promise<unknown>,
): Promise<number> => {
  const took = async (made: T): Promise<number> => {
    const since = cpuSince()
    await work(made)
    return since()
  }
  const quickest = async (n: number): Promise<number> => {
    const made = make(n)
    return Math.min(await took(made), await took(made))
  }
  const once = async (): Promise<number> => (await quickest(8 * size)) / Math.max(await quickest(size), NOISE)
  let grown = await once()
  for (let i = 1; i < TRIES && grown >= LINEAR; i++) grown = await once()
  return grown
}
