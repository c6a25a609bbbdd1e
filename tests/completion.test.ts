/** Completion: the shells themselves are asked what they would offer. */

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands/index.ts'
import { differenceReporterNames } from '../src/cli/option-values.ts'
import { reporters } from '../src/report/index.ts'
import { temporaryFolder } from './support/folder.ts'
import { say } from './support/terminal.ts'

const scriptOf = async (shell: string): Promise<string> => {
  const { code, stdout, stderr } = await say({ cwd: temporaryFolder() }, 'completion', shell)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

const has = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined

describe.skipIf(!has('bash'))('bash', () => {
  /** What is offered when the last word is completed. */
  const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
    const file = join(temporaryFolder(), 'completion.bash')
    writeFileSync(file, await scriptOf('bash'))
    const line = words.map(word => `'${word}'`).join(' ')
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `. "$1"; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _build_feed; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        file,
      ],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    return stdout.split('\n').filter(Boolean)
  }

  test('commands, and only those that begin so', async () => {
    expect(await offered('build-feed', '')).toEqual(commands.map(({ name }) => name))
    expect(await offered('build-feed', 'val')).toEqual(['validate'])
  })

  test('the options of a command, and of none', async () => {
    expect(await offered('build-feed', 'upcoming', '--cron')).toEqual(['--cron', '--cron-zone'])
    expect(await offered('build-feed', '--fro')).toEqual(['--frozen'])
    expect(await offered('build-feed', 'validate', '--fro')).toEqual([])
  })

  test('values where there is a list of them, and files where there is none', async () => {
    expect(await offered('build-feed', 'validate', '--reporter', '')).toEqual(
      reporters.map(({ name }) => name),
    )
    expect(await offered('build-feed', '--reporter', '')).toEqual(reporters.map(({ name }) => name))
    expect(await offered('build-feed', 'diff', '--reporter', '')).toEqual(differenceReporterNames)
    expect(await offered('build-feed', '--out', 'x')).toEqual([])
    expect(await offered('build-feed', 'help', 'expl')).toEqual(['explain'])
  })
})

describe.each(['zsh', 'fish'])('%s', shell => {
  test.skipIf(!has(shell))('takes it without a complaint', async () => {
    const file = join(temporaryFolder(), 'completion')
    writeFileSync(file, await scriptOf(shell))
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  test('has every command, and every option of each', async () => {
    const script = await scriptOf(shell)
    for (const { name } of commands) {
      expect(script).toMatch(new RegExp(`\\b${name}\\b`))
      const { stdout } = await say({ cwd: temporaryFolder() }, 'help', name)
      for (const [, long] of stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm))
        expect(script, name).toMatch(new RegExp(`(?:--|-l )${long}\\b`))
    }
  })
})

test('another shell is a slip', async () => {
  for (const shell of ['tcsh', 'constructor']) {
    const { code, stderr } = await say({ cwd: temporaryFolder() }, 'completion', shell)
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is one for bash, zsh, fish')])
  }
})
