/** Remote audio that is known already: when its host is asked again, what with, and what is made of the answer. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import type { Lock } from '../src/model.ts'
import { askAll } from '../src/probe/remote/ask-all.ts'
import { type Answer, type Transport, unreachable } from '../src/web/transport.ts'
import { type AudioHost, audioHost, type Handler, type Manners, serve } from './support/audio-host.ts'
import { concat } from './support/bytes.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { id3v2 } from './support/id3.ts'
import { lay } from './support/lay.ts'
import { mp3 } from './support/mpeg.ts'
import fc from './support/property.ts'
import { type Run, type RunOptions, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

interface Host extends AudioHost {
  /** Serves this from now on, and forgets what it was asked. */
  readonly serve: (handle: Handler) => void
}

const hosting = async (first: Handler): Promise<Host> => {
  const state = { handle: first }
  const host = await audioHost((request, response) => state.handle(request, response))
  ends.push(host.close)
  return {
    ...host,
    serve: handle => {
      state.handle = handle
      host.requests.length = 0
      host.conditions.length = 0
    },
  }
}

/** Recordings of the same length in bytes, and of another. */
const one = mp3({ seconds: 83 })
const other = Uint8Array.from(one).fill(7, 700, 760)
const longer = mp3({ seconds: 84 })
const retagged = concat(id3v2({ texts: { TIT2: 'Tides' } }), one)

const first: Manners = { etag: '"v1"', conditional: true }
const march = 'Mon, 02 Mar 2020 10:00:00 GMT'
const april = 'Thu, 02 Apr 2020 10:00:00 GMT'

const remote = (host: AudioHost): Files =>
  lay({ '001.md': `audio: ${host.origin}/1.mp3`, '001.mp3': '!nothing' }).files

const built = async (host: Host, options: RunOptions = {}): Promise<Run> => {
  const run = await runShow(remote(host), { allowPrivate: true, ...options })
  expect(run.output).toBeDefined()
  host.requests.length = 0
  host.conditions.length = 0
  return run
}
const refresh = (run: Run, options: RunOptions = {}): Promise<Run> =>
  rebuild(run.root, { allowPrivate: true, refresh: true, ...options })

const lockText = ({ root }: Pick<Run, 'root'>): string =>
  readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8')
const locked = (run: Pick<Run, 'root'>, stem = '001') => (JSON.parse(lockText(run)) as Lock).episodes[stem]!
const feedOf = ({ root }: Pick<Run, 'root'>): string => readFileSync(join(root, 'public/feed.xml'), 'utf8')

describe('the lock keeps how the host tells versions apart', () => {
  test.each<[string, Manners, object]>([
    ['an ETag', { etag: '"v1"', lastModified: march }, { etag: '"v1"' }],
    ['a weak ETag', { etag: 'W/"v1"' }, { etag: 'W/"v1"' }],
    ['one without quotes, as Azure sends it', { etag: '0x8DA' }, { etag: '0x8DA' }],
    ['the date, where there is no ETag', { lastModified: march }, { lastModified: march }],
    [
      'the date beside an ETag that tells nothing',
      { etag: '""', lastModified: march },
      { lastModified: march },
    ],
    ['nothing of a date that is no date', { lastModified: 'yesterday' }, {}],
    [
      'nothing of a file that may change within its second',
      { lastModified: new Date(Date.now() + 60_000).toUTCString() },
      {},
    ],
    ['nothing that would ask for everything', { etag: '*' }, {}],
    ['nothing without end', { etag: `"${'x'.repeat(300)}"` }, {}],
    ['nothing where there is nothing', {}, {}],
  ])('%s', async (_, manners, validator) => {
    const run = await built(await hosting(serve(one, manners)))
    const { etag, lastModified } = locked(run)
    expect({ etag, lastModified }).toEqual({ etag: undefined, lastModified: undefined, ...validator })
    expect(locked(run, '002')).not.toHaveProperty('etag')
  })

  test('of the answer at the end of a way of redirects', async () => {
    const file = serve(one, { etag: '"at the end"'.replaceAll(' ', '-') })
    const host = await hosting((request, response) => {
      if (request.url === '/file') file(request, response)
      else response.writeHead(302, { Location: '/file', ETag: '"prefix"' }).end()
    })
    expect(locked(await built(host)).etag).toBe('"at-the-end"')
  })
})

