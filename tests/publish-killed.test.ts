/** `publish`, killed while each of its requests is under way: the next run does what is left, and tells nobody twice who was told. */

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { sendWell } from './support/live-site.ts'
import { say } from './support/terminal.ts'

const program = join(import.meta.dirname, '../bin/build-feed.js')
const TYPES: Readonly<Record<string, string>> = {
  xml: 'application/rss+xml',
  mp3: 'audio/mpeg',
  jpg: 'image/jpeg',
  html: 'text/html',
}

/** Site, hub, index and Podping in one. */
let host: AudioHost
let cwd: string
let requests = 0
/** The request during which the program is killed. */
let killAt = Number.POSITIVE_INFINITY
let child: ReturnType<typeof spawn> | undefined
/** Who was told, how often; and who was being told when it was killed. */
const told = new Map<string, number>()
let cut: string | undefined

const partyOf = (method: string, url: URL): string | undefined => {
  if (method === 'POST') return 'the hub'
  if (url.pathname.startsWith('/api/1.0/')) return url.pathname
  return url.searchParams.has('reason') ? 'Podping' : undefined
}

beforeAll(async () => {
  host = await audioHost((request, response) => {
    const url = new URL(request.url!, host.origin)
    const party = partyOf(request.method!, url)
    if (party !== undefined) told.set(party, (told.get(party) ?? 0) + 1)
    if (++requests === killAt) {
      cut = party
      child!.kill('SIGKILL')
      return
    }
    request.resume()
    if (party !== undefined) return void response.writeHead(200).end('{"status":"true"}')
    const file = join(cwd, 'public', url.pathname)
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end()
    sendWell(readFileSync(file), TYPES[file.split('.').at(-1)!]!, request, response)
  })
  cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    'show.md': documentOf(
      {
        ...frontMatter['show.md'],
        baseUrl: `${host.origin}/`,
        guid: 'a75dd98a-2939-5fcd-bbb1-8344f3316575',
        hub: `${host.origin}/hub`,
        link: `${host.origin}/feed.xml`,
      },
      'Short talks.\n',
    ),
    ...Object.fromEntries(
      (['001.md', '002.md'] as const).map(name => [
        name,
        documentOf({ ...frontMatter[name], link: `${host.origin}/feed.xml` }, 'Notes.\n'),
      ]),
    ),
  })
  const built = await say({ cwd })
  expect(built.code, built.stderr).toBe(0)
})
afterAll(() => host.close())

const publish = async (state: string): Promise<{ readonly code: number | null; readonly output: string }> => {
  const chunks: Buffer[] = []
  child = spawn(process.execPath, [program, 'publish', '--allow-private', '--wait', '0', '--state', state], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      PODCASTINDEX_API: host.origin,
      PODCASTINDEX_API_KEY: 'key',
      PODCASTINDEX_API_SECRET: 'secret',
      PODPING_API: host.origin,
      PODPING_TOKEN: 'token',
    },
  })
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number | null>(resolve => child!.on('close', resolve))
  return { code, output: Buffer.concat(chunks).toString() }
}

const parties = ['the hub', '/api/1.0/add/byfeedurl', '/api/1.0/hub/pubnotify', 'Podping']

test('at every request', async () => {
  let killed = 0
  for (let step = 1; ; step++) {
    requests = 0
    cut = undefined
    told.clear()
    killAt = step
    const state = join(temporaryFolder(), 'told.json')
    const first = await publish(state)
    killAt = Number.POSITIVE_INFINITY
    if (first.code === 0) break
    expect(first.code, first.output).toBeNull()
    killed++
    const second = await publish(state)
    expect(second.code, second.output).toBe(0)
    // Who was being told may have heard it, and hears it again; that does no harm.
    for (const party of parties)
      expect(told.get(party), `${party}, killed at ${step}`).toBe(party === cut ? 2 : 1)
    // Once more for each that is told; before that, one moment is as the other.
    if (cut === undefined) continue
    expect((await publish(state)).output).toContain('knows it already')
    for (const party of parties) expect(told.get(party)).toBe(party === cut ? 2 : 1)
  }
  // The feed thrice, each file, and each that is told.
  expect(killed).toBeGreaterThan(8)
})
