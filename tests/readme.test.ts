/** What the README shows is true: its commands run, its files build, its workflow uses inputs that there are. */

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

/** What the examples name on the web is served by a host on loopback. */
let host: AudioHost
/** The show of these tests, as it is published. */
let published: string
beforeAll(async () => {
  published = (await runShow(goodShow())).feed!
  host = await audioHost((_request, response) => void response.end(published))
})
afterAll(() => host.close())

const online = (argv: readonly string[]): string[] => {
  const served = argv.map(one => one.replace(/^https:\/\/(?:show|old|new)\.example/, host.origin))
  return served.some(one => one.startsWith(host.origin)) ? [...served, '--allow-private'] : served
}

/** They serve until they are stopped, wait for a deployment, or need a site or a feed of another host: their own tests run them. */
const elsewhere: ReadonlySet<string> = new Set(['adopt', 'import', 'preview', 'publish'])

/** Of a command that is run elsewhere: that it takes the options of an example. */
const expectOptionsOf = async ([command, ...rest]: readonly string[]): Promise<void> => {
  const { stdout } = await say({ cwd: '.', width: 200 }, command!, '--help')
  for (const option of rest.filter(one => one.startsWith('--')))
    expect(stdout, command).toMatch(new RegExp(`${option.replace(/=.*$/, '')}\\b`))
}

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) =>
    name === language ? [text!] : [],
  )
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
const lines = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')

describe('the two commands of a fresh clone', () => {
  const shown = blocks('sh')
    .flatMap(lines)
    .filter(line => line.startsWith('npm ci &&'))

  test('are what package.json and CI run', () => {
    expect(shown).toEqual(['npm ci && npm run build-feed', 'npm ci && npm test'])
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['build-feed', 'test']))
    const ci = lines(readFileSync(join(root, '.ci/run'), 'utf8'))
    for (const command of ['npm run build-feed', 'npm test'])
      expect(ci.some(line => line === command || line.startsWith(`${command} `))).toBe(true)
    expect(ci.some(line => line.startsWith('npm ci'))).toBe(true)
  })
})