describe('without --refresh', () => {
  test('nobody is asked, whatever the host has now; and the lock stays as it is', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    const lock = lockText(run)
    host.serve(serve(longer, { etag: '"v2"' }))
    for (const options of [{ allowPrivate: true }, { frozen: true }, { check: true }]) {
      const again = await rebuild(run.root, options)
      expect(again.diagnostics).toEqual([])
      expect(again.feed).toBe(run.feed)
    }
    expect(lockText(run)).toBe(lock)
    expect(host.requests).toEqual([])
  })
})

describe('--refresh of what has not changed', () => {
  const still = async (run: Run): Promise<void> => {
    const before = [feedOf(run), lockText(run)]
    const again = await refresh(run)
    expect(again.diagnostics).toEqual([])
    expect([feedOf(again), lockText(again)]).toEqual(before)
  }

  test('one HEAD with the ETag, and 304', async () => {
    const host = await hosting(serve(one, first))
    await still(await built(host))
    expect(host.requests).toEqual(['HEAD /1.mp3'])
    expect(host.conditions).toEqual(['"v1"'])
  })

  test.each<[string, Manners]>([
    ['a host that ignores If-None-Match', { etag: '"v1"' }],
    ['a weak ETag', { etag: 'W/"v1"' }],
    ['a date and no ETag', { lastModified: march }],
  ])('%s: one HEAD', async (_, manners) => {
    const host = await hosting(serve(one, manners))
    await still(await built(host))
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('a date is compared, and never asked about: hosts say 304 for an older file, too', async () => {
    const host = await hosting(serve(one, { lastModified: april }))
    const run = await built(host)
    host.serve((request, response) => {
      if (request.headers['if-modified-since'] !== undefined) return void response.writeHead(304).end()
      serve(longer, { lastModified: march })(request, response)
    })
    expect((await refresh(run)).ids).toEqual(['history/audio-replaced'])
  })

  test.each<[string, Manners, number]>([
    ['with 304', { ...first, head: false }, 2],
    ['with a range', { etag: '"v1"', head: false }, 2],
    ['with all of it, of which nothing is read', { etag: '"v1"', head: false, ranges: false }, 2],
  ])('where HEAD is refused, one byte is asked for: %s', async (_, manners, asked) => {
    const host = await hosting(serve(one, manners))
    await still(await built(host, { strict: false }))
    expect(host.requests).toEqual(['HEAD /1.mp3', 'GET /1.mp3 bytes=0-0'].slice(0, asked))
  })

  test.each([
    ['"v1"', 1],
    ['W/"v1"', 6],
  ])('HEAD without a length: the ETag %s is believed when it is strong', async (etag, most) => {
    const host = await hosting((request, response) => {
      if (request.method !== 'HEAD') return serve(one, { etag })(request, response)
      response.writeHead(200, { ETag: etag, 'Content-Type': 'audio/mpeg' }).end()
    })
    await still(await built(host))
    expect(host.requests.length === 1).toBe(most === 1)
    expect(host.requests.length).toBeLessThanOrEqual(most)
  })

  test('HEAD that does not name the ETag, as GET does, is followed by GET', async () => {
    const host = await hosting((request, response) =>
      serve(one, request.method === 'HEAD' ? { lastModified: march } : { etag: '"v1"' })(request, response),
    )
    await still(await built(host))
    expect(host.requests).toEqual(['HEAD /1.mp3', 'GET /1.mp3 bytes=0-0'])
  })

  test('HEAD that fails for the moment is followed by GET', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve((request, response) => {
      if (request.method === 'HEAD') response.writeHead(503).end()
      else serve(one, first)(request, response)
    })
    await still(run)
    expect(host.requests).toEqual(['HEAD /1.mp3', 'GET /1.mp3 bytes=0-0'])
  })

  test('a host that tells nothing: it is measured anew', async () => {
    const host = await hosting(serve(one))
    await still(await built(host))
    expect(host.requests.length).toBeGreaterThan(1)
  })

  test('another ETag, the same bytes, as of another node: no finding, and the lock has the new one', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    const before = lockText(run)
    host.serve(serve(one, { etag: '"node-2"' }))
    const again = await refresh(run)
    expect(again.diagnostics).toEqual([])
    expect(again.feed).toBe(run.feed)
    expect(lockText(run)).toBe(before.replace(/\\"v1\\"/, '\\"node-2\\"'))
    host.serve(serve(one, { etag: '"node-2"', conditional: true }))
    await still(run)
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('with --check, that a host calls it otherwise is no difference', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve(serve(one, { etag: '"node-2"' }))
    expect((await refresh(run, { check: true })).diagnostics).toEqual([])
  })

  test('a lock of before, without an ETag, gets one', async () => {
    const host = await hosting(serve(one))
    const run = await built(host)
    host.serve(serve(one, first))
    expect((await refresh(run)).diagnostics).toEqual([])
    expect(locked(run).etag).toBe('"v1"')
  })

  test('other tags around the same recording: the feed says the new length', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve(serve(retagged, { etag: '"v2"' }))
    const again = await refresh(run)
    expect(again.ids.filter(id => id.startsWith('history/'))).toEqual([])
    expect(again.feed).toContain(`length="${retagged.length}"`)
    expect(locked(run)).toMatchObject({ bytes: retagged.length, etag: '"v2"' })
  })
})

