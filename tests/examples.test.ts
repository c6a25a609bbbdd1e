/** The repositories of examples/: each is built, deployed, proved to be live and told of, against servers on loopback. */

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { type Github, runWorkflow } from './support/github-workflow.ts'
import { goodShow } from './support/good-show.ts'
import { type Api, apiOf, type Hub, hubOf, type Site, siteOf } from './support/live-site.ts'
import { programs, runScript } from './support/shell.ts'
import { say } from './support/terminal.ts'

const root = join(import.meta.dirname, '..')
const examples = join(root, 'examples')
const support = join(import.meta.dirname, 'support')
const names = readdirSync(examples, { withFileTypes: true }).flatMap(one =>
  one.isDirectory() ? one.name : [],
)

// Where it is not built, the action builds it, and would install packages over those of this checkout.
beforeAll(() => expect(existsSync(join(root, 'dist/cli.js')), 'run npm run build first').toBe(true))

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
const kept = async <T extends { readonly close: () => Promise<void> }>(host: Promise<T>): Promise<T> => {
  const open = await host
  ends.push(open.close)
  return open
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.parentPath.includes('.git/'))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))

const textOf = (name: string, path: string): string => readFileSync(join(examples, name, path), 'utf8')

/** Noon, in seconds. */
const noon = (day: string): string => `${Date.parse(`${day}T12:00:00Z`) / 1000}`

interface World {
  /** Where somebody works: a clone. */
  readonly work: string
  readonly live: string
  readonly buckets: string
  readonly site: Site
  readonly audio: Site
  readonly hub: Hub
  readonly index: Api
  readonly env: Readonly<Record<string, string>>
  readonly github: Github
  readonly feed: (path?: string) => string
}

const git = (cwd: string, ...argv: string[]): string => {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@show.example', '-c', 'commit.gpgsign=false']
  const said = spawnSync('git', [...identity, ...argv], { cwd, encoding: 'utf8' })
  expect(said.status, said.stderr).toBe(0)
  return said.stdout
}

/** The example, with addresses of this machine written in place of those that are to be filled in, in a repository. */
const worldOf = async (name: string, day = '2026-06-01'): Promise<World> => {
  const [work, live, buckets] = [temporaryFolder(), join(temporaryFolder(), 'live'), temporaryFolder()]
  mkdirSync(live)
  const headersOf = (bucket: string) => (path: string) => {
    const list = join(buckets, bucket, '.headers.json')
    return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8'))[path] : {}
  }
  const site = await kept(
    siteOf(() => (name === 'object-storage' ? join(buckets, 'site') : live), headersOf('site')),
  )
  const audio = await kept(siteOf(() => join(buckets, 'audio'), headersOf('audio')))
  const hub = await kept(hubOf(url => url.replace('show.example', '127.0.0.1')))
  for (const path of ['feed.xml', 'music/feed.xml', 'talks/feed.xml'])
    await hub.subscribe(`http://show.example:${site.port}/${path}`)
  const index = await kept(apiOf())
  const here = (text: string): string =>
    text
      .replaceAll('https://YOUR-SITE/', `http://show.example:${site.port}/`)
      .replaceAll('https://YOUR-BUCKET/', `http://audio.example:${audio.port}/`)
      .replaceAll('https://pubsubhubbub.appspot.com/', `http://hub.example:${hub.port}/`)
      .replaceAll('you@example.com', 'ada@show.example')
      .replaceAll(/--wait \d+/g, '--wait 5 --allow-private')
      // These servers speak no https.
      .replace(/^timezone:/m, 'allow: [show/https]\ntimezone:')
  cpSync(join(examples, name), work, { recursive: true })
  for (const path of filesIn(work).filter(file => /\.(?:md|yml|sh)$/.test(file))) {
    const file = join(work, path)
    const { mode } = statSync(file)
    writeFileSync(file, here(readFileSync(file, 'utf8')))
    chmodSync(file, mode)
  }
  const bin = programs({
    'build-feed': join(root, 'bin/build-feed.js'),
    aws: join(support, 'fake-aws.js'),
    rsync: join(support, 'fake-rsync.js'),
  })
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: temporaryFolder(),
    SOURCE_DATE_EPOCH: noon(day),
    NODE_OPTIONS: `--import=${new URL('./support/loopback-names.js', import.meta.url).href}`,
    PODCASTINDEX_API: index.origin,
    FAKE_S3: buckets,
    SITE_BUCKET: 'site',
    AUDIO_BUCKET: 'audio',
    TARGET: `${live}/`,
  }
  git(work, 'init', '--quiet', '--initial-branch=main')
  return {
    ...{ work, live, buckets, site, audio, hub, index, env },
    github: {
      checkout: folder => {
        git(folder, 'clone', '--quiet', work, '.')
      },
      env,
      values: { SITE_BUCKET: 'site' },
      pages: live,
      caches: new Map(),
      runs: 0,
    },
    feed: (path = 'feed.xml') =>
      readFileSync(join(name === 'object-storage' ? join(buckets, 'site') : live, path), 'utf8'),
  }
}

