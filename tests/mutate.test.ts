/** The mutation script itself: `npm run mutate` shows for every rule that its example fails without its logic. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../scripts/mutate-rules.js')

test('kills a rule that judges, one that reads, and one that measures', () => {
  const said = spawnSync(
    process.execPath,
    [script, 'date/no-zone', 'front-matter/unknown-key', 'audio/ambiguous'],
    { encoding: 'utf8' },
  )
  expect(said.stderr).toBe('')
  expect(said.stdout).toMatch(/^date\/no-zone +check finds nothing +killed$/m)
  expect(said.stdout).toMatch(/^front-matter\/unknown-key +findings renamed +killed$/m)
  expect(said.stdout).toMatch(/^audio\/ambiguous +findings renamed +killed$/m)
  expect(said.stdout).toMatch(/^3 rules, 0 that could be removed unnoticed$/m)
  expect(said.status).toBe(0)
})