describe('--refresh of what has changed', () => {
  test.each<[string, Manners, Uint8Array, Manners]>([
    ['another ETag', first, longer, { etag: '"v2"', conditional: true }],
    ['another ETag, the same length', first, other, { etag: '"v2"', conditional: true }],
    ['the same ETag, another length', { etag: '"v1"' }, longer, { etag: '"v1"' }],
    ['another date', { lastModified: march }, other, { lastModified: april }],
    ['the same date, another length', { lastModified: march }, longer, { lastModified: march }],
    ['neither ETag nor date', {}, other, {}],
    ['HEAD refused', { ...first, head: false }, other, { etag: '"v2"', head: false }],
    ['the ETag gone', first, other, {}],
  ])('%s: an error that names both ways out, and nothing is written', async (_, before, bytes, now) => {
    const host = await hosting(serve(one, before))
    const run = await built(host)
    const kept = [feedOf(run), lockText(run)]
    host.serve(serve(bytes, now))
    const again = await refresh(run)
    const [finding, ...more] = again.diagnostics.filter(found => found.severity === 'error')
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      rule: 'history/audio-replaced',
      place: { file: 'episodes/001.md', line: 7 },
    })
    expect(finding?.help).toContain(`\`audio: ${host.origin}/1-v2.mp3\``)
    expect(finding?.help).toContain('`build-feed --accept audio:001`')
    expect([feedOf(run), lockText(run)]).toEqual(kept)
    // Without it, the show can be built as before.
    expect((await rebuild(run.root, { allowPrivate: true })).diagnostics).toEqual([])
  })

  test.each([['audio:001'], ['audio:*']])(
    '--accept %s asks by itself, and takes the new one',
    async accept => {
      const host = await hosting(serve(one, first))
      const run = await built(host)
      host.serve(serve(longer, { etag: '"v2"', conditional: true }))
      const accepted = await rebuild(run.root, { allowPrivate: true, accept: [accept] })
      expect(accepted.diagnostics).toEqual([])
      expect(accepted.feed).toContain(`length="${longer.length}"`)
      expect(locked(run)).toMatchObject({ bytes: longer.length, duration: 84, etag: '"v2"' })
      host.serve(serve(longer, { etag: '"v2"', conditional: true }))
      expect((await refresh(run)).diagnostics).toEqual([])
      expect(host.requests).toEqual(['HEAD /1.mp3'])
    },
  )

  test('--accept of one episode asks about that one only; of one that is the same, it says so', async () => {
    const host = await hosting(serve(one, first))
    const files = lay({
      '001.md': `audio: ${host.origin}/1.mp3`,
      '002.md': `audio: ${host.origin}/2.mp3`,
      '001.mp3': '!nothing',
      '002.mp3': '!nothing',
    }).files
    const run = await runShow(files, { allowPrivate: true })
    host.serve(serve(one, first))
    const again = await rebuild(run.root, { allowPrivate: true, accept: ['audio:001'] })
    // The host serves the same under both addresses.
    expect(again.ids).toEqual(['audio/same-recording', 'history/accept-unused'])
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('the same address in two episodes is asked about once', async () => {
    const host = await hosting(serve(one, first))
    const { files } = lay({
      '001.md': `audio: ${host.origin}/1.mp3`,
      '002.md': `audio: ${host.origin}/1.mp3`,
    })
    const run = await runShow(files, { allowPrivate: true })
    writeFileSync(
      join(run.root, 'episodes/feed.lock.json'),
      `${JSON.stringify({
        version: 1,
        podcastGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
        episodes: {
          '001': {
            guid: 'a',
            url: `${host.origin}/1.mp3`,
            bytes: one.length,
            type: 'audio/mpeg',
            duration: 83,
            fingerprint: '1:x',
            pubDate: '2026-01-05T09:00:00Z',
            etag: '"v1"',
          },
          '002': {
            guid: 'b',
            url: `${host.origin}/1.mp3`,
            bytes: one.length,
            type: 'audio/mpeg',
            duration: 83,
            fingerprint: '1:y',
            pubDate: '2026-01-12T09:00:00Z',
            etag: '"v0"',
          },
        },
      })}\n`,
    )
    host.serve(serve(one, first))
    // The lock knows two recordings there: the host has neither, and saying that it is the one or the other would be a guess.
    expect((await refresh(run)).ids.filter(id => id === 'history/audio-replaced').length).toBeGreaterThan(0)
    expect(host.requests.filter(asked => asked.startsWith('HEAD'))).toHaveLength(1)
  })

  test('a 304 that names another ETag is not believed', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve((request, response) => {
      if (request.headers['if-none-match'] !== undefined)
        return void response.writeHead(304, { ETag: '"v2"' }).end()
      serve(longer, { etag: '"v2"' })(request, response)
    })
    expect((await refresh(run)).ids).toEqual(['history/audio-replaced'])
  })
})

