/** To add a command or a reporter is a file and a line: what is put into the list is everywhere, and gone when it is taken out. */

import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { CommandDefinition } from '../src/cli/commands/command.ts'
import { commands as ours } from '../src/cli/commands/index.ts'
import type { Reporter } from '../src/report/index.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { sayBy } from './support/terminal.ts'

const haiku: Reporter = {
  name: 'haiku',
  describes: 'three lines, for poets',
  goesTo: 'stdout',
  render: ({ diagnostics }) =>
    `finding upon finding\n${diagnostics.map(({ rule }) => rule).join(' ')}\nautumn wind\n`,
}

const ferry: CommandDefinition = {
  name: 'ferry',
  synonyms: ['boat'],
  define: (program, start) => {
    program
      .command('ferry')
      .description('Takes a show across.')
      .argument('<where>')
      .action((where: string) =>
        start(async (io, commands) => {
          io.stdout.write(`${where}, past ${commands.length} commands\n`)
          return 0
        }),
      )
  },
}

interface Lists {
  readonly reporters?: readonly Reporter[]
  readonly commands?: readonly CommandDefinition[]
}

/** The program and its documents, with lists that have further lines. */
const programWith = async ({ reporters = [], commands = [] }: Lists) => {
  vi.resetModules()
  vi.doMock('../src/report/index.ts', async original => {
    const real = await original<typeof import('../src/report/index.ts')>()
    return { ...real, reporters: [...real.reporters, ...reporters] }
  })
  vi.doMock('../src/cli/commands/index.ts', async original => {
    const real = await original<typeof import('../src/cli/commands/index.ts')>()
    return { commands: [...real.commands, ...commands] }
  })
  const { main } = await import('../src/cli/main.ts')
  const { documents } = await import('../scripts/documents/index.ts')
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), {
    ...goodShow(),
    '001.md': documentOf({ ...frontMatter['001.md'], date: '30 February 2026' }, 'Notes.\n'),
  })
  const say = (...argv: string[]) => sayBy(main, { cwd: root }, ...argv)
  const named = (await say('help')).stdout.split('Commands:')[1]!
  const helps = await Promise.all(
    [...named.matchAll(/^ {2}([a-z]+)/gm)].map(async ([, name]) => (await say('help', name!)).stdout),
  )
  const documented = async (path: string): Promise<string> =>
    (
      await Promise.all(documents.filter(one => one.path === path).map(async document => document.text()))
    ).join('')
  return { say, helps: [(await say('--help')).stdout, ...helps], documented }
}

afterEach(() => {
  vi.doUnmock('../src/report/index.ts')
  vi.doUnmock('../src/cli/commands/index.ts')
  vi.resetModules()
})

test('a reporter that is put into the list is in every help, in the documents, and prints where it says', async () => {
  const { say, helps, documented } = await programWith({ reporters: [haiku] })
  const taking = helps.filter(text => text.includes('how problems are printed'))
  expect(taking.length).toBeGreaterThan(2)
  for (const text of taking) expect(text.replace(/\s+/g, ' ')).toContain('sarif, junit, haiku')
  expect((await say('validate', '--help')).stdout).toContain('haiku')
  expect(await documented('README.md')).toContain('| `haiku` | three lines, for poets | stdout |')
  expect(await documented('action.yml')).toContain('sarif, junit or haiku.')
  for (const argv of [
    ['validate', '--reporter', 'haiku'],
    ['--reporter', 'haiku'],
  ]) {
    const { code, stdout } = await say(...argv)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^finding upon finding\ndate\/unreadable\nautumn wind\n$/)
  }
  expect((await say('--reporter', 'haikus')).stderr).toContain('did you mean haiku?')
})

test('a command that is put into the list is in the help, in the README, suggested, and runs', async () => {
  const { say, helps, documented } = await programWith({ commands: [ferry] })
  expect(helps[0]).toContain('ferry <where>')
  expect(
    helps.some(text => text.includes('Takes a show across.\n') && text.includes('Usage: build-feed ferry')),
  ).toBe(true)
  expect(await documented('README.md')).toContain('ferry <where>')
  expect(await say('ferry', 'home')).toMatchObject({
    code: 0,
    stdout: `home, past ${ours.length + 1} commands\n`,
  })
  expect((await say('boat')).stderr).toContain('did you mean `build-feed ferry`?')
  expect((await say('help', 'fery')).stderr).toContain('did you mean ferry?')
  expect((await say('init', 'ferry')).stderr).toContain('./ferry')
})

test('without the line, nothing of either is left', async () => {
  const { say, helps, documented } = await programWith({})
  for (const text of [...helps, await documented('README.md'), await documented('action.yml')]) {
    expect(text).not.toContain('haiku')
    expect(text).not.toContain('ferry <where>')
  }
  expect((await say('--reporter', 'haiku')).stderr).toContain('there is no reporter "haiku"')
  expect((await say('ferry')).stderr).toContain('"ferry" is neither a command nor a folder')
})

test('no list of them is written by hand', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const { reporters } = await import('../src/report/index.ts')
  const root = join(import.meta.dirname, '..')
  const files = ['src', 'scripts'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ts|js)$/.test(name))
      .map(name => join(root, folder, name)),
  )
  const list = new RegExp(
    reporters
      .map(({ name }) => name)
      .slice(-2)
      .join(`\\W+`),
  )
  const wrong = files.filter(file => list.test(readFileSync(file, 'utf8')))
  expect(wrong.filter(file => !file.endsWith('src/report/index.ts'))).toEqual([])
})