const local = async ({ work, env }: World, script: string): Promise<string> => {
  const { status, output } = await runScript(script, work, env)
  expect(status, output).toBe(0)
  return output
}

/** What somebody does before the push: the lock is made, and committed. */
const commit = async (world: World, build = 'build-feed'): Promise<void> => {
  await local(world, build)
  git(world.work, 'add', '--all')
  git(world.work, 'commit', '--quiet', '--message', 'An episode')
}

const workflow = ({ work }: World, file = 'publish.yml'): string =>
  readFileSync(join(work, '.github/workflows', file), 'utf8')

const count = (feed: string): number => feed.split('<item>').length - 1

/** As a subscriber of the hub got it. */
const expectToldOnce = ({ hub, index, feed }: World, path?: string): void => {
  expect(hub.posted).toHaveLength(1)
  expect(hub.delivered).toEqual([feed(path)])
  expect(index.asked.map(({ url }) => url.split('?')[0])).toEqual(['/api/1.0/hub/pubnotify'])
}

test('there are six of them, and the list of them names each', () => {
  const list = readFileSync(join(examples, 'README.md'), 'utf8')
  expect([...list.matchAll(/^\| \[([\w-]+)\]\(\1\)/gm)].map(([, name]) => name!).sort()).toEqual(names.sort())
  expect(names).toHaveLength(6)
})

