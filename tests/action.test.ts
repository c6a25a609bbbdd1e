/** The GitHub action: its steps run in a real shell, as a runner would run them. */

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { violations } from './report/schema.ts'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { outputsIn } from './support/github-workflow.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'

const root = join(import.meta.dirname, '..')

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly id?: string
      readonly shell?: string
      readonly run?: string
      readonly uses?: string
      readonly with?: Readonly<Record<string, string>>
      readonly if?: string
      readonly 'working-directory'?: string
      readonly env?: Readonly<Record<string, string>>
    }[]
  }
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>
}
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action & Record<string, unknown>

const [step] = action.runs.steps.filter(({ run }) => run !== undefined)
const env = step!.env!

const workspace = (example: Readonly<Record<string, string>> = {}): string => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), lay(example).files)
  return cwd
}

/** An action whose program only writes down what it was called with. */
const recording = (): string =>
  writeFiles(temporaryFolder(), {
    'package.json': '{ "type": "module" }',
    'dist/cli.js': '',
    'bin/build-feed.js':
      "import { writeFileSync } from 'node:fs'\nwriteFileSync('call.json', JSON.stringify(process.argv.slice(2)))\n",
  })

interface Runner {
  /** The folder that the action was checked out into: this one, which is built. */
  readonly action?: string
  readonly env?: Readonly<Record<string, string>>
  /** A folder whose programs come first. */
  readonly path?: string
}

/** A runner that was started by nobody's npm. */
const host = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_|^(?:FORCE_COLOR|NODE_ENV|NODE_OPTIONS)$/i.test(name),
  ),
)

const runAction = async (cwd: string, inputs: Readonly<Record<string, string>> = {}, runner: Runner = {}) => {
  const given = (expression: string): string =>
    expression.replace(
      /^\$\{\{ inputs\.([\w-]+) \}\}$/,
      (_, name: string) => inputs[name] ?? action.inputs[name]!.default,
    )
  const files = temporaryFolder()
  const [script, summary, outputs] = ['step.sh', 'summary.md', 'outputs'].map(name => join(files, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(script, step!.run!)
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd: join(cwd, given(step!['working-directory']!)),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...host,
      ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, given(value)])),
      ...(runner.path === undefined ? {} : { PATH: `${runner.path}:${process.env.PATH}` }),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: runner.action ?? root,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: outputs,
      RUNNER_TEMP: files,
      ...runner.env,
    },
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const call = join(cwd, 'call.json')
  return {
    status,
    output: Buffer.concat(chunks).toString(),
    call: existsSync(call) ? (JSON.parse(readFileSync(call, 'utf8')) as string[]) : undefined,
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    outputs: existsSync(outputs) ? outputsIn(readFileSync(outputs, 'utf8')) : {},
  }
}

test('it is composite, every input has a description and a default, and reaches the script as data only', () => {
  expect(action.runs.using).toBe('composite')
  expect(action.runs.steps.filter(({ run }) => run !== undefined)).toEqual([step])
  for (const [name, input] of Object.entries(action.inputs)) {
    expect(input.description, name).toMatch(/./)
    expect(typeof input.default, name).toBe('string')
  }
  expect(step!.run).not.toContain('${{')
  const isElsewhere = (name: string): boolean => name === 'working-directory' || name === 'node-version'
  expect(
    Object.values(env)
      .map(value => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1])
      .sort(),
  ).toEqual(
    Object.keys(action.inputs)
      .filter(name => !isElsewhere(name))
      .sort(),
  )
})

test('it is what GitHub takes for a composite action', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures/composite-action.schema.json'), 'utf8'),
  )
  expect(violations(action, schema)).toEqual([])
  expect(violations({ ...action, runs: { using: 'composite' } }, schema)).not.toEqual([])
  expect(violations({ ...action, output: {} }, schema)).not.toEqual([])
})

test('shellcheck has nothing to say of its steps', ({ skip }) => {
  const shellcheck = spawnSync('shellcheck', ['--version'])
  if (shellcheck.error !== undefined) skip('shellcheck is not installed')
  const said = spawnSync('shellcheck', ['--shell=bash', '-'], { input: step!.run!, encoding: 'utf8' })
  expect(said.stdout).toBe('')
})

