import { cpuMilliseconds, cpuSince } from './cpu.ts'

/** Below this, in milliseconds, a measurement is noise. */
const NOISE = 60

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
  return quickest(8 * size) / Math.max(quickest(size), NOISE)
}

/** The same of work that waits. */
export const growthLater = async <T>(
  make: (size: number) => T,
  size: number,
  work: (made: T) => Promise<unknown>,
): Promise<number> => {
  const once = async (made: T): Promise<number> => {
    const took = cpuSince()
    await work(made)
    return took()
  }
  const quickest = async (n: number): Promise<number> => {
    const made = make(n)
    return Math.min(await once(made), await once(made))
  }
  return (await quickest(8 * size)) / Math.max(await quickest(size), NOISE)
}

/** Between the two, nearer to what is linear. */
export const LINEAR = 20