describe('a host that cannot be asked', () => {
  const failing: readonly [string, Handler][] = [
    ['503 for ever', (_, response) => response.writeHead(503, { 'Retry-After': '0' }).end()],
    ['429', (_, response) => response.writeHead(429, { 'Retry-After': '0' }).end()],
    ['403, as to a computer centre', (_, response) => response.writeHead(403).end()],
  ]

  test.each(failing)('%s: a warning, and the feed says what the lock knows', async (_, handle) => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    const before = [feedOf(run), lockText(run)]
    host.serve(handle)
    const again = await refresh(run)
    expect(again.diagnostics.map(found => [found.rule, found.severity, found.place.line])).toEqual([
      ['web/not-refreshed', 'warning', 7],
    ])
    expect(again.output).toBeDefined()
    expect([feedOf(run), lockText(run)]).toEqual(before)
  })

  test('one that is down holds no other episode back; with --strict it does', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    await host.close()
    writeFiles(join(run.root, 'episodes'), {
      '003.md': documentOf(
        { ...frontMatter['002.md'], title: 'Fog', date: '2026-02-01', episode: '3' },
        'Fog.\n',
      ),
      '003.mp3': mp3({ seconds: 12 }),
    })
    expect((await refresh(run, { strict: true })).output).toBeUndefined()
    const again = await refresh(run)
    expect(again.ids).toEqual(['web/not-refreshed'])
    expect(again.diagnostics[0]?.message).toContain('127.0.0.1 does not take connections')
    expect(again.feed).toContain('<title>Fog</title>')
  })

  test('of many episodes it is said once, and not all of them are tried', async () => {
    const host = await hosting(serve(one, first))
    const episodes = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `1${n}.md`,
        documentOf(
          {
            ...frontMatter['002.md'],
            title: `Part ${n}`,
            date: `2025-${n < 20 ? '01' : '02'}-${String((n % 20) + 1).padStart(2, '0')}`,
            episode: `${n + 3}`,
            audio: `${host.origin}/${n}.mp3`,
          },
          'Notes.\n',
        ),
      ]),
    )
    const run = await runShow({ ...goodShow(), ...episodes }, { allowPrivate: true })
    expect(run.output).toBeDefined()
    await host.close()
    const again = await refresh(run)
    const said = again.diagnostics.filter(found => found.rule === 'web/not-refreshed')
    expect(said).toHaveLength(1)
    expect(said[0]?.message).toContain('the audio of 40 episodes')
    expect(again.feed).toBe(run.feed)
  })

  const answers = (status: number): Answer => ({
    status,
    headers: {},
    body: (async function* () {})(),
    discard: () => {},
  })
  test.each<[string, (host: string) => Answer]>([
    [
      'does not answer',
      host => {
        throw unreachable('timeout', host)
      },
    ],
    ['answers 503', () => answers(503)],
  ])(
    'a host that %s is not tried for each of a thousand files; what the lock does not know is',
    async (_, answer) => {
      const asked = new Set<string>()
      const transport: Transport = async ({ url }) => {
        asked.add(url.pathname)
        return answer(url.hostname)
      }
      const version = { validator: { etag: '"v1"' }, bytes: 1 }
      const queries = Array.from({ length: 1000 }, (_, n) => ({
        url: `https://down.example/${n}`,
        locked: version,
      }))
      const answered = await askAll([...queries, { url: 'https://down.example/new' }], { transport })
      expect(answered.size).toBe(1001)
      expect(
        [...answered.values()].filter(({ kind }) => kind !== 'unreachable' && kind !== 'status'),
      ).toEqual([])
      expect(asked.size).toBeLessThan(30)
      expect(asked).toContain('/new')
    },
  )

  test.each([
    [404, 'web/unreachable'],
    [410, 'web/unreachable'],
  ])('%d says of the file that it is gone: that is an error', async (status, rule) => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve((_, response) => response.writeHead(status).end())
    expect((await refresh(run)).ids).toEqual([rule])
  })

  test('a page in its place is an error, and so is a way that leads into a private network', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve(serve(Buffer.from('<!doctype html><title>Sign in</title>'), { type: 'text/html' }))
    expect((await refresh(run)).ids).toEqual(['audio/not-audio'])
    host.serve(serve(one, first))
    expect((await rebuild(run.root, { refresh: true })).ids).toEqual(['web/refused-address'])
    expect(host.requests).toEqual([])
  })

  test('an acceptance that could not be looked at is an error, and no second finding', async () => {
    const host = await hosting(serve(one, first))
    const run = await built(host)
    host.serve((_, response) => response.writeHead(503, { 'Retry-After': '0' }).end())
    for (const accept of ['audio:001', 'audio:*'])
      expect((await rebuild(run.root, { allowPrivate: true, accept: [accept] })).ids).toEqual([
        'web/unreachable',
      ])
  })
})

