/** Processor time of the work, in milliseconds: unlike the clock it does not count the neighbours on a busy machine. */
export function cpuMilliseconds(work: () => unknown): number {
  const done = cpuSince()
  work()
  return done()
}

/** Begins to count; what it returns says how much it was. For work that waits. */
export function cpuSince(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}
