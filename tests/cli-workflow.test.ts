/** The log of a GitHub workflow: nothing that a stranger wrote is taken for a command by the runner that reads it. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporters } from '../src/report/index.ts'
import { withoutCommands } from '../src/units/workflow-log.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const command = '::set-output name=evil::yes'
/** Its title is a command, and so are a file and a folder. */
const show = (): string => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    'show.md': documentOf(
      { ...frontMatter['show.md'], title: `"${command} ##[error]evil"`, auther: `"${command}"` },
      'Talks.\n',
    ),
    [`${command}.mp3`]: goodShow()['001.mp3'] as Uint8Array,
  })
  return cwd
}
const env = { GITHUB_ACTIONS: 'true' }

describe('with a title that is a command', () => {
  const forPeople = reporters.filter(({ goesTo }) => goesTo === 'stderr').map(({ name }) => name)
  test.each(forPeople)('%s: no line of a build, a validation or a new episode is one', async reporter => {
    const cwd = show()
    for (const argv of [
      ['--reporter', reporter],
      ['validate', '--reporter', reporter],
      ['new', command],
      [command],
    ]) {
      const { stdout, stderr } = await say({ cwd, env }, ...argv)
      const printed = `${stdout}\n${stderr}`
      expect(printed).not.toMatch(/^\s*::set-output/m)
      expect(printed.replace(/^::(?:error|warning|notice) .*$/gm, '')).not.toContain('##[')
    }
  })

  test('annotations are commands, and stay so', async () => {
    expect((await say({ cwd: show(), env })).stderr).toMatch(/^::warning file=/m)
  })

  test('reports for programs are what they are elsewhere', async () => {
    const cwd = show()
    const elsewhere = await say({ cwd }, 'validate', '--reporter', 'json')
    expect((await say({ cwd, env }, 'validate', '--reporter', 'json')).stdout).toBe(elsewhere.stdout)
  })

  test('a folder that is named like one is not', async () => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, command))
    writeFileSync(join(cwd, command, 'show.md'), '')
    const { stdout, stderr } = await say({ cwd, env }, command)
    expect(stdout + stderr).not.toMatch(/^\s*::set-output/m)
  })
})

test.each([
  ['::error::x', './::error::x'],
  ['a\n  ::error::x\r::warning::y', 'a\n./::error::x\r./::warning::y'],
  ['\n\n::x', '\n\n./::x'],
  ['a ::b', 'a ::b'],
  ['##[error]x and ##[group]', '## [error]x and ## [group]'],
])('%j becomes %j', (text, expected) => {
  expect(withoutCommands(text)).toBe(expected)
})
