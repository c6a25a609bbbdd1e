/** What npm carries: installed without a network into an empty folder, run, imported, and type-checked by strangers. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { rules } from '../src/rules.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'

const root = join(import.meta.dirname, '..')
const consumer = temporaryFolder()
const installed = join(consumer, 'node_modules/build-feed')

const run = (command: string, ...argv: readonly string[]) => {
  const said = spawnSync(command, argv, {
    cwd: consumer,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: consumer,
      // Nothing may be asked of a network, and nothing is taken from the cache of this machine.
      npm_config_cache: join(consumer, '.npm'),
      npm_config_offline: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    },
  })
  return { ...said, text: said.stdout + said.stderr }
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )

let installation: ReturnType<typeof run>

beforeAll(() => {
  expect(existsSync(join(root, 'dist/cli.js')), 'run npm run build first').toBe(true)
  // Its scripts would build dist/ again, under the hands of the other tests.
  const packed = run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', consumer, root)
  expect(packed.status, packed.text).toBe(0)
  writeFiles(consumer, { 'package.json': '{ "name": "consumer", "private": true, "type": "module" }' })
  installation = run('npm', 'install', `./build-feed-${manifest.version}.tgz`)
  expect(installation.status, installation.text).toBe(0)
  writeFiles(join(consumer, 'episodes'), goodShow())
})

test('it brings no dependencies, and nothing but what it needs', () => {
  expect(readdirSync(join(consumer, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual([
    'build-feed',
  ])
  expect('dependencies' in manifest).toBe(false)
  const strange = files(installed).filter(
    path =>
      !/^(bin\/build-feed\.js|dist\/.+\.(js|d\.ts|LEGAL\.txt)|dist\/THIRD-PARTY\.txt|docs\/[\w.-]+\.(md|json)|README\.md|LICENSE|package\.json)$/.test(
        path,
      ),
  )
  expect(strange).toEqual([])
})

describe('it asks for no trust', () => {
  test('npm has nothing to warn of when it is installed', () => {
    expect(installation.stderr).toBe('')
    expect(installation.stdout).toMatch(/^\s*added 1 package in \S+\s*$/)
  })

  test('it has no script that an installation would run, or would ask about', () => {
    const published = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as typeof manifest
    const ofInstallation = /^(?:pre|post)?(?:install|prepare|prepublish|uninstall)$/
    expect(Object.keys(published.scripts).filter(name => ofInstallation.test(name))).toEqual([])
    expect(existsSync(join(installed, 'binding.gyp'))).toBe(false)
  })

  test('a clone says of every package that would run a script that it need not', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>
    }
    const running = Object.keys(lock.packages).filter(path => lock.packages[path]!.hasInstallScript)
    expect(manifest.allowScripts).toEqual(
      Object.fromEntries(running.map(path => [path.replace(/^.*node_modules\//, ''), false])),
    )
  })
})

test('it carries the licences of what it is made of', () => {
  const text = readFileSync(join(installed, 'dist/THIRD-PARTY.txt'), 'utf8')
  for (const name of ['commander', 'zod', 'markdown-it', 'sanitize-html', 'music-metadata', 'feed'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(text).toContain('Permission is hereby granted')
})

test('the command runs, and the manuals that it names are there', () => {
  const help = run('npx', '--no-install', 'build-feed', '--help')
  expect(help.status, help.text).toBe(0)
  expect(help.stdout).toContain('Usage: build-feed')
  expect(run('npx', '--no-install', 'build-feed', '--version').stdout.trim()).toBe(manifest.version)
  for (const path of [
    'docs/rules.md',
    'docs/report.schema.json',
    'docs/diff.schema.json',
    'docs/episode.schema.json',
    'docs/show.schema.json',
  ])
    expect(existsSync(join(installed, path)), path).toBe(true)
})

test('the command is there in any folder once it is installed as the README shows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, line] = /^npm pack && npm (install --global \S+)$/m.exec(readme)!
  const prefix = temporaryFolder()
  const done = run('npm', ...line!.split(' '), '--prefix', prefix)
  expect(done.status, done.text).toBe(0)
  expect(done.stderr).toBe('')
  const program = join(prefix, process.platform === 'win32' ? 'build-feed.cmd' : 'bin/build-feed')
  expect(run(program, '--version').stdout.trim()).toBe(manifest.version)
})

test('it builds a show', () => {
  const built = run('npx', '--no-install', 'build-feed')
  expect(built.status, built.text).toBe(0)
  expect(readFileSync(join(consumer, 'public/feed.xml'), 'utf8')).toContain('<title>Harbour Notes</title>')
})

test('it is imported as a library, as the README shows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1]
  writeFiles(consumer, {
    'library.js': `${example}
import { rules, validate } from 'build-feed'
const checked = await validate('episodes')
console.log(JSON.stringify([podcast.show.title, diagnostics.length, rules.length, checked.diagnostics.length]))
`,
  })
  const said = run(process.execPath, 'library.js')
  expect(said.status, said.text).toBe(0)
  expect(JSON.parse(said.stdout)).toEqual(['Harbour Notes', 0, rules.length, 0])
})

describe('its types', () => {
  const program = `
import { type Artefact, build, type Diagnostic, type Options, rules, type RuleWords, type Severity, validate } from 'build-feed'

const options: Options = { out: 'site', now: new Date(0), strict: true }
const { podcast, diagnostics, output } = await build('episodes', options)
const severities: readonly Severity[] = diagnostics.map((one: Diagnostic) => one.severity)
const title: string | undefined = podcast?.show.title
const written: number = output?.written.length ?? 0
const first: RuleWords | undefined = rules[0]
const reaction: 'refuses' | 'ignores' | 'advises' | undefined = first?.askedBy?.apple
const { files, sources } = await validate()
const text: string | undefined = sources.get(files[0] ?? '')?.text
export const artefacts: readonly Artefact[] = []
export default [severities, title, written, reaction, text]
// @ts-expect-error: an option that there is not
await build('episodes', { outt: 'site' })
// @ts-expect-error: nothing of it is any
const wrong: number = title
`
  test.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('hold under $moduleResolution, without @types/node, in every strictness', compilerOptions => {
    const folder = `types-${compilerOptions.moduleResolution}`
    mkdirSync(join(consumer, folder), { recursive: true })
    writeFileSync(join(consumer, folder, 'program.ts'), program)
    writeFileSync(
      join(consumer, folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          ...compilerOptions,
          target: 'es2023',
          lib: ['es2023'],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['program.ts'],
      }),
    )
    const said = run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', folder)
    expect(said.text).toBe('')
    expect(said.status).toBe(0)
  })

  test('no declaration leads out of the package, or to a file that is not there', () => {
    for (const path of files(installed).filter(name => name.endsWith('.d.ts'))) {
      const text = readFileSync(join(installed, path), 'utf8')
      for (const [, from] of text.matchAll(/(?:from |import\()'([^']+)'\)?(?!`)/g))
        if (from !== 'build-feed')
          expect(
            existsSync(join(installed, path, '..', from!.replace(/\.js$/, '.d.ts'))),
            `${path} → ${from}`,
          ).toBe(true)
    }
  })
})
