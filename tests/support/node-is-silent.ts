/** For every test file: what Node warns of while ours runs, people would read above every build. */

import { afterAll, expect } from 'vitest'

const warnings: string[] = []
const listen = (warning: Error): void => void warnings.push(`${warning.name}: ${warning.message}`)

process.on('warning', listen)
afterAll(() => {
  process.off('warning', listen)
  expect(warnings).toEqual([])
})
