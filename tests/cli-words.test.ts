/** A command's name is the command; any other word is a folder, or a slip, and then what was meant is said. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands/index.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const folderWith = (shows: Readonly<Record<string, Files>>): string => {
  const root = temporaryFolder()
  for (const [name, files] of Object.entries(shows)) writeFiles(join(root, name), files)
  return root
}

const names = commands.map(({ name }) => name)

describe('the commands', () => {
  test('build is what is done without a command', async () => {
    const cwd = folderWith({ episodes: goodShow(), talks: goodShow() })
    const plain = await say({ cwd }, '--out', 'a', 'talks')
    const named = await say({ cwd }, 'build', '--out', 'b', 'talks')
    expect([plain.code, named.code]).toEqual([0, 0])
    expect(readFileSync(join(cwd, 'b/feed.xml'))).toEqual(readFileSync(join(cwd, 'a/feed.xml')))
    expect((await say({ cwd }, 'build')).code).toBe(0)
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })

  test('help prints the help, and that of each command', async () => {
    const cwd = temporaryFolder()
    const whole = await say({ cwd }, 'help')
    expect(whole).toEqual(await say({ cwd }, '--help'))
    expect(whole.code).toBe(0)
    for (const name of names) {
      expect(whole.stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
      const help = await say({ cwd }, 'help', name)
      expect(help).toEqual(await say({ cwd }, name, '--help'))
      expect(help.stdout).toContain(`Usage: build-feed ${name}`)
    }
  })

  test.each([
    ['diff', "missing required argument 'before'"],
    ['new', "missing required argument 'title-or-audio'"],
    ['publish', "unknown option '--nothing'"],
  ])('what is wrong with the words of %s is explained by its own help', async (command, message) => {
    const argv = command === 'publish' ? [command, '--nothing'] : [command]
    expect(await say({ cwd: temporaryFolder() }, ...argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: ${message}\nRun \`build-feed ${command} --help\` for what there is.\n`,
    })
  })

  test.each([
    [['help', 'valdate'], 'there is no command "valdate"; did you mean validate?'],
    [['help', 'xyzzy'], `there is no command "xyzzy"; there are ${names.join(', ')}`],
    [
      ['--strict', 'validate'],
      '--strict comes before `validate`, where it does nothing; write it after: `build-feed validate --strict`',
    ],
    // What a script does whose variable was never set. `/feed.xml` is no place for a feed.
    [['--out', ''], '--out needs the name of a folder, and it is empty'],
    [['--out='], '--out needs the name of a folder, and it is empty'],
    [['build', '-o', ''], '--out needs the name of a folder, and it is empty'],
    [['--root', ''], '--root needs the name of a folder, and it is empty'],
    [['publish', '--state', ''], '--state needs the name of a file, and it is empty'],
    [['publish', '--out', ''], '--out needs the name of a folder, and it is empty'],
    [['adopt', '--show', ''], '--show needs the name of a file, and it is empty'],
  ])('%j is wrong usage', async (argv, message) => {
    const { code, stderr, stdout } = await say({ cwd: folderWith({ episodes: goodShow() }) }, ...argv)
    expect(stderr).toContain(message)
    expect([code, stdout]).toEqual([2, ''])
  })
})

describe('a folder that is called as a command is', () => {
  const shows = { episodes: goodShow(), validate: goodShow(), build: goodShow() }

  test.each(['./validate', 'validate/', './build'])('%s is the folder', async word => {
    const cwd = folderWith(shows)
    const { code, stderr } = await say({ cwd }, word)
    expect([code, stderr]).toEqual([0, ''])
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })

  test('behind -- it is too, as a script writes it that takes the name from somewhere', async () => {
    const cwd = folderWith(shows)
    const { code, stdout } = await say({ cwd }, '--out', 'site', '--', 'validate')
    expect(code).toBe(0)
    expect(stdout).toContain('site/feed.xml')
  })

  test('without it the command runs, and a hint says so', async () => {
    const cwd = folderWith(shows)
    const hint =
      'build-feed: `validate` is the command; the show in the folder of that name is `build-feed ./validate`\n'
    expect((await say({ cwd }, 'validate')).stderr).toMatch(hint)
    // Where it is clear what is meant, or nothing but problems is to be printed, there is nothing to say.
    expect((await say({ cwd }, 'validate', 'episodes')).stderr).not.toContain('is the command')
    expect((await say({ cwd }, 'validate', '--quiet')).stderr).not.toContain('is the command')
    expect((await say({ cwd: folderWith({ episodes: goodShow() }) }, 'validate')).stderr).not.toContain(
      'is the command',
    )
  })

  test('init says how it is built', async () => {
    const { stderr } = await say({ cwd: temporaryFolder() }, 'init', 'validate')
    expect(stderr).toContain('run `build-feed ./validate`')
  })
})

describe('a word that is neither', () => {
  const cwd = (): string => {
    const root = folderWith({ episodes: goodShow(), 'shows/talks': goodShow(), _old: goodShow() })
    mkdirSync(join(root, 'episode-guide'))
    return root
  }

  test.each([
    [['valdate'], '"valdate" is neither a command nor a folder; did you mean `build-feed validate`?'],
    [['valdate', 'episodes'], 'did you mean `build-feed validate episodes`?'],
    [['biuld'], 'did you mean `build-feed build`?'],
    [['hlep'], 'did you mean `build-feed help`?'],
    [['check'], 'did you mean `build-feed validate`?'],
    [['lint', 'episodes'], 'did you mean `build-feed validate episodes`?'],
    [['episode'], '"episode" is neither a command nor a folder; did you mean the folder episodes?'],
    [['episdoes', '--strict'], 'did you mean the folder episodes?'],
    [['shows/tlaks'], 'there is no folder "shows/tlaks"; did you mean the folder shows/talks?'],
    [['./shows/tlaks'], 'did you mean the folder shows/talks?'],
    [['build', 'episode'], 'there is no folder "episode"; did you mean the folder episodes?'],
    [['build', 'valdate'], 'there is no folder "valdate"; there is the show episodes;'],
    [['validate', 'espisodes'], 'there is no folder "espisodes"; did you mean the folder episodes?'],
    [['new', '--show', 'episode', 'Fog'], 'did you mean the folder episodes?'],
    [['xyzzy'], 'there is the show episodes; run `build-feed help` for what there is'],
    [
      ['episodes/001.md'],
      'episodes/001.md is not a folder; a show is one, and a file or a feed is checked by `build-feed validate episodes/001.md`',
    ],
    [['https://show.example/feed.xml'], '`build-feed validate https://show.example/feed.xml`'],
  ])('%j', async (argv, message) => {
    const { code, stderr, stdout } = await say({ cwd: cwd() }, ...argv)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('init')
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect([code, stdout]).toEqual([2, ''])
  })

  test('what is planned is no command before it is one', async () => {
    // What has become one since is not run: `preview` serves until it is stopped.
    const planned = ['serve', 'deploy', 'watch', 'upload', 'rollback'].filter(word => !names.includes(word))
    expect(planned).not.toEqual([])
    for (const word of planned) {
      const { code, stderr } = await say({ cwd: cwd() }, word)
      const [, suggested] = /did you mean `build-feed ([a-z]+)/.exec(stderr) ?? []
      expect(code, word).toBe(2)
      if (suggested !== undefined) expect(names, word).toContain(suggested)
    }
  })
})

describe('a word that the system cannot even look for', () => {
  test.each(['episodes/001.md/x', 'episodes/show.md/y.md', 'x'.repeat(5000), 'episodes/001.md/feed.xml'])(
    '%s',
    async word => {
      const cwd = folderWith({ episodes: goodShow() })
      for (const argv of [[word], ['validate', word], ['new', '--show', word, 'Fog']]) {
        const { code, stderr } = await say({ cwd }, ...argv)
        expect(stderr).not.toContain('mistake of ours')
        expect(code).toBe(2)
      }
    },
  )
})