describe('every build-feed command', () => {
  /** In blocks, in the text, and in the help that is shown as usage. */
  const written = [
    ...blocks('sh').flatMap(lines),
    ...[
      ...readme.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`((?:npx --no-install )?build-feed [^`]*)`/g),
    ].map(([, command]) => command!),
    ...[...readme.matchAll(/^ {2}\$ (build-feed\b.*?)(?: {2,}.*)?$/gm)].map(([, command]) => command!),
  ]
  const commands = [...new Set(written)]
    .filter(command => /^(npx --no-install )?build-feed\b/.test(command))
    .map(command =>
      command
        .replace(/^npx --no-install /, '')
        .replace(/ > .*$/, '')
        .replace(/<rule>/, 'date/no-zone'),
    )

  const argvOf = (command: string): string[] =>
    [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(1)

  test('is found', () => {
    expect(commands.length).toBeGreaterThan(8)
  })

  test.each(commands)('%s', async command => {
    const cwd = temporaryFolder()
    const argv = argvOf(command)
    if (elsewhere.has(argv[0]!)) return expectOptionsOf(argv)
    if (argv[0] !== 'init') writeFiles(join(cwd, 'episodes'), goodShow())
    writeFiles(cwd, { 'recording.mp3': goodAudio['001.mp3'] })
    for (const show of ['talks', 'music']) writeFiles(join(cwd, show), goodShow())
    mkdirSync(join(cwd, 'empty'))
    // A build in CI needs the lock of an earlier one.
    if (argv.includes('--frozen') || argv.includes('--check')) await say({ cwd })
    const said = await say({ cwd }, ...online(argv))
    expect(said.stderr).not.toMatch(/^error: /m)
    expect(said.code).toBe(0)
  })
})

describe('every example in the help of a command', async () => {
  const help = async (...argv: readonly string[]): Promise<string> =>
    (await say({ cwd: '.', width: 200 }, ...argv, '--help')).stdout
  const names = [...(await help()).matchAll(/^ {2}([a-z]+) [[<]/gm)].map(([, name]) => name!)
  const texts = await Promise.all([help(), ...names.map(name => help(name))])
  const examples = texts.flatMap(text =>
    [...text.matchAll(/^ {2}\$ build-feed ?(.*?)(?: {2,}.*)?$/gm)].map(([, argv]) => argv!),
  )

  test('each command has some', () => {
    expect(names).toEqual(expect.arrayContaining(['validate', 'init', 'new', 'explain', 'schema']))
    for (const text of texts) expect(text).toContain('Examples:\n  $ build-feed')
  })

  test.each(examples)('build-feed %s', async example => {
    const cwd = temporaryFolder()
    const argv = [...example.replace(/ > .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain!.replace('~/Desktop/', ''),
    )
    if (elsewhere.has(argv[0]!)) return expectOptionsOf(argv)
    if (argv[0] !== 'init') {
      for (const show of ['episodes', 'talks', 'music']) writeFiles(join(cwd, show), goodShow())
      writeFiles(cwd, { 'ferry.mp3': goodAudio['001.mp3'], 'episodes/005-ferry.mp3': goodAudio['002.mp3'] })
      for (const feed of ['public/feed.xml', 'old.xml', 'new.xml']) writeFiles(cwd, { [feed]: published })
    }
    if (argv.includes('--frozen') || argv.includes('--check')) await say({ cwd })
    expect(await say({ cwd }, ...online(argv))).toMatchObject({ code: 0 })
  })
})

test('its show builds, and all that is found in it is that its address has to be filled in', async () => {
  const [show, episode] = blocks('yaml').filter(text => text.startsWith('---\n'))
  const { diagnostics, feed } = await runShow({
    'show.md': show!,
    '001-first-light.md': episode!,
    '001-first-light.mp3': goodAudio['001.mp3'],
    'cover.jpg': goodShow()['cover.jpg']!,
  })
  expect(diagnostics.map(one => one.rule)).toEqual(['episode/link-missing', 'show/provisional'])
  expect(diagnostics[1]?.message).toContain('`link` (line 3) and `owner.email` (line 10)')
  expect(feed).toContain('<title>First light</title>')
})

describe('nobody is sent to a registry for build-feed, where the name is not ours', () => {
  const texts = [
    'README.md',
    'CONTRIBUTING.md',
    'action.yml',
    ...['docs', 'src', 'scripts', 'bin'].flatMap(filesOf),
  ]
  /** `npx build-feed`, `npm i -g build-feed@latest`, `pnpm dlx build-feed`: not a path, and not `npx --no-install`. */
  const byName =
    /\b(?:npx|bunx|(?:npm|pnpm|yarn|bun)\s+(?:install|i|add|exec|dlx|x))\b(?![^\n`]*--no-install\b)(?=[^\n`]*\s["']?build-feed(?![\w./-]))/

  test.each([
    'npx build-feed',
    'npx --yes build-feed@1 --quiet',
    'npm install --save-dev build-feed remark',
    'npm i -g "build-feed"',
    'npm exec -- build-feed',
    'pnpm dlx build-feed',
  ])('`%s` would be found', line => expect(line).toMatch(byName))

  test.each([
    'npx --no-install build-feed --quiet',
    'npm install ./build-feed-0.1.0.tgz',
    'npm run build-feed',
  ])('`%s` is no such line', line => expect(line).not.toMatch(byName))

  test('in README, documents, messages, scripts and the action', () => {
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter(path => byName.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  test('and what CI is told to run is not fetched from there when it is not installed', async () => {
    const asked: string[] = []
    const registry = await audioHost((request, response) => {
      asked.push(request.url!)
      const dist = { tarball: `${registry.origin}/build-feed.tgz`, shasum: '0'.repeat(40) }
      const versions = {
        '9.9.9': { name: 'build-feed', version: '9.9.9', bin: { 'build-feed': 'x.js' }, dist },
      }
      response.end(JSON.stringify({ name: 'build-feed', 'dist-tags': { latest: '9.9.9' }, versions }))
    })
    const cwd = temporaryFolder()
    const [line] = blocks('sh')
      .flatMap(lines)
      .filter(one => one.startsWith('npx'))
    const [command, ...argv] = line!.replace(/ > .*$/, '').split(' ')
    const env = {
      PATH: process.env.PATH,
      HOME: cwd,
      CI: 'true',
      npm_config_registry: registry.origin,
      npm_config_audit: 'false',
    }
    try {
      const child = spawn(command!, argv, { cwd, env, stdio: 'ignore' })
      const code = await new Promise<number | null>(resolve => child.on('close', resolve))
      expect(code).not.toBe(0)
      expect(asked.filter(url => url.endsWith('.tgz'))).toEqual([])
    } finally {
      await registry.close()
    }
  })

  test('and the package that is named is the one that npm pack makes of this version', () => {
    const named = [...readme.matchAll(/\S*\.tgz/g)].map(([path]) => path)
    expect(named.length).toBeGreaterThan(2)
    expect(new Set(named)).toEqual(new Set([`./${manifest.name}-${manifest.version}.tgz`]))
  })
})

test('its workflow is YAML, with inputs that the action has, at a commit that cannot be moved', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object }
  const steps = parse(blocks('yaml').find(text => text.includes('uses:'))!) as {
    uses: string
    with?: object
  }[]
  const ours = steps.find(step => step.uses.includes('/build-feed@'))!
  expect(ours.uses).toBe('OWNER/build-feed@COMMIT')
  for (const input of Object.keys(ours.with ?? {})) expect(action.inputs).toHaveProperty(input)
})

test('its editor settings name schemas that the package carries', () => {
  const settings = blocks('sh')
    .flatMap(lines)
    .map(line => /^echo '(.*)' > \.remarkrc\.json$/.exec(line)?.[1])
    .find(Boolean)
  const { plugins } = JSON.parse(settings!) as {
    plugins: [string, [string, { schemas: Record<string, string[]> }]]
  }
  const named = Object.keys(plugins[1][1].schemas)
  expect(named).toHaveLength(2)
  for (const path of named)
    expect(() =>
      JSON.parse(readFileSync(join(root, path.replace('./node_modules/build-feed/', '')), 'utf8')),
    ).not.toThrow()
})

test('its links lead somewhere', () => {
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)/g))
    expect(() => readFileSync(join(root, path!)), path).not.toThrow()
})
