/** For every test file: what Node warns of while ours runs, people would read above every build. */

import { setImmediate } from 'node:timers/promises'
import { afterAll, expect } from 'vitest'

const warnings: string[] = []
const listen = (warning: Error): void => void warnings.push(`${warning.name}: ${warning.message}`)

process.on('warning', listen)
afterAll(async () => {
  // Node tells of a warning at the end of the turn in which it arose.
  await setImmediate()
  process.off('warning', listen)
  expect(warnings).toEqual([])
})