describe('what it hands on', () => {
  test('numbers, files, and when the next episode is due', async () => {
    const cwd = workspace({ '001.md': 'date: 2126-02-03' })
    const first = await runAction(cwd)
    expect(first.outputs).toEqual({
      feed: 'public/feed.xml',
      episodes: '1',
      errors: '0',
      // The second episode is out, and the first is not.
      warnings: '1',
      changed: 'true',
      'next-due': '2126-02-03T05:00:00.000Z',
    })
    expect((await runAction(cwd)).outputs).toEqual({ ...first.outputs, changed: 'false' })
    expect(Object.keys(first.outputs)).toEqual(Object.keys(action.outputs))
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.${step!.id}.outputs.${name} }}`)
  })

  test('of what failed, how many errors; of several shows, all of them', async () => {
    const cwd = workspace({ '001.md': 'date: 2026-02-30' })
    writeFiles(join(cwd, 'talks'), goodShow())
    const checked = await runAction(cwd, { command: 'validate' })
    expect(checked.outputs).toMatchObject({ feed: '', errors: '1', changed: 'false', 'next-due': '' })
    const { status, outputs } = await runAction(cwd, { show: 'episodes\ntalks' })
    expect([status, outputs.feed, outputs.errors]).toEqual([1, 'public/talks/feed.xml', '1'])
  })

  test('a folder cannot hand on anything of its own', async () => {
    const out = 'public\nEND\nerrors=99'
    const cwd = workspace()
    const { outputs } = await runAction(cwd, { out })
    expect(outputs.errors).toBe('0')
    expect(outputs.feed).toBe(`${out}/feed.xml`)
  })
})

describe('what is new', () => {
  const published = async (): Promise<string> => {
    const cwd = workspace({ '002.md': 'draft: true' })
    expect((await runAction(cwd)).status).toBe(0)
    writeFileSync(join(cwd, 'live.xml'), readFileSync(join(cwd, 'public/feed.xml')))
    return cwd
  }

  test('is a page that can be heard and read, and that nothing runs in', async () => {
    const cwd = await published()
    writeFiles(join(cwd, 'episodes'), {
      ...lay({}).files,
      '001.md': `---\ntitle: The lighthouse keeper\ndate: 2026-01-05\nseason: 1\nepisode: 1\n---\nGoodbye <script>pwned()</script> [Ada](https://ada.example/), who keeps the light.\n`,
    })
    const { status, outputs, summary } = await runAction(cwd, { against: 'live.xml' })
    expect(status).toBe(0)
    expect(outputs.changed).toBe('true')
    expect(summary).toContain('Tide tables')
    // The page is made in silence.
    expect(summary.match(/<ins>|\*\*Goodbye/g) ?? []).toHaveLength(1)
    const page = readFileSync(join(outputs.review!, 'index.html'), 'utf8')
    expect(page).toContain('<audio controls preload="none" src="1-002.mp3"></audio>')
    expect(readFileSync(join(outputs.review!, '1-002.mp3')).equals(Buffer.from(goodAudio['002.mp3']))).toBe(
      true,
    )
    expect(page).toContain('<del>Hello </del><ins>Goodbye </ins>')
    expect(page).toContain('<h2>The lighthouse keeper</h2>')
    expect(page).not.toMatch(/<script|pwned|\son\w+=/)
    expect(page).toContain("default-src 'none'")
    expect(readdirSync(outputs.review!).sort()).toEqual(['1-002.mp3', 'index.html'])
    const [upload] = action.runs.steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    expect(upload!.if).toContain(`steps.${step!.id}.outputs.review`)
  })

  test('is not looked for where nobody wants it, or nothing is', async () => {
    const cwd = await published()
    expect((await runAction(cwd, { against: 'live.xml' })).outputs.review).toBeUndefined()
    writeFiles(join(cwd, 'episodes'), goodShow())
    expect((await runAction(cwd, { against: 'live.xml', review: 'false' })).outputs.review).toBeUndefined()
    expect((await runAction(cwd)).outputs.review).toBeUndefined()
  })

  test('a link that leads out of the show is not taken along', async () => {
    const cwd = await published()
    writeFiles(join(cwd, 'episodes'), goodShow())
    writeFiles(cwd, { 'secret.mp3': goodAudio['002.mp3'] })
    rmSync(join(cwd, 'episodes/002.mp3'))
    symlinkSync(join(cwd, 'secret.mp3'), join(cwd, 'episodes/002.mp3'))
    const { status, outputs } = await runAction(cwd, { against: 'live.xml' })
    expect([status, outputs.review]).toEqual([1, undefined])
  })
})