describe('on the command line', () => {
  const world = (host: Host, name = 'work') => {
    const folder = temporaryFolder()
    writeFiles(join(folder, name, 'episodes'), remote(host))
    return { cwd: join(folder, name), env: { XDG_CACHE_HOME: join(folder, 'cache') } }
  }

  test('--refresh and --frozen contradict each other', async () => {
    const host = await hosting(serve(one, first))
    const said = await say(world(host), '--refresh', '--frozen', '--allow-private')
    expect(said).toMatchObject({ code: 2, stderr: expect.stringContaining('--refresh') })
    expect(host.requests).toEqual([])
    await expect(build('nowhere', { refresh: true, frozen: true })).rejects.toThrow(TypeError)
  })

  test('a first build with --refresh is not taken for the second one', async () => {
    const host = await hosting(serve(one, first))
    const cwd = world(host)
    for (let i = 0; i < 3; i++) {
      host.requests.length = 0
      expect((await say(cwd, '--allow-private', '--refresh')).code).toBe(0)
      expect(host.requests.length).toBeGreaterThan(0)
    }
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('with --refresh a build asks each time, and is never taken for one that was done; without, nobody is asked', async () => {
    const host = await hosting(serve(one, first))
    const cwd = world(host)
    expect((await say(cwd, '--allow-private')).code).toBe(0)
    for (const [flags, asked] of [
      [[], 0],
      [['--refresh'], 1],
      [['--refresh'], 1],
      [[], 0],
      [['--accept', 'audio:001'], 1],
      [['--accept', 'audio:001'], 1],
      [['--refresh', '--no-cache'], 1],
    ] as const) {
      host.requests.length = 0
      const said = await say(cwd, '--allow-private', ...flags)
      expect(said.code, said.stderr).toBe(0)
      expect(said.stderr.includes('history/accept-unused')).toBe(flags.includes('audio:001' as never))
      expect(host.requests).toHaveLength(asked)
    }
    host.serve(serve(other, { etag: '"v2"' }))
    for (const command of [[], ['validate']])
      expect((await say(cwd, ...command, '--allow-private', '--refresh')).code).toBe(1)
    expect((await say(cwd, '--allow-private')).code).toBe(0)
    expect((await say(cwd, 'validate', '--allow-private', '--accept', 'audio:001')).code).toBe(0)
  })
})

describe('between runs, what was answered is remembered', () => {
  const world = (host: Host) => {
    const folder = temporaryFolder()
    writeFiles(join(folder, 'work/episodes'), remote(host))
    return { cwd: join(folder, 'work'), env: { XDG_CACHE_HOME: join(folder, 'cache') } }
  }
  const validate = (at: ReturnType<typeof world>, ...flags: readonly string[]) =>
    say(at, 'validate', '--allow-private', ...flags)

  test.each<[string, Manners]>([
    ['304', first],
    ['the same ETag', { etag: '"v1"' }],
    ['the same weak ETag', { etag: 'W/"v1"' }],
    ['the same date and length', { lastModified: march }],
  ])('and confirmed by one HEAD: %s', async (_, manners) => {
    const host = await hosting(serve(one, manners))
    const at = world(host)
    const before = await validate(at)
    expect(before.code, before.stderr).toBe(0)
    expect(host.requests.length).toBeGreaterThan(1)
    host.requests.length = 0
    for (let i = 0; i < 2; i++) expect(await validate(at)).toEqual(before)
    expect(host.requests).toEqual(['HEAD /1.mp3', 'HEAD /1.mp3'])
    host.requests.length = 0
    await validate(at, '--no-cache')
    expect(host.requests.length).toBeGreaterThan(1)
    // The first build after it has them, too.
    host.requests.length = 0
    expect((await say(at, '--allow-private')).code).toBe(0)
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('of a host that tells nothing, nothing is', async () => {
    const host = await hosting(serve(one))
    const at = world(host)
    await validate(at)
    host.requests.length = 0
    await validate(at)
    expect(host.requests.length).toBeGreaterThan(1)
  })

  test('--fix measures once, however many rounds it takes', async () => {
    const host = await hosting(serve(one, first))
    const at = world(host)
    const text = String(remote(host)['001.md']).replace('title:', 'titel:')
    writeFiles(join(at.cwd, 'episodes'), { '001.md': text })
    const said = await validate(at, '--fix')
    expect(said.stderr).toContain('1 fix in 1 file.')
    expect(host.requests.filter(asked => asked.startsWith('GET'))).toHaveLength(
      new Set(host.requests.filter(asked => asked.startsWith('GET'))).size,
    )
    expect(host.requests.at(-1)).toBe('HEAD /1.mp3')
    expect(readFileSync(join(at.cwd, 'episodes/001.md'), 'utf8')).toContain('title:')
  })

  test('a build that fails remembers as well', async () => {
    const host = await hosting(serve(one, first))
    const at = world(host)
    writeFiles(join(at.cwd, 'episodes'), { '002.md': '---\ntitle: No date\n---\n' })
    expect((await say(at, '--allow-private')).code).toBe(1)
    host.requests.length = 0
    expect((await say(at, '--allow-private')).code).toBe(1)
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('what has changed is measured anew', async () => {
    const host = await hosting(serve(one, first))
    const at = world(host)
    await validate(at)
    host.serve(serve(longer, { etag: '"v2"' }))
    await say(at, '--allow-private')
    expect(readFileSync(join(at.cwd, 'public/feed.xml'), 'utf8')).toContain(`length="${longer.length}"`)
  })

  test('what the host did wrong is looked at again, and is no longer said when it has been put right', async () => {
    const host = await hosting(serve(one, { ...first, ranges: false, type: 'text/plain' }))
    const at = world(host)
    for (let i = 0; i < 2; i++) {
      const said = await validate(at)
      expect(said.stderr).toContain('web/no-ranges')
      expect(said.stderr).toContain('web/wrong-type')
    }
    // The second time, only the headers.
    expect(host.requests.slice(-2)).toEqual(['HEAD /1.mp3', 'GET /1.mp3 bytes=0-0'])
    host.serve(serve(one, first))
    expect((await validate(at)).stderr).not.toContain('web/')
    host.requests.length = 0
    await validate(at)
    expect(host.requests).toEqual(['HEAD /1.mp3'])
    host.serve(serve(one, { etag: '"v1"', head: false }))
    expect((await validate(at)).stderr).toContain('web/no-head')
  })

  test('a 304 that nobody asked for is no confirmation', async () => {
    const host = await hosting(serve(one, { ...first, type: 'text/plain' }))
    const at = world(host)
    await validate(at)
    host.serve((_, response) => response.writeHead(304).end())
    expect(await validate(at)).toEqual(await validate(at, '--no-cache'))
    expect((await validate(at)).code).toBe(1)
  })

  test('what was wrong with a host that serves another recording now, too', async () => {
    const host = await hosting(serve(one, first))
    const at = world(host)
    expect((await say(at, '--allow-private')).code).toBe(0)
    host.serve(serve(other, { etag: '"v2"', ranges: false }))
    expect((await validate(at, '--refresh')).stderr).toContain('web/no-ranges')
    host.serve(serve(other, { etag: '"v2"' }))
    const said = await validate(at, '--refresh')
    expect(said.stderr).toContain('history/audio-replaced')
    expect(said.stderr).not.toContain('web/')
    host.requests.length = 0
    expect((await validate(at, '--refresh')).stderr).toBe(said.stderr)
    expect(host.requests).toEqual(['HEAD /1.mp3'])
  })

  test('a file that is gone, a host that is down and an address that is private are what they are', async () => {
    const host = await hosting(serve(one, first))
    const at = world(host)
    await validate(at)
    host.serve((_, response) => response.writeHead(404).end())
    expect((await validate(at)).stderr).toContain('web/unreachable')
    expect((await say(at, 'validate')).stderr).toContain('web/refused-address')
    await host.close()
    expect((await validate(at)).stderr).toContain('web/unreachable')
  })
})

describe('chapters inside remote audio', () => {
  const chapters = [
    { start: 0, end: 3, title: 'Intro' },
    { start: 3, end: 8.5, title: 'The letter', url: 'https://a.example/' },
    { start: 8.5, end: 80, title: 'Farewell' },
  ]
  const marked = concat(id3v2({ chapters }), one)

  test('are in the feed, and stay there: from the lock, refreshed, measured anew', async () => {
    const host = await hosting(serve(marked, first))
    const run = await built(host)
    expect(run.feed).toContain('The letter')
    const json = () => readFileSync(join(run.root, 'public/chapters/001.json'), 'utf8')
    const before = [feedOf(run), lockText(run), json()]
    for (const options of [{}, { frozen: true }, { refresh: true, allowPrivate: true }]) {
      rmSync(join(run.root, 'public/chapters'), { recursive: true, force: true })
      const again = await rebuild(run.root, options)
      expect(again.diagnostics).toEqual([])
      expect([feedOf(run), lockText(run), json()]).toEqual(before)
    }
    host.serve(serve(marked, { etag: '"v2"' }))
    await refresh(run)
    expect([feedOf(run), lockText(run).replace('v2', 'v1'), json()]).toEqual(before)
  })

  test('what is wrong with them is told where the audio is named', async () => {
    const host = await hosting(serve(concat(id3v2({ chapters: [{ start: 5, title: 'Late' }] }), one), first))
    const run = await runShow(remote(host), { allowPrivate: true })
    const found = run.diagnostics.filter(({ rule }) => rule.startsWith('chapters/'))
    expect(found.length).toBeGreaterThan(0)
    for (const { place } of found) expect(place).toMatchObject({ file: 'episodes/001.md', line: 7 })
  })
})

/** A host over the years: it is honest about what it says, and says now this, now that. */
interface Times {
  readonly version: 0 | 1 | 2
  readonly tells: 'etag' | 'weak etag' | 'etag of a node' | 'date' | 'nothing'
  readonly node: number
  readonly conditional: boolean
  readonly head: boolean
}

const versions = [one, other, retagged] as const
const dates = [march, april, 'Sat, 02 May 2020 10:00:00 GMT'] as const

const mannersOf = ({ version, tells, node, ...manners }: Times, ranges: boolean): Manners => {
  const etag = {
    etag: `"v${version}"`,
    'weak etag': `W/"v${version}"`,
    'etag of a node': `"v${version}-${node}"`,
    date: undefined,
    nothing: undefined,
  }[tells]
  return {
    ...manners,
    ranges,
    ...(etag === undefined ? {} : { etag }),
    ...(tells === 'date' || tells === 'etag' ? { lastModified: dates[version] } : {}),
  }
}

const times: fc.Arbitrary<Times> = fc.record({
  version: fc.constantFrom(0, 1, 2),
  tells: fc.constantFrom('etag', 'weak etag', 'etag of a node', 'date', 'nothing'),
  node: fc.nat({ max: 2 }),
  conditional: fc.boolean(),
  head: fc.constantFrom(true, true, false),
})
/** From when on it answers ranges. That it has stopped to is all that one HEAD cannot tell. */
const learns = fc.constantFrom(0, 0, 1, 2, 9)

test('whatever a host does over time: the memory changes no answer, and --refresh finds what was replaced and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(times, { minLength: 2, maxLength: 5 }), learns, async (history, from) => {
      const host = await hosting(serve(one))
      const folder = temporaryFolder()
      const env = { XDG_CACHE_HOME: join(folder, 'cache') }
      const unbuilt = join(folder, 'unbuilt')
      const published = join(folder, 'published')
      for (const cwd of [unbuilt, published]) writeFiles(join(cwd, 'episodes'), remote(host))
      let known: number | undefined
      for (const [index, time] of history.entries()) {
        host.serve(serve(versions[time.version], mannersOf(time, index >= from)))
        const wanted = await say({ cwd: unbuilt }, 'validate', '--allow-private', '--no-cache')
        expect(await say({ cwd: unbuilt, env }, 'validate', '--allow-private')).toEqual(wanted)
        const said = await say({ cwd: published, env }, '--allow-private', '--refresh')
        // The first and the last differ in their tags only.
        const isReplaced = known !== undefined && (known === 1) !== (time.version === 1)
        expect(said.stderr.includes('history/audio-replaced')).toBe(isReplaced)
        expect(said.code).toBe(isReplaced ? 1 : 0)
        if (!isReplaced) known = time.version
      }
    }),
    { numRuns: 12 },
  )
})
