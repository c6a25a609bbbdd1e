/** docs/moving.md: its commands, run against two hosts on loopback. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/moving.md'), 'utf8')
const commands = [...text.matchAll(/^build-feed (.*)$/gm)].map(([, argv]) => argv!.split(' '))

let hosts: Readonly<Record<string, AudioHost>>
let published: string
beforeAll(async () => {
  published = (await runShow(goodShow())).feed!
  const files = goodShow()
  /** What the old host made of the show: its own addresses and titles, and the guids. */
  const old = published
    .replaceAll('https://show.example/', 'https://media.old.example/')
    .replace(/<title>/g, '<title>Old: ')
  hosts = {
    'https://old.example': await audioHost((request, response) => {
      const { host } = request.headers
      const file = /^\/feed\/(.*)$/.exec(request.url ?? '')?.[1]
      // Its recordings are served where its feed is.
      if (file === undefined) response.end(old.replaceAll('https://media.old.example/', `http://${host}/`))
      else response.end(files[file] as Uint8Array)
    }),
    'https://new.example': await audioHost((_request, response) => void response.end(published)),
  }
})
afterAll(async () => {
  for (const host of Object.values(hosts)) await host.close()
})

const online = (argv: readonly string[]): string[] => [
  ...argv.map(one => {
    const host = Object.keys(hosts).find(origin => one.startsWith(origin))
    return host === undefined ? one : one.replace(host, hosts[host]!.origin)
  }),
  '--allow-private',
]

test('there are some', () => expect(commands.length).toBeGreaterThan(2))

test.each(commands)('build-feed %s %s', async (...argv) => {
  const cwd = temporaryFolder()
  // An import begins with nothing, or goes on with what the first one has brought.
  if (argv[0] !== 'import') writeFiles(join(cwd, 'episodes'), goodShow())
  const [first = []] = commands
  if (argv[0] === 'import' && argv !== first) await say({ cwd }, ...online(first))
  const said = await say({ cwd }, ...online(argv))
  expect(said.code).toBe(0)
  if (argv[0] === 'import')
    expect(said.stderr).toMatch(
      /2 episodes(?: \(0 new, \d updated, .*\)|, nothing changed)?, every guid kept/,
    )
  if (argv.includes('--download')) {
    expect(said.stderr).toContain('3 files were fetched from the old host.')
    expect(existsSync(join(cwd, 'episodes/001.mp3'))).toBe(true)
  }
  if (argv[0] === 'diff')
    expect(said.stdout).toContain('Nobody downloads an episode again, and nobody loses one.')
})

test('without --accept feed-url, the address of the feed is all that is refused', async () => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  const move = commands.find(([name]) => name === 'diff')
  const said = await say({ cwd }, ...online(move!.filter(one => one !== '--accept' && one !== 'feed-url')))
  expect(said.code).toBe(1)
  expect(said.stdout).toContain('If all of it is meant: --accept feed-url')
})