describe('what it runs', () => {
  test('builds the show with the program of its own checkout', async () => {
    const cwd = workspace()
    const run = await runAction(cwd)
    expect(run.output).not.toContain('::error')
    expect(run).toMatchObject({ status: 0 })
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toContain(`build-feed ${manifest.version}`)
    expect(run.summary).toContain('✅ ready')
    expect((await runAction(cwd, {}, { action: recording() })).call).toEqual([
      '--out=public',
      '--reporter=github',
      '--',
      './episodes',
    ])
  })

  test('annotates the lines of a pull request, and fails with 1', async () => {
    const run = await runAction(workspace({ '001.md': 'date: 2026-02-30' }), { command: 'validate' })
    expect(run.status).toBe(1)
    expect(run.output).toContain('::error file=episodes/001.md,line=3,endLine=3,col=7')
    expect(run.summary).toContain('| episodes/001.md')
  })

  test('passes everything on', async () => {
    // What Podcast Index alone minds, so that nothing is in the way when it is not among those named.
    const cwd = workspace({ 'show.md': 'persons: { name: Ada Pier, role: Guset }' })
    const inputs = {
      command: 'validate',
      show: 'episodes\n\n  more/talks \n',
      strict: 'true',
      for: 'apple,spotify',
      reporter: 'compact',
      args: '--quiet\n --as-of   2026-12-24',
    }
    expect((await runAction(cwd, inputs, { action: recording() })).call).toEqual([
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
    expect(await runAction(cwd, inputs)).toMatchObject({ status: 2 })
    writeFiles(join(cwd, 'more/talks'), goodShow())
    expect(await runAction(cwd, inputs)).toMatchObject({ status: 0 })
    expect(await runAction(cwd, { ...inputs, for: 'podcastindex' })).toMatchObject({ status: 1 })
  })

  test('holds a build against the feed that is published, and tells on the page of the job what differs', async () => {
    const cwd = workspace()
    expect((await runAction(cwd)).status).toBe(0)
    const page = join(cwd, 'public/feed.xml')
    const feed = readFileSync(page, 'utf8')
    const [guid] = /(?<=<guid isPermaLink="false">)[^<]+/.exec(feed)!
    writeFileSync(join(cwd, 'live.xml'), feed.replace(guid, 'published-otherwise'))
    const run = await runAction(cwd, { against: 'live.xml' })
    expect(run.status).toBe(1)
    expect(run.output).toContain('::error file=episodes/')
    expect(run.summary).toContain('Subscribers download 1 episode again')
    expect(readFileSync(page, 'utf8')).toBe(feed)
  })

  test('publishes one show', async () => {
    const inputs = {
      command: 'publish',
      show: 'talks',
      out: 'site/talks',
      args: '--wait 300 --state told.json',
    }
    const run = await runAction(workspace(), inputs, { action: recording() })
    expect(run.call).toEqual([
      'publish',
      '--out=site/talks',
      '--wait',
      '300',
      '--state',
      'told.json',
      '--',
      './talks',
    ])
  })

  test('builds by the lock alone, for another address, from another folder', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'site/episodes'), lay({}).files)
    const inputs = {
      'working-directory': 'site',
      'base-url': 'https://preview.show.example/',
      frozen: 'true',
    }
    expect((await runAction(cwd, inputs)).status).toBe(1)
    expect((await runAction(cwd, { 'working-directory': 'site' })).status).toBe(0)
    expect((await runAction(cwd, inputs)).status).toBe(0)
    expect(readFileSync(join(cwd, 'site/public/feed.xml'), 'utf8')).toContain('https://preview.show.example/')
  })

  test('a show with the name of a command is a show', async () => {
    const cwd = workspace()
    writeFiles(join(cwd, 'validate'), goodShow())
    expect((await runAction(cwd, { show: 'validate' })).status).toBe(0)
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })

  test.each([
    { command: 'preview' },
    { command: 'publish', frozen: 'true' },
    { command: 'publish', against: 'live.xml' },
    { command: 'publish', for: 'apple' },
    { command: '' },
    { strict: 'perhaps' },
    { frozen: 'perhaps' },
    { review: 'perhaps' },
    { command: 'validate', frozen: 'true' },
    { command: 'validate', 'base-url': 'https://show.example/' },
    { command: 'validate', against: 'https://show.example/feed.xml' },
    { version: manifest.version },
    { version: 'latest' },
    { version: '1.0.0 --registry=https://evil.example' },
  ])('refuses %o with 2, and runs nothing', async inputs => {
    const run = await runAction(workspace(), inputs, { action: recording() })
    expect(run.status).toBe(2)
    expect(run.output).toMatch(/^::error title=build-feed action::[\w-]+ (?:and for are|is) /)
    expect(run.call).toBeUndefined()
  })

  test('says why a version is refused, and where it is chosen', async () => {
    const { output } = await runAction(workspace(), { version: '0.1.0' }, { action: recording() })
    expect(output).toBe(
      '::error title=build-feed action::version is not taken: the action runs its own checkout and asks no registry for build-feed; write the version behind the @ in uses\n',
    )
  })

  test.each([
    ['is too old', '#!/usr/bin/env bash\nexit 1\n'],
    ['is not there', '#!/nowhere/at/all\n'],
  ])('says what to do where Node %s', async (_, text) => {
    const path = writeFiles(temporaryFolder(), { node: text })
    chmodSync(join(path, 'node'), 0o755)
    const run = await runAction(workspace(), {}, { path })
    expect(run.status).toBe(2)
    expect(run.output).toContain(
      `::error title=build-feed action::Node ${manifest.engines.node.replace(/>=(\d+\.\d+)\.0/, '$1')} or newer is needed`,
    )
  })
})

