/** Processor time of the work, in milliseconds: unlike the clock it does not count the neighbours on a busy machine. */
export function cpuMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
