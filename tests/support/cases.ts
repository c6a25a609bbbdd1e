/** A table of command lines: each runs in process, and as a process of its own. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { say } from './terminal.ts'

export interface Case {
  readonly does: string
  readonly argv: readonly string[]
  readonly in: () => string
  readonly env?: Readonly<Record<string, string>>
  readonly code: 0 | 1 | 2
  readonly stdout?: RegExp
  readonly stderr?: RegExp
  readonly silent?: readonly ('stdout' | 'stderr')[]
  readonly writes?: readonly string[]
  readonly leaves?: readonly string[]
}

export const program = join(import.meta.dirname, '../../bin/build-feed.js')

/** A warning of Node's, or what V8 says about a flag: see tests/nodes.test.ts. */
const NODE_SPEAKS = /^\(node:\d+\)|^\(Use `node |\bunrecognized flag\b/m

export const spawnIn = (cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { GITHUB_ACTIONS: _, GITHUB_STEP_SUMMARY: __, FORCE_COLOR: ___, CI: ____, ...clean } = process.env
  const said = spawnSync(process.execPath, [program, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...clean, ...env },
  })
  expect(said.stderr).not.toMatch(NODE_SPEAKS)
  return said
}

const expectFiles = (cwd: string, { writes = [], leaves = [] }: Case): void => {
  expect(writes.filter(path => !existsSync(join(cwd, path)))).toEqual([])
  expect(leaves.filter(path => existsSync(join(cwd, path)))).toEqual([])
}

export const runCases = (cases: readonly Case[]): void => {
  describe('in process', () => {
    test.each(cases)('$does', async one => {
      const cwd = one.in()
      const said = await say({ cwd, env: one.env ?? {} }, ...one.argv)
      expect(said.stderr).toMatch(one.stderr ?? /(?:)/)
      expect(said.stdout).toMatch(one.stdout ?? /(?:)/)
      for (const stream of one.silent ?? []) expect(said[stream]).toBe('')
      expect(said.code).toBe(one.code)
      expectFiles(cwd, one)
    })
  })

  describe('as a child process', () => {
    beforeAll(() =>
      expect(existsSync(join(import.meta.dirname, '../../dist/cli.js')), 'run npm run build first').toBe(
        true,
      ),
    )

    test.each(cases.filter(one => !one.stdout || one.code !== 0))('$does', one => {
      const cwd = one.in()
      const said = spawnIn(cwd, one.argv, one.env)
      expect(said.stderr).toMatch(one.stderr ?? /(?:)/)
      expect(said.status).toBe(one.code)
      expectFiles(cwd, one)
    })
  })
}
