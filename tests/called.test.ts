/** A hint can be typed as it stands, however the program was started. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { calledAs } from '../src/cli/called.ts'
import { spoken } from '../src/units/shell.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const bin = join(import.meta.dirname, '../bin/build-feed.js')

describe('the words that started the program', () => {
  const local = '/home/ada/show/node_modules/.bin/build-feed'
  const npm = { npm_config_user_agent: 'npm/11.19.1 node/v22.1.0 linux x64' }
  test.each([
    [
      'npx',
      local,
      { ...npm, npm_command: 'exec', npm_lifecycle_event: 'npx', npm_lifecycle_script: "'build-feed'" },
      'npx build-feed',
    ],
    [
      'npm run',
      local,
      { ...npm, npm_command: 'run', npm_lifecycle_event: 'feed', npm_lifecycle_script: 'build-feed' },
      'npm run feed --',
    ],
    [
      'npm run, of a script that makes it first',
      '/home/ada/show/bin/build-feed.js',
      {
        ...npm,
        npm_command: 'run',
        npm_lifecycle_event: 'feed',
        npm_lifecycle_script: 'node make.js && node bin/build-feed.js',
      },
      'npm run feed --',
    ],
    [
      'a script with arguments of its own',
      local,
      {
        ...npm,
        npm_command: 'run',
        npm_lifecycle_event: 'check',
        npm_lifecycle_script: 'build-feed validate',
      },
      'npx build-feed',
    ],
    [
      'another script that npm runs',
      '/opt/build-feed/bin/build-feed.js',
      { ...npm, npm_command: 'test', npm_lifecycle_event: 'test', npm_lifecycle_script: 'vitest run' },
      'build-feed',
    ],
    [
      'pnpm run',
      local,
      {
        npm_config_user_agent: 'pnpm/9.1.0 npm/?',
        npm_lifecycle_event: 'feed',
        npm_lifecycle_script: 'build-feed',
      },
      'pnpm run feed',
    ],
    [
      'pnpm exec',
      '/home/ada/show/node_modules/build-feed/bin/build-feed.js',
      { npm_config_user_agent: 'pnpm/9.1.0 npm/?' },
      'pnpm exec build-feed',
    ],
    ['yarn', local, { npm_config_user_agent: 'yarn/1.22.0 npm/?' }, 'yarn build-feed'],
    ['a global command', '/usr/local/bin/build-feed', { PATH: '/usr/bin:/usr/local/bin' }, 'build-feed'],
    ['the file in node_modules', local, { PATH: '/usr/bin' }, 'npx build-feed'],
    ['a clone', '/home/ada/show/bin/build-feed.js', {}, 'node bin/build-feed.js'],
    ['a file elsewhere', '/opt/build-feed/bin/build-feed.js', {}, 'build-feed'],
  ])('%s', (_, script, env, words) => {
    expect(calledAs({ script, cwd: '/home/ada/show', env })).toBe(words)
  })

  test('hints are said with them; arguments of an npm script stand behind two hyphens', () => {
    const hint = 'Run `build-feed init talks`, then `build-feed`. Not: build-feed, `build-feeder`.'
    expect(spoken(hint, 'npx build-feed')).toBe(
      'Run `npx build-feed init talks`, then `npx build-feed`. Not: build-feed, `build-feeder`.',
    )
    expect(spoken(hint, 'npm run feed --')).toBe(
      'Run `npm run feed -- init talks`, then `npm run feed`. Not: build-feed, `build-feeder`.',
    )
    expect(spoken(hint, 'build-feed')).toBe(hint)
  })

  test('people are told in them; programs, which may be elsewhere, by the name', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), {
      ...goodShow(),
      'show.md': goodShow()['show.md']!.toString().replace('title:', 'titel:'),
    })
    const world = { cwd, program: 'npx build-feed' }
    const told = await say(world, 'validate')
    expect(told.stderr).toContain('`npx build-feed validate --fix`')
    expect(told.stderr).not.toContain('`build-feed')
    const read = await say(world, 'validate', '--reporter', 'json')
    expect(read.stdout).not.toContain('npx build-feed')
    expect((await say(world, 'valdate')).stderr).toContain('`npx build-feed validate`')
    expect((await say(world, 'explain', 'no/rule-like-this')).stderr).toContain('`npx build-feed explain`')
    expect((await say({ cwd: temporaryFolder(), program: 'npx build-feed' }, 'init')).stderr).toContain(
      '`npx build-feed`',
    )
  })

  test('as npm really starts it', () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'package.json': '{ "private": true, "scripts": { "feed": "build-feed" } }' })
    mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true })
    // npm makes the file of a package executable when it installs it; the one in the repository need not be.
    writeFileSync(
      join(cwd, 'node_modules/.bin/build-feed'),
      `#!/usr/bin/env node\nimport(${JSON.stringify(pathToFileURL(join(bin, '../../dist/cli.js')).href)}).then(({ run }) => run(process))\n`,
      { mode: 0o755 },
    )
    const env = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' }
    const run = (...words: string[]): string => spawnSync('npm', words, { cwd, env, encoding: 'utf8' }).stderr
    expect(run('exec', '--no', '--', 'build-feed', 'validate')).toContain('`npx build-feed init episodes`')
    expect(run('run', 'feed', '--', 'validate')).toContain('`npm run feed -- init episodes`')
    expect(execFileSync(process.execPath, [bin, 'explain'], { cwd, encoding: 'utf8' })).toContain(
      '`build-feed explain <rule>`',
    )
  })
})
