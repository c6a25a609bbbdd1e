/** The GitHub action: its steps run in a real shell, as a runner would run them. */

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { program } from './support/cases.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'

const root = join(import.meta.dirname, '..')

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly shell: string
      readonly run: string
      readonly env: Readonly<Record<string, string>>
    }[]
  }
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

/** An npx that writes down what it was called with, and runs this very build-feed. */
const running = `#!/usr/bin/env bash
printf '%s\\0' "$@" >"$NPX_CALL"
shift 2
exec "${process.execPath}" "${program}" "$@"
`

/** An npx that only writes down what it was called with. */
const recording = `#!/usr/bin/env bash
printf '%s\\0' "$@" >"$NPX_CALL"
`

const workspace = (example: Readonly<Record<string, string>> = {}, npx = running): string => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), lay(example).files)
  mkdirSync(join(cwd, '.bin'))
  writeFileSync(join(cwd, '.bin/npx'), npx)
  chmodSync(join(cwd, '.bin/npx'), 0o755)
  return cwd
}

const runAction = (cwd: string, inputs: Readonly<Record<string, string>> = {}) => {
  const [step] = action.runs.steps
  const given = (expression: string): string =>
    expression.replace(
      /^\$\{\{ inputs\.(\w+) \}\}$/,
      (_, name: string) => inputs[name] ?? action.inputs[name]!.default,
    )
  const env = Object.fromEntries(Object.entries(step!.env).map(([key, value]) => [key, given(value)]))
  const script = join(cwd, '.bin/step.sh')
  writeFileSync(script, step!.run)
  const call = join(cwd, '.bin/call')
  const { FORCE_COLOR: _, ...host } = process.env
  const said = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd,
    encoding: 'utf8',
    env: {
      ...host,
      ...env,
      PATH: `${join(cwd, '.bin')}:${process.env.PATH}`,
      NPX_CALL: call,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: join(cwd, '.bin/summary.md'),
    },
  })
  return {
    status: said.status,
    output: said.stdout + said.stderr,
    call: existsSync(call) ? readFileSync(call, 'utf8').split('\0').slice(0, -1) : undefined,
    summary: existsSync(join(cwd, '.bin/summary.md'))
      ? readFileSync(join(cwd, '.bin/summary.md'), 'utf8')
      : '',
  }
}

test('it is composite, every input has a description and a default, and reaches the script as data only', () => {
  expect(action.runs.using).toBe('composite')
  expect(action.runs.steps).toHaveLength(1)
  for (const [name, input] of Object.entries(action.inputs)) {
    expect(input.description, name).toMatch(/./)
    expect(typeof input.default, name).toBe('string')
  }
  const [step] = action.runs.steps
  expect(step!.run).not.toContain('${{')
  expect(Object.values(step!.env).map(value => /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1])).toEqual(
    Object.keys(action.inputs),
  )
})

describe('what it runs', () => {
  test('builds the show with the version of the action', () => {
    const cwd = workspace()
    const run = runAction(cwd)
    expect(run.call).toEqual([
      '--yes',
      `build-feed@${manifest.version}`,
      '--out=public',
      '--reporter=github',
      '--',
      './episodes',
    ])
    expect(run).toMatchObject({ status: 0 })
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
    expect(run.summary).toContain('✅ ready')
  })

  test('annotates the lines of a pull request, and fails with 1', () => {
    const run = runAction(workspace({ '001.md': 'date: 2026-02-30' }), { command: 'validate' })
    expect(run.status).toBe(1)
    expect(run.output).toContain('::error file=episodes/001.md,line=3,endLine=3,col=7')
    expect(run.summary).toContain('| episodes/001.md')
  })

  test('passes everything on', () => {
    const cwd = workspace({ 'show.md': '- timezone' })
    const run = runAction(cwd, {
      command: 'validate',
      show: 'episodes\n\n  more/talks \n',
      strict: 'true',
      for: 'apple,spotify',
      reporter: 'compact',
      args: '--quiet\n --as-of   2026-12-24',
      version: '1.2.3',
    })
    expect(run.call).toEqual([
      '--yes',
      'build-feed@1.2.3',
      'validate',
      '--strict',
      '--for=apple,spotify',
      '--reporter=compact',
      '--quiet',
      '--as-of',
      '2026-12-24',
      '--',
      './episodes',
      'more/talks',
    ])
    expect(run.status).toBe(1)
  })

  test('prefers the build-feed that the project has installed', () => {
    const cwd = workspace()
    writeFiles(cwd, { 'node_modules/build-feed/package.json': '{}' })
    expect(runAction(cwd).call?.[1]).toBe('build-feed')
    expect(runAction(cwd, { version: 'latest' }).call?.[1]).toBe('build-feed@latest')
  })

  test('a show with the name of a command is a show', () => {
    const cwd = workspace()
    writeFiles(join(cwd, 'validate'), goodShow())
    expect(runAction(cwd, { show: 'validate' }).status).toBe(0)
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })

  test.each([
    { command: 'publish' },
    { command: '' },
    { strict: 'perhaps' },
    { version: '1.0.0 --registry=https://evil.example' },
    { version: 'npm:other@1' },
  ])('refuses %o with 2, and runs nothing', inputs => {
    const run = runAction(workspace(), inputs)
    expect(run.status).toBe(2)
    expect(run.output).toMatch(/^::error title=build-feed action::\w+ is /)
    expect(run.call).toBeUndefined()
  })
})

describe('hostile values stay data', () => {
  const hostile = [
    '"; touch pwned; "',
    '$(touch pwned)',
    '`touch pwned`',
    "'; touch pwned; '",
    '&& touch pwned',
    '*',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is for the shell
    '${IFS}touch${IFS}pwned',
    '-rf /',
    '--out=/etc',
    '$HOME',
    '\\',
  ]

  const pwned = (cwd: string): boolean => existsSync(join(cwd, 'pwned'))

  test.each([...hostile, 'two\nlines'])('%s', value => {
    const cwd = workspace({}, recording)
    const run = runAction(cwd, { show: value, out: value, for: value, reporter: value })
    expect(pwned(cwd)).toBe(false)
    expect(run.call?.slice(2)).toEqual([
      `--out=${value}`,
      `--for=${value}`,
      `--reporter=${value}`,
      '--',
      ...value.split('\n').map(show => (show.includes('/') ? show : `./${show}`)),
    ])
  })

  test('args are split at white space and not otherwise read', () => {
    const cwd = workspace({}, recording)
    const run = runAction(cwd, { args: '$(touch pwned) * "a b"' })
    expect(pwned(cwd)).toBe(false)
    expect(run.call).toEqual(expect.arrayContaining(['$(touch', 'pwned)', '*', '"a', 'b"']))
  })

  test('a folder of such a name is a show like any other', () => {
    const cwd = workspace()
    writeFiles(join(cwd, '$(touch pwned)'), goodShow())
    expect(runAction(cwd, { show: '$(touch pwned)' })).toMatchObject({ status: 0 })
    expect(pwned(cwd)).toBe(false)
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })
})