describe('no registry is asked for build-feed', () => {
  /** Two registries: the one that the runner is set to, and the one that the pull request names. */
  const asked = { mirror: [] as string[], planted: [] as string[] }
  let mirror: AudioHost
  let planted: AudioHost
  let bundler: Buffer

  const digestOf = (bytes: Uint8Array): string =>
    `sha512-${createHash('sha512').update(bytes).digest('base64')}`

  beforeAll(async () => {
    const folder = writeFiles(temporaryFolder(), {
      'bundler/package.json': JSON.stringify({
        name: 'bundler',
        version: '1.0.0',
        main: 'index.js',
        scripts: { postinstall: "node -e \"require('fs').writeFileSync(process.env.CANARY, '')\"" },
      }),
      'bundler/index.js':
        'exports.program = "export const run = async host => (await import(\'../main.js\')).run(host)"\n',
    })
    const packed = spawnSync(
      'npm',
      ['pack', '--silent', '--pack-destination', folder, join(folder, 'bundler')],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...host, npm_config_cache: join(folder, '.npm'), npm_config_offline: 'true' },
      },
    )
    expect(packed.stderr).toBe('')
    bundler = readFileSync(join(folder, 'bundler-1.0.0.tgz'))
    mirror = await audioHost((request, response) => {
      asked.mirror.push(request.url!)
      if (request.url === '/bundler/-/bundler-1.0.0.tgz') return void response.end(bundler)
      if (request.url !== '/bundler') return void response.writeHead(404).end()
      const dist = { integrity: digestOf(bundler), tarball: `${mirror.origin}/bundler/-/bundler-1.0.0.tgz` }
      const versions = { '1.0.0': { name: 'bundler', version: '1.0.0', hasInstallScript: true, dist } }
      response.end(JSON.stringify({ name: 'bundler', 'dist-tags': { latest: '1.0.0' }, versions }))
    })
    planted = await audioHost((request, response) => {
      asked.planted.push(request.url!)
      response.writeHead(404).end()
    })
  })
  afterAll(() => Promise.all([mirror.close(), planted.close()]))

  /** A checkout of an action that is not built yet, with one development dependency. */
  const unbuilt = (integrity: string, folder = temporaryFolder()): string => {
    const { version } = manifest
    const devDependencies = { bundler: '1.0.0' }
    const lock = {
      ...{ name: 'build-feed', version, lockfileVersion: 3, requires: true },
      packages: {
        '': { name: 'build-feed', version, devDependencies },
        'node_modules/bundler': { version: '1.0.0', integrity, dev: true, hasInstallScript: true },
      },
    }
    return writeFiles(folder, {
      'package.json': JSON.stringify({ name: 'build-feed', version, type: 'module', devDependencies }),
      'package-lock.json': JSON.stringify(lock),
      'scripts/build.js': `import { mkdirSync, writeFileSync } from 'node:fs'
import bundler from 'bundler'
mkdirSync(new URL('../dist', import.meta.url), { recursive: true })
writeFileSync(new URL('../dist/cli.js', import.meta.url), bundler.program)
`,
      'bin/build-feed.js': readFileSync(join(root, 'bin/build-feed.js')),
      'main.js': `import { writeFileSync } from 'node:fs'
export const run = host => writeFileSync('call.json', JSON.stringify(host.argv.slice(2)))
`,
    })
  }

  /** All that a pull request can bring, to have its own program run: each writes `canary` when it is. */
  const hostile = (canary: string): Files => {
    const write = `require('node:fs').appendFileSync(${JSON.stringify(canary)}, process.argv.join(' ') + '\\n')`
    const program = `#!/usr/bin/env node\n${write}\n`
    const scripts = Object.fromEntries(
      ['preinstall', 'install', 'postinstall', 'prepare', 'prebuild', 'build', 'build-feed'].map(name => [
        name,
        'node canary.cjs',
      ]),
    )
    return {
      '.npmrc': [
        `registry=${planted.origin}/`,
        `//${planted.origin.replace(/^http:\/\//, '')}/:_authToken=secret`,
        'ignore-scripts=false',
        'node-options=--require=./canary.cjs',
        'script-shell=./canary.cjs',
        '',
      ].join('\n'),
      'canary.cjs': program,
      'package.json': JSON.stringify({
        ...{
          name: 'build-feed',
          version: '9.9.9',
          bin: { 'build-feed': 'canary.cjs' },
          scripts,
          workspaces: ['tools/*'],
        },
        dependencies: { 'build-feed': '*' },
      }),
      'package-lock.json': JSON.stringify({
        ...{ name: 'build-feed', version: '9.9.9', lockfileVersion: 3 },
        packages: { 'node_modules/build-feed': { version: '9.9.9', integrity: digestOf(bundler) } },
      }),
      'bin/build-feed.js': program,
      'scripts/build.js': program,
      'node_modules/build-feed/package.json': JSON.stringify({
        name: 'build-feed',
        version: '9.9.9',
        bin: 'canary.cjs',
        main: 'canary.cjs',
      }),
      'node_modules/build-feed/canary.cjs': program,
      'node_modules/bundler/package.json': '{ "name": "bundler", "version": "1.0.0", "main": "canary.cjs" }',
      'node_modules/bundler/canary.cjs': program,
      ...Object.fromEntries(
        ['build-feed', 'node', 'npm', 'npx', 'bundler'].map(name => [`node_modules/.bin/${name}`, program]),
      ),
    }
  }

  const runner = () => {
    const home = temporaryFolder()
    const canary = join(home, 'canary')
    const cwd = writeFiles(workspace(), hostile(canary))
    for (const name of readdirSync(join(cwd, 'node_modules/.bin')))
      chmodSync(join(cwd, 'node_modules/.bin', name), 0o755)
    writeFiles(home, { npmrc: `registry=${mirror.origin}/\n` })
    asked.mirror.length = 0
    asked.planted.length = 0
    const env = {
      HOME: home,
      CANARY: canary,
      NODE_ENV: 'production',
      NPM_CONFIG_USERCONFIG: join(home, 'npmrc'),
      NPM_CONFIG_CACHE: join(home, '.npm'),
      NPM_CONFIG_UPDATE_NOTIFIER: 'false',
    }
    return { cwd, env, canary }
  }

  test('by an action that is built: whatever stands in the workspace, nobody is asked for anything', async () => {
    const { cwd, env, canary } = runner()
    const run = await runAction(cwd, {}, { env })
    expect(run.output).not.toContain('::error')
    expect(run.status).toBe(0)
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toContain(`build-feed ${manifest.version}`)
    expect(asked).toEqual({ mirror: [], planted: [] })
    expect(existsSync(canary)).toBe(false)
  })

  test.each([
    ['beside the workspace', temporaryFolder],
    ['inside it, and its packages would be part of a larger whole', (cwd: string) => join(cwd, 'tools/feed')],
  ])(
    'by one that is not, %s: it is made of what its lock names, by the settings of the runner, once',
    async (_, placeOf) => {
      const { cwd, env, canary } = runner()
      const before = filesIn(cwd)
      const made = unbuilt(digestOf(bundler), placeOf(cwd))
      const run = await runAction(cwd, { command: 'validate' }, { action: made, env })
      expect(run.output).not.toContain('::error')
      expect(run.call).toEqual(['validate', '--reporter=github', '--', './episodes'])
      expect(run.status).toBe(0)
      expect(asked.planted).toEqual([])
      expect([...new Set(asked.mirror)].sort()).toEqual(['/bundler', '/bundler/-/bundler-1.0.0.tgz'])
      expect(existsSync(canary)).toBe(false)
      const after = filesIn(cwd).filter(path => !path.startsWith('tools/'))
      expect(after).toEqual([...before, 'call.json'].sort())

      asked.mirror.length = 0
      expect((await runAction(cwd, {}, { action: made, env })).status).toBe(0)
      expect(asked).toEqual({ mirror: [], planted: [] })
    },
  )

  test('and a package that is not the one of the lock is not used', async () => {
    const { cwd, env, canary } = runner()
    const run = await runAction(cwd, {}, { action: unbuilt(digestOf(Buffer.from('another'))), env })
    expect(run.status).toBe(2)
    expect(run.output).toContain('EINTEGRITY')
    expect(run.output).toContain('::error title=build-feed action::build-feed could not be made')
    expect(run.call).toBeUndefined()
    expect(asked.planted).toEqual([])
    expect(existsSync(canary)).toBe(false)
  })
})

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

