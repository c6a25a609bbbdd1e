/** What a process costs: CPU (user and system), wall time, peak memory. */

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Cost {
  /** Milliseconds of user and system time. */
  readonly cpu: number
  /** Milliseconds. */
  readonly wall: number
  /** Peak resident set, megabytes. */
  readonly memory: number
  readonly stdout: string
}

/**
 * Node tells what a process of its own has used, but not what a child has: so each child says it itself, at its end.
 * What a process still does after `exit` (a millisecond or two) is missed for all of them alike.
 */
const preload = `'use strict'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  require('node:fs').writeFileSync(process.env.BENCH_COST, JSON.stringify([userCPUTime, systemCPUTime, maxRSS]))
})
`

export interface Meter {
  /** The user's cache folder, as far as the measured processes know. */
  readonly cache: string
  /** Runs node with these arguments. */
  readonly run: (argv: readonly string[], cwd: string) => Cost
}

export const meterIn = (folder: string): Meter => {
  const script = join(folder, 'preload.cjs')
  const cost = join(folder, 'cost.json')
  writeFileSync(script, preload)
  const cache = join(folder, 'cache')
  return {
    cache,
    run: (argv, cwd) => {
      rmSync(cost, { force: true })
      const started = performance.now()
      const child = spawnSync(process.execPath, ['--require', script, ...argv], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, BENCH_COST: cost, XDG_CACHE_HOME: cache, NO_COLOR: '1' },
      })
      const wall = performance.now() - started
      if (child.status !== 0) throw new Error(`${argv.join(' ')} failed:\n${child.stdout}\n${child.stderr}`)
      const [user, system, memory] = JSON.parse(readFileSync(cost, 'utf8')) as [number, number, number]
      return { cpu: (user + system) / 1000, wall, memory: memory / 1024, stdout: child.stdout }
    },
  }
}

/** Of several runs, the cheapest: what else the machine does makes a run dearer, and never cheaper. */
export const least = (costs: readonly Cost[]): Cost =>
  costs.reduce((best, cost) => (cost.cpu < best.cpu ? cost : best))
