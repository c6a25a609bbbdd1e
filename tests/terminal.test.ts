/** Where a report is read: terminals of sixty columns, without colours, or that obey nothing. */

import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands/index.ts'
import { displayWidth } from '../src/report/cells.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const columns = 60
const env = { COLUMNS: String(columns) }
const tooWide = (text: string): readonly string[] =>
  text.split('\n').filter(line => displayWidth(line) > columns)

/** With an error, warnings and notes, each about a line that is longer than the screen. */
const show = (): string => {
  const cwd = temporaryFolder()
  const long = 'and what the harbour sounds like before the ferries leave for the islands in the north '
  writeFiles(cwd, {
    'episodes/show.md': documentOf(
      { ...frontMatter['show.md'], language: 'english', auther: `"${long}"`, explicit: 'no' },
      long,
    ),
    'episodes/001.md': documentOf({ ...frontMatter['001.md'], title: `"${long}&amp; more"` }, long),
    'episodes/001.mp3': goodShow()['001.mp3'] as Uint8Array,
    'episodes/cover.jpg': goodShow()['cover.jpg'] as Uint8Array,
  })
  return cwd
}

describe('in sixty columns', () => {
  test.each(['', ...commands.map(({ name }) => name)])('the help of build-feed %s', async name => {
    const { stdout } = await say({ cwd: '/', env }, ...(name === '' ? ['--help'] : ['help', name]))
    // A command stays on its line, so that it can be copied.
    expect(tooWide(stdout).filter(line => !line.startsWith('  $ '))).toEqual([])
    expect(stdout.length).toBeGreaterThan(100)
  })

  test('the list of all rules', async () => {
    const { stdout } = await say({ cwd: '/', env }, 'explain')
    expect(tooWide(stdout)).toEqual([])
    expect(stdout).toContain('date/no-zone')
  })

  test.each(['validate', 'build'])('what is wrong with a show, by %s', async command => {
    const { stderr } = await say({ cwd: show(), env }, command)
    expect(stderr).toMatch(/^error\[/m)
    expect(stderr).toMatch(/^warning\[/m)
    expect(stderr).toMatch(/^note\[/m)
    // What can be clicked or copied stays whole.
    expect(tooWide(stderr).filter(line => !/[╭├]─|`[^ ]{40,}/.test(line))).toEqual([])
  })
})

test('columns are those of COLUMNS, else of the terminal, and a file has a hundred', async () => {
  const widest = async (world: { terminal?: boolean; width?: number; env?: Record<string, string> }) => {
    const env = { NO_COLOR: '1', ...world.env }
    const { stderr } = await say({ cwd: show(), ...world, env }, 'validate')
    return Math.max(
      ...stderr
        .split('\n')
        .filter(line => / │ |^\w+\[/.test(line))
        .map(displayWidth),
    )
  }
  expect(await widest({ terminal: true, width: 70 })).toBeLessThanOrEqual(70)
  expect(await widest({ terminal: true, width: 70, env: { COLUMNS: '90' } })).toBeGreaterThan(70)
  expect(await widest({ width: 70 })).toBeGreaterThan(90)
  expect(await widest({ width: 70, env: { COLUMNS: 'many' } })).toBeGreaterThan(90)
})

describe('without colours', () => {
  test.each([
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }],
    ['FORCE_COLOR=false', { FORCE_COLOR: 'false' }],
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('%s: nothing but text reaches the terminal', async (name, env) => {
    const world = { cwd: show(), terminal: true, env }
    for (const argv of [['validate'], ['build'], ['explain', 'date/no-zone'], ['--help']]) {
      const { stdout, stderr } = await say(world, ...argv)
      expect(`${stdout}${stderr}`).not.toMatch(/\u001b\[[\d;]*m/)
      if (name === 'TERM=dumb') expect(`${stdout}${stderr}`).not.toMatch(/[\u001b\r]/)
    }
    const { stderr } = await say({ ...world, env: {} }, 'validate')
    expect(stderr).toMatch(/\u001b\[[\d;]*m/)
  })
})

describe('the options in a help', () => {
  test.each(['', ...commands.map(({ name }) => name)])(
    'of build-feed %s: no list of more than eight',
    async name => {
      const { stdout } = await say({ cwd: '/' }, ...(name === '' ? ['--help'] : ['help', name]))
      const lists = stdout.split(/\n\n/).map(list => list.split('\n').filter(line => /^ {2}-/.test(line)))
      expect(lists.filter(list => list.length > 8)).toEqual([])
      expect(lists.flat()).not.toEqual([])
    },
  )

  test('stand under what they are about', async () => {
    const { stdout } = await say({ cwd: '/' }, 'help', 'build')
    expect(stdout.match(/^\S.*:$/gm)).toEqual([
      'Arguments:',
      'What is built:',
      'Output:',
      'What stops a build:',
      'Network and cache:',
      'Printing:',
      'Help:',
      'Examples:',
    ])
  })
})