describe('the shell', () => {
  const scripts = [
    '.ci/run',
    ...['scripts', 'bench'].flatMap(folder =>
      readdirSync(join(root, folder))
        .filter(name => name.endsWith('.sh'))
        .map(name => `${folder}/${name}`),
    ),
  ]
  const isThere = spawnSync('shellcheck', ['--version']).status === 0

  if (!isThere) process.stderr.write('shellcheck is not installed: no shell script is checked\n')

  test.runIf(isThere)('has nothing that shellcheck objects to', () => {
    const check = (...argv: readonly string[]) =>
      spawnSync('shellcheck', [...argv], { cwd: root, encoding: 'utf8', input: step!.run })
    expect(check('--shell=bash', '-').stdout).toBe('')
    expect(scripts.length).toBeGreaterThan(2)
    expect(check(...scripts).stdout).toBe('')
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

  test.each([...hostile, 'two\nlines'])('%s', async value => {
    const cwd = workspace()
    const inputs = { show: value, out: value, for: value, reporter: value }
    const run = await runAction(cwd, inputs, { action: recording() })
    expect(pwned(cwd)).toBe(false)
    expect(run.call).toEqual([
      `--out=${value}`,
      `--for=${value}`,
      `--reporter=${value}`,
      '--',
      ...value.split('\n').map(show => (show.includes('/') ? show : `./${show}`)),
    ])
  })

  test('as a version, too', async () => {
    for (const version of hostile) {
      const cwd = workspace()
      const run = await runAction(cwd, { version }, { action: recording() })
      expect(run).toMatchObject({ status: 2, call: undefined })
      expect(pwned(cwd)).toBe(false)
      expect(run.output).not.toContain(version)
    }
  })

  test('args are split at white space and not otherwise read', async () => {
    const cwd = workspace()
    const run = await runAction(cwd, { args: '$(touch pwned) * "a b"' }, { action: recording() })
    expect(pwned(cwd)).toBe(false)
    expect(run.call).toEqual(expect.arrayContaining(['$(touch', 'pwned)', '*', '"a', 'b"']))
  })

  test('a folder of such a name is a show like any other', async () => {
    const cwd = workspace()
    writeFiles(join(cwd, '$(touch pwned)'), goodShow())
    expect(await runAction(cwd, { show: '$(touch pwned)' })).toMatchObject({ status: 0 })
    expect(pwned(cwd)).toBe(false)
    expect(existsSync(join(cwd, 'public/feed.xml'))).toBe(true)
  })
})