test('none of them can be published as it is, nor names a package of a registry', () => {
  for (const name of names)
    for (const path of filesIn(join(examples, name)).filter(file => /\.(?:md|yml|sh|conf)$/.test(file))) {
      const text = textOf(name, path)
      if (/^baseUrl:/m.test(text)) expect(text, path).toMatch(/^baseUrl: https:\/\/YOUR-SITE\//m)
      for (const [, action] of text.matchAll(/uses: (\S*build-feed\S*)/g))
        expect(action, path).toBe('OWNER/build-feed@COMMIT')
      for (const [line] of text.matchAll(/^.*\b(?:npm|npx)\b.*$/gm))
        expect(line, path).toMatch(/^#|\.\/build-feed-[\d.]+\.tgz$/)
    }
})

test('their scripts have nothing for shellcheck to say', ({ skip }) => {
  if (spawnSync('shellcheck', ['--version']).error !== undefined) skip('shellcheck is not installed')
  const scripts = names.flatMap(name =>
    filesIn(join(examples, name))
      .filter(path => path.endsWith('.sh'))
      .map(path => join(examples, name, path)),
  )
  expect(scripts.length).toBeGreaterThan(2)
  expect(spawnSync('shellcheck', scripts, { encoding: 'utf8' }).stdout).toBe('')
})

describe('on GitHub', () => {
  test('with the recordings in the repository, pages are deployed, and the hub is told once', async () => {
    const world = await worldOf('github-pages')
    await commit(world)
    const { summary } = await runWorkflow(workflow(world), world.github)
    expect(summary).toContain('ready')
    expect(count(world.feed())).toBe(2)
    expectToldOnce(world)
    // Once more, as a push of something else does it.
    await runWorkflow(workflow(world), world.github)
    expectToldOnce(world)
    // A change is told of.
    const notes = join(world.work, 'episodes/002-salt-and-rope.md')
    writeFileSync(notes, `${readFileSync(notes, 'utf8')}And what does not.\n`)
    await commit(world)
    const check = await runWorkflow(
      workflow(world, 'check.yml').replace('against:', 'args: --allow-private\n          against:'),
      world.github,
    )
    expect(check.summary).toContain('And what does not.')
    expect(check.outputs).toMatchObject({ changed: 'true', review: expect.any(String) })
    await runWorkflow(workflow(world), world.github)
    expect(world.hub.posted).toHaveLength(2)
    expect(world.hub.delivered.at(-1)).toContain('And what does not.')
  })

  test('a lock that was not committed stops it, before anything is deployed', async () => {
    const world = await worldOf('github-pages')
    git(world.work, 'add', '--all')
    git(world.work, 'commit', '--quiet', '--message', 'Without a lock')
    await expect(runWorkflow(workflow(world), world.github)).rejects.toThrow('a step ended with 1')
    expect(readdirSync(world.live)).toEqual([])
    expect(world.hub.posted).toEqual([])
  })

  test('a schedule lets out what its time has come for, and tells of it once', async () => {
    const world = await worldOf('schedule')
    await commit(world)
    await runWorkflow(workflow(world), world.github)
    expect(count(world.feed())).toBe(1)
    expectToldOnce(world)
    const { on } = parse(textOf('schedule', '.github/workflows/publish.yml')) as {
      on: { schedule: { cron: string }[] }
    }
    const cron = on.schedule[0]!.cron
    const upcoming = await say(
      { cwd: world.work, now: '2026-06-01T12:00:00Z' },
      'upcoming',
      '--cron',
      cron,
      '--json',
    )
    expect(upcoming.code).toBe(0)
    const [due] = (JSON.parse(upcoming.stdout) as { episodes: { run: string; late: boolean }[] }).episodes
    expect(due).toMatchObject({ run: '2030-01-04T05:20:00.000Z', late: false })
    const at = (seconds: string): Github => ({
      ...world.github,
      env: { ...world.env, SOURCE_DATE_EPOCH: seconds },
    })
    await runWorkflow(workflow(world), at(`${Date.parse(due!.run) / 1000}`))
    expect(count(world.feed())).toBe(2)
    expect(world.hub.posted).toHaveLength(2)
  })

  test('with the recordings in a bucket, the lock is enough, and each file is sent as what it is', async () => {
    const world = await worldOf('object-storage')
    for (const name of ['001-first-light.mp3', '002-salt-and-rope.mp3'])
      copyFileSync(join(examples, 'github-pages/episodes', name), join(world.work, 'episodes', name))
    await commit(world, 'build-feed && ./upload-audio.sh')
    expect(
      git(world.work, 'ls-files')
        .split('\n')
        .filter(path => path.endsWith('.mp3')),
    ).toEqual([])
    await runWorkflow(workflow(world), world.github)
    expect(world.feed()).toContain(
      `<enclosure url="http://audio.example:${world.audio.port}/001-first-light.mp3"`,
    )
    expectToldOnce(world)
    const sent = (bucket: string) =>
      JSON.parse(readFileSync(join(world.buckets, bucket, '.headers.json'), 'utf8'))
    expect(sent('audio')['/001-first-light.mp3']).toEqual({
      'Content-Type': 'audio/mpeg',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    expect(sent('site')['/feed.xml']).toEqual({
      'Content-Type': 'application/rss+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    })
    // The feed last.
    expect(Object.keys(sent('site')).at(-1)).toBe('/feed.xml')
    expect(existsSync(join(world.buckets, 'site/001-first-light.mp3'))).toBe(false)
  })

  test('several shows are built side by side, and of each it is told once', async () => {
    const world = await worldOf('many-shows')
    await commit(world, 'build-feed music talks')
    await runWorkflow(workflow(world), world.github)
    await runWorkflow(workflow(world), world.github)
    expect(world.hub.delivered).toEqual([world.feed('music/feed.xml'), world.feed('talks/feed.xml')])
    expect(world.feed('talks/feed.xml')).toContain('<title>Harbour Talks</title>')
  })
})

interface GitlabJob {
  readonly extends?: string
  readonly stage: string
  readonly before_script?: readonly string[]
  readonly script: readonly string[]
}

describe('on GitLab', () => {
  let tarball: string
  beforeAll(() => {
    const folder = temporaryFolder()
    const packed = spawnSync(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, root],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    expect(packed.status, packed.stderr).toBe(0)
    tarball = join(folder, `build-feed-${manifest.version}.tgz`)
  })

  test('the package in the repository checks, builds and tells', async () => {
    const world = await worldOf('gitlab-ci')
    copyFileSync(tarball, join(world.work, `build-feed-${manifest.version}.tgz`))
    await commit(world)
    const all = parse(readFileSync(join(world.work, '.gitlab-ci.yml'), 'utf8')) as Record<string, GitlabJob>
    const jobs = ['test', 'build', '.post'].flatMap(stage =>
      Object.entries(all).filter(([name, job]) => !name.startsWith('.') && job.stage === stage),
    )
    expect(jobs.map(([name]) => name)).toEqual(['check', 'pages', 'tell'])
    const prefix = temporaryFolder()
    const env = {
      ...world.env,
      CI: 'true',
      PATH: `${join(prefix, 'bin')}:${process.env.PATH}`,
      npm_config_prefix: prefix,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    }
    const cwd = temporaryFolder()
    world.github.checkout(cwd)
    for (const [name, job] of jobs) {
      const script = [...(job.before_script ?? all[job.extends ?? '']?.before_script ?? []), ...job.script]
      const { status, output } = await runScript(script.join('\n'), cwd, env)
      expect(status, `${name}: ${output}`).toBe(0)
      if (name === 'pages') cpSync(join(cwd, 'public'), world.live, { recursive: true })
    }
    expect(readFileSync(join(cwd, 'report.xml'), 'utf8')).toContain('<testsuites')
    expectToldOnce(world)
    // The pipeline of the next schedule, with the cache of this one.
    const { status } = await runScript(all.tell!.script.join('\n'), cwd, env)
    expect(status).toBe(0)
    expectToldOnce(world)
  })
})

describe('by cron', () => {
  test('a script builds, copies the feed last, and tells once', async ({ skip }) => {
    if (spawnSync('flock', ['--version']).error !== undefined) skip('flock is not installed')
    const world = await worldOf('cron')
    git(world.work, 'add', '--all')
    git(world.work, 'commit', '--quiet', '--message', 'A show')
    const output = await local(world, './publish.sh')
    expect(output.trim().split('\n').at(-1)).toBe('public/feed.xml')
    expect(count(world.feed())).toBe(2)
    expectToldOnce(world)
    await local(world, './publish.sh')
    expectToldOnce(world)
    // Nothing that a run leaves behind is taken for work.
    expect(git(world.work, 'status', '--porcelain').trim()).toBe('?? episodes/feed.lock.json')
  })

  test('and the host says of each file what it is', () => {
    const conf = textOf('cron', 'nginx.conf')
    const docs = readFileSync(join(root, 'docs/publishing.md'), 'utf8')
    for (const type of [
      'application/rss+xml',
      'audio/mpeg',
      'audio/x-m4a',
      'application/json+chapters',
      'text/vtt',
    ]) {
      expect(conf).toContain(`  ${type} `)
      expect(docs).toContain(`\`${type}\``)
    }
  })
})

describe('init --ci', () => {
  test('writes what the examples have', async () => {
    const cwd = temporaryFolder()
    const github = await say({ cwd }, 'init', '--ci', 'github')
    expect([github.code, github.stdout]).toEqual([
      0,
      '.github/workflows/publish.yml\n.github/workflows/check.yml\n',
    ])
    const read = (path: string): string => readFileSync(join(cwd, path), 'utf8')
    expect(read('.github/workflows/publish.yml')).toBe(textOf('schedule', '.github/workflows/publish.yml'))
    expect(read('.github/workflows/check.yml')).toBe(textOf('github-pages', '.github/workflows/check.yml'))
    const gitlab = await say({ cwd }, 'init', '--ci', 'gitlab')
    expect(gitlab.stderr).toContain('`npm pack`')
    expect(read('.gitlab-ci.yml')).toBe(textOf('gitlab-ci', '.gitlab-ci.yml'))
  })

  test('for a show in another folder, whose name may be any', async () => {
    const cwd = temporaryFolder()
    await say({ cwd }, 'init', 'my talks: $(x)', '--ci', 'github')
    const { jobs } = parse(readFileSync(join(cwd, '.github/workflows/publish.yml'), 'utf8')) as {
      jobs: { publish: { steps: { uses: string; with: { show?: string } }[] } }
    }
    expect(jobs.publish.steps.flatMap(({ with: given }) => given?.show ?? [])).toEqual([
      'my talks: $(x)',
      'my talks: $(x)',
    ])
    await say({ cwd }, 'init', 'talks', '--ci', 'gitlab')
    expect(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8')).toContain('build-feed --frozen talks\n')
  })

  test('for a show in the folder of the repository itself, as init makes it of recordings that lie there', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, goodShow())
    const { stderr } = await say({ cwd }, 'init', '--ci', 'github')
    expect(stderr).toContain('commit feed.lock.json with these files')
    const text = readFileSync(join(cwd, '.github/workflows/publish.yml'), 'utf8')
    expect(text).toContain('# feed.lock.json is committed')
    const { jobs } = parse(text) as { jobs: { publish: { steps: { with?: { show?: string } }[] } } }
    expect(jobs.publish.steps.flatMap(({ with: given }) => given?.show ?? [])).toEqual(['.', '.'])
    await say({ cwd }, 'init', '--ci', 'gitlab')
    expect(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8')).toContain('build-feed --frozen .\n')
  })

  test('overwrites nothing, knows two services, and stands in the folder of the repository', async () => {
    const cwd = temporaryFolder()
    await say({ cwd }, 'init', '--ci', 'gitlab')
    expect((await say({ cwd }, 'init', '--ci', 'gitlab')).stderr).toContain('it is there already')
    expect((await say({ cwd }, 'init', '--ci', 'jenkins')).stderr).toContain('there are github, gitlab')
    git(cwd, 'init', '--quiet')
    mkdirSync(join(cwd, 'site'))
    const below = await say({ cwd: join(cwd, 'site') }, 'init', '--ci', 'github')
    expect([below.code, below.stderr]).toEqual([2, expect.stringContaining('name the show site/episodes')])
  })
})
