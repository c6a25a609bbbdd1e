/** `publish`: what is live is what was built, or nobody is told; and who is told is told once. */

import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { builtFeed, lookAtFeed, lookAtFiles, sampleOf } from '../src/publish/index.ts'
import type { Transport } from '../src/web/transport.ts'
import { audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import {
  type Answer,
  type Api,
  apiOf,
  type Hub,
  hubOf,
  type Site,
  sendWell,
  siteOf,
} from './support/live-site.ts'
import { type Said, say } from './support/terminal.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** Gone after the test. */
const kept = async <T extends { readonly close: () => Promise<void> }>(host: Promise<T>): Promise<T> => {
  const open = await host
  ends.push(open.close)
  return open
}

interface World {
  readonly cwd: string
  readonly site: Site
  readonly hub: Hub
  readonly index: Api
  readonly env: Readonly<Record<string, string>>
  readonly publish: (...argv: string[]) => Promise<Said>
}

/** A show that is built, deployed, and has a hub. */
const world = async (env: Readonly<Record<string, string>> = {}): Promise<World> => {
  const cwd = temporaryFolder()
  const site = await kept(siteOf(() => join(cwd, 'live')))
  const [hub, index] = [await kept(hubOf()), await kept(apiOf())]
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    'show.md': documentOf(
      {
        ...frontMatter['show.md'],
        baseUrl: `${site.origin}/`,
        guid: 'a75dd98a-2939-5fcd-bbb1-8344f3316575',
        hub: `${hub.origin}/`,
      },
      'Short talks.\n',
    ),
    '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:05.000\nHello.\n',
    '001.chapters.json':
      '{"version":"1.2.0","chapters":[{"startTime":0,"title":"One"},{"startTime":4,"title":"Two"}]}',
  })
  const all = {
    XDG_CACHE_HOME: temporaryFolder(),
    PODCASTINDEX_API: index.origin,
    ...env,
  }
  const built = await say({ cwd, env: all }, '--out', 'public')
  expect(built.code, built.stderr).toBe(0)
  await say({ cwd, env: all }, '--out', 'live')
  await hub.subscribe(`${site.origin}/feed.xml`)
  return {
    cwd,
    site,
    hub,
    index,
    env: all,
    publish: (...argv) => say({ cwd, env: all }, 'publish', '--allow-private', '--wait', '0', ...argv),
  }
}

const feedFile = ({ cwd }: World, folder = 'public'): string => join(cwd, folder, 'feed.xml')

describe('what is live is what was built', () => {
  test('then hubs and directories are told, and what subscribers get is it', async () => {
    const all = await world()
    const { code, stdout, stderr } = await all.publish()
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain(`${all.site.origin}/feed.xml is the same as public/feed.xml, byte for byte`)
    expect(all.hub.posted).toEqual([
      `hub.mode=publish&hub.url=${encodeURIComponent(`${all.site.origin}/feed.xml`)}`,
    ])
    expect(all.hub.delivered).toEqual([readFileSync(feedFile(all), 'utf8')])
    expect(all.index.asked.map(({ url }) => url)).toEqual([
      `/api/1.0/hub/pubnotify?url=${encodeURIComponent(`${all.site.origin}/feed.xml`)}`,
    ])
    expect(stdout).toContain('notified the hub')
    expect(stdout).toContain(`did not notify Podping: nobody else can reach ${all.site.origin}/feed.xml`)
  })

  test('the same bytes are told once; where it is not known who was told, once more', async () => {
    const all = await world()
    await all.publish('--state', 'told.json')
    const again = await all.publish('--state', 'told.json')
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('Podcast Index knows it already')
    expect([all.hub.posted.length, all.index.asked.length]).toEqual([1, 1])
    rmSync(join(all.cwd, 'told.json'))
    await all.publish('--state', 'told.json')
    expect([all.hub.posted.length, all.index.asked.length]).toEqual([2, 2])
    writeFileSync(join(all.cwd, 'told.json'), '{"version":1,"feeds":{"x":3}}')
    expect((await all.publish('--state', 'told.json')).code).toBe(0)
    expect(all.hub.posted).toHaveLength(3)
  })

  test('with --dry-run everything is looked at, and nobody is told', async () => {
    const all = await world()
    const { code, stdout } = await all.publish('--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('would notify Podcast Index')
    expect([all.hub.posted, all.index.asked]).toEqual([[], []])
    expect(all.site.requests.some(request => request.startsWith('HEAD /001.mp3'))).toBe(true)
  })

  test('who answered badly is told by the next run, and nobody else', async () => {
    const all = await world()
    all.hub.answers.push(400)
    const first = await all.publish()
    expect(first.code).toBe(1)
    expect(first.stderr).toContain('answered 400: "no"')
    const second = await all.publish()
    expect(second.code).toBe(0)
    expect([all.hub.posted.length, all.index.asked.length]).toEqual([2, 1])
  })

  test('what may pass is tried again', async () => {
    const all = await world()
    all.hub.answers.push(503)
    expect((await all.publish()).code).toBe(0)
    expect(all.hub.posted).toHaveLength(2)
  })
})

test.each([
  ['and would be told of nothing', ['--dry-run']],
  ['and are told of nothing', []],
])('who serves everybody cannot reach a feed on this machine, %s', async (_, argv) => {
  const all = await world({
    // Names that nobody has: https://www.rfc-editor.org/rfc/rfc6761#section-6.5
    PODCASTINDEX_API: 'https://index.example',
    PODCASTINDEX_API_KEY: 'key',
    PODCASTINDEX_API_SECRET: 'secret',
    PODPING_API: 'https://podping.example',
    PODPING_TOKEN: 'token',
  })
  const { code, stdout, stderr } = await all.publish(...argv)
  expect([code, stderr]).toEqual([0, ''])
  for (const to of ['Podcast Index', 'Podcast Index, to add the feed', 'Podping'])
    expect(stdout).toContain(`did not notify ${to}: nobody else can reach ${all.site.origin}/feed.xml\n`)
  // The hub is one that the feed names.
  expect(all.hub.posted).toHaveLength(argv.length === 0 ? 1 : 0)
})

describe('nobody is told of what is not live', () => {
  const send =
    (status: number, headers: Record<string, string>, body: string | Buffer): Answer =>
    (_, response) =>
      void response.writeHead(status, headers).end(body)
  const xml = { 'Content-Type': 'application/rss+xml' }
  const shrunk = (feed: string): string => feed.replace(/<item>[\s\S]*?<\/item>/, '')

  test.each<[string, (all: World) => readonly [path: string, Answer], string]>([
    [
      'an older state',
      all => ['/feed.xml', send(200, xml, readFileSync(feedFile(all), 'utf8').replace('Tide', 'Time'))],
      'the same episodes with other text',
    ],
    [
      'a feed that lost an episode',
      all => ['/feed.xml', send(200, xml, shrunk(readFileSync(feedFile(all), 'utf8')))],
      '1 of 2 episodes are missing, such as "Tide tables"',
    ],
    ['a page', () => ['/feed.xml', send(200, {}, '<html><body>Soon here</body></html>')], 'not a whole feed'],
    ['nothing', () => ['/feed.xml', send(404, {}, '')], 'there is no such file'],
    [
      'half of it',
      all => ['/feed.xml', send(200, xml, readFileSync(feedFile(all)).subarray(0, 900))],
      'not a whole feed',
    ],
    [
      'an older state to who asks for it compressed',
      all => [
        '/feed.xml',
        (request, response) => {
          const feed = readFileSync(feedFile(all))
          if (!request.headers['accept-encoding']?.includes('gzip')) return void response.end(feed)
          const old = gzipSync(feed.toString().replace('Tide', 'Time'))
          response.writeHead(200, { ...xml, 'Content-Encoding': 'gzip' }).end(old)
        },
      ],
      'clear the cache',
    ],
    ['a recording that is not there', () => ['/001.mp3', send(404, {}, '')], '001.mp3: the recording of'],
    [
      'another recording',
      () => ['/001.mp3', (...asked) => sendWell(Buffer.alloc(5000, 1), 'audio/mpeg', ...asked)],
      'has 5000 bytes, and the feed says',
    ],
    [
      'a recording that nobody can skip in',
      all => [
        '/001.mp3',
        send(200, { 'Content-Type': 'audio/mpeg' }, readFileSync(join(all.cwd, 'live/001.mp3'))),
      ],
      'Apple refuses that',
    ],
    [
      'a page to log in on, in the place of a recording',
      () => [
        '/001.mp3',
        send(200, { 'Content-Type': 'text/html; charset=utf-8' }, '<html>Please log in</html>'),
      ],
      'is a web page there, not audio',
    ],
    ['a transcript that is not there', () => ['/transcripts/001.vtt', send(404, {}, '')], 'a transcript of'],
    ['chapters that are not there', () => ['/chapters/001.json', send(404, {}, '')], 'the chapters file of'],
    ['artwork that is not there', () => ['/cover.jpg', send(410, {}, '')], 'cover.jpg: the picture of'],
    [
      'redirects that lead in a circle',
      () => ['/feed.xml', send(302, { Location: '/feed.xml' }, '')],
      'the redirects of 127.0.0.1 do not end',
    ],
    [
      'a redirect to what is no web address',
      () => ['/feed.xml', send(302, { Location: 'ftp://127.0.0.1/feed.xml' }, '')],
      'begins with ftp:',
    ],
    [
      'a sign-in page in front of a recording',
      () => ['/001.mp3', send(401, { 'Content-Type': 'text/html' }, '<html></html>')],
      '001.mp3: the recording of',
    ],
    [
      'an empty feed',
      all => [
        '/feed.xml',
        send(200, xml, readFileSync(feedFile(all), 'utf8').replace(/<item>[\s\S]*<\/item>/, '')),
      ],
      '2 of 2 episodes are missing',
    ],
    [
      'a newer state, with more than was built',
      all => [
        '/feed.xml',
        send(
          200,
          xml,
          readFileSync(feedFile(all), 'utf8').replace(
            /<item>[\s\S]*?<\/item>/,
            item => `${item}${item.replace(/<guid([^>]*)>[^<]*/, '<guid$1>another')}`,
          ),
        ),
      ],
      'it has 1 more than were built',
    ],
  ])('%s', async (_, change, words) => {
    const all = await world()
    all.site.odd.set(...change(all))
    const { code, stderr } = await all.publish()
    expect(stderr).toContain(words)
    expect(stderr).toMatch(/Nobody was notified/)
    expect(code).toBe(1)
    expect([all.hub.posted, all.index.asked]).toEqual([[], []])
  })

  test('a web page in the place of a recording is one error, and not also a wrong type and no ranges', async () => {
    const all = await world()
    all.site.odd.set('/001.mp3', send(200, { 'Content-Type': 'text/html' }, '<html>Please log in</html>'))
    const { stderr } = await all.publish()
    expect(stderr.match(/001\.mp3/g)).toHaveLength(1)
    expect(stderr).not.toContain('warning')
  })

  test('a recording that is only called a web page is a warning', async () => {
    const all = await world()
    const bytes = readFileSync(join(all.cwd, 'live/001.mp3'))
    all.site.odd.set('/001.mp3', (...asked) => sendWell(bytes, 'text/html', ...asked))
    const { code, stderr } = await all.publish()
    expect(code).toBe(0)
    expect(stderr).toContain('is sent as text/html; have it sent as')
  })

  test('what only some apps mind is said, and told all the same', async () => {
    const all = await world()
    const page = (path: string, type: string): void => {
      const bytes = readFileSync(join(all.cwd, 'live', path))
      all.site.odd.set(`/${path}`, (request, response) => {
        if (request.headers.range === undefined) response.writeHead(200, { 'Content-Type': type }).end(bytes)
        else
          response
            .writeHead(206, { 'Content-Type': type, 'Content-Range': `bytes 0-0/${bytes.length}` })
            .end(bytes.subarray(0, 1))
      })
    }
    page('chapters/001.json', 'text/plain')
    page('feed.xml', 'application/rss+xml')
    const { code, stderr } = await all.publish()
    expect(stderr).toContain('is sent as text/plain')
    expect(stderr).toContain('Access-Control-Allow-Origin')
    expect(code).toBe(0)
    expect(all.hub.posted).toHaveLength(1)
  })

  test('what is moved is followed, and it is said where it is', async () => {
    const all = await world()
    all.site.odd.set('/feed.xml', send(301, { Location: '/moved.xml' }, ''))
    const bytes = readFileSync(feedFile(all))
    all.site.odd.set('/moved.xml', (...asked) => sendWell(bytes, 'application/rss+xml', ...asked))
    const { code, stdout, stderr } = await all.publish()
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`${all.site.origin}/moved.xml is the same as public/feed.xml, byte for byte`)
    // Subscribers know the first one.
    expect(all.hub.posted[0]).toContain(encodeURIComponent('/feed.xml'))
  })

  test('what a host does not say, or says wrongly, is a warning', async () => {
    const all = await world()
    const bytes = readFileSync(join(all.cwd, 'live/001.mp3'))
    all.site.odd.set('/001.mp3', (request, response) =>
      request.method === 'HEAD'
        ? void response.writeHead(405).end()
        : sendWell(bytes, 'audio/mpeg', request, response),
    )
    all.site.odd.set('/cover.jpg', (...asked) =>
      sendWell(readFileSync(join(all.cwd, 'live/cover.jpg')), 'application/octet-stream', ...asked),
    )
    const { code, stderr } = await all.publish()
    expect(code).toBe(0)
    expect(stderr).toContain('is refused to a HEAD request')
    expect(stderr).toContain(
      'cover.jpg: the picture of "Harbour Notes" is sent as application/octet-stream; have it sent as image/jpeg or image/png',
    )
    expect(stderr.match(/^warning: /gm)).toHaveLength(2)
    expect(all.hub.posted).toHaveLength(1)
  })

  test('a way that leads through http is a warning, as iPhones do not follow it', async () => {
    const answers: Readonly<Record<string, { readonly status: number; readonly to?: string }>> = {
      'https://show.example/1.mp3': { status: 302, to: 'http://count.example/1.mp3' },
      'http://count.example/1.mp3': { status: 302, to: 'https://cdn.example/1.mp3' },
      'https://cdn.example/1.mp3': { status: 206 },
    }
    const transport: Transport = async ({ url, method }) => {
      const { status, to } = answers[url.href]!
      const isHead = method === 'HEAD'
      return {
        status: status === 206 && isHead ? 200 : status,
        headers: {
          ...(to === undefined
            ? { 'content-type': 'audio/mpeg', 'content-length': isHead ? '9' : '1' }
            : { location: to }),
          ...(status === 206 && !isHead ? { 'content-range': 'bytes 0-0/9' } : {}),
        },
        body: (async function* () {
          yield new Uint8Array(1)
        })(),
        discard: () => {},
      }
    }
    const file = { url: 'https://show.example/1.mp3', kind: 'audio', of: 'One', bytes: 9 } as const
    expect(await lookAtFiles([file], { transport })).toEqual([
      { severity: 'warning', file, fault: { kind: 'downgraded', host: 'count.example' } },
    ])
  })

  test('nothing is built, it was built for elsewhere, or it has no address', async () => {
    const all = await world()
    expect((await all.publish('--out', 'nowhere')).stderr).toContain('build the show first')
    await say({ cwd: all.cwd, env: all.env }, '--out', 'preview', '--base-url', 'https://preview.example/')
    const preview = await all.publish('--out', 'preview')
    expect([preview.code, preview.stderr]).toEqual([
      2,
      expect.stringContaining('was built for https://preview.example/'),
    ])
    const near = await say({ cwd: all.cwd, env: all.env }, 'publish')
    expect([near.code, near.stderr]).toEqual([2, expect.stringContaining('--allow-private')])
    writeFileSync(feedFile(all), '<html/>')
    expect((await all.publish()).stderr).toContain('is not a feed')
    for (const wait of ['-1', 'soon', '99999'])
      expect((await say({ cwd: all.cwd }, 'publish', `--wait=${wait}`)).code).toBe(2)
  })
})

describe('secrets', () => {
  const secrets = {
    PODCASTINDEX_API_KEY: 'KEYKEYKEY',
    PODCASTINDEX_API_SECRET: 'SECRET$$$',
    PODPING_TOKEN: 'TOKEN-TOKEN',
  }

  test('sign the feed into the index, and go with the ping', async () => {
    const ping = await kept(apiOf())
    const all = await world({ ...secrets, PODPING_API: ping.origin })
    expect((await all.publish()).code).toBe(0)
    const [add] = all.index.asked
    expect(add!.url).toMatch(/^\/api\/1\.0\/add\/byfeedurl\?url=/)
    const { 'x-auth-date': date, 'x-auth-key': key, authorization } = add!.headers
    expect(key).toBe('KEYKEYKEY')
    expect(authorization).toBe(createHash('sha1').update(`KEYKEYKEYSECRET$$$${date}`).digest('hex'))
    expect(Number(date)).toBe(Math.floor(Date.parse('2026-11-24T12:00:00Z') / 1000))
    expect(ping.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [
        `/?url=${encodeURIComponent(`${all.site.origin}/feed.xml`)}&reason=update&medium=podcast`,
        'TOKEN-TOKEN',
      ],
    ])
    expect(ping.asked[0]!.headers['user-agent']).toMatch(/^build-feed\//)
  })

  test('are for the one who was asked, and not for where that leads on to', async () => {
    const [ping, other] = [await kept(apiOf()), await kept(apiOf())]
    const all = await world({ ...secrets, PODPING_API: ping.origin })
    const asked: IncomingMessage['headers'][] = []
    const door = await kept(
      audioHost((request, response) => {
        asked.push(request.headers)
        response.writeHead(307, { Location: `${other.origin}${request.url}` }).end()
      }),
    )
    const env = { ...all.env, PODPING_API: door.origin, PODCASTINDEX_API: door.origin }
    const { code } = await say({ cwd: all.cwd, env }, 'publish', '--allow-private', '--wait', '0')
    expect(code).toBe(0)
    expect(asked.map(({ authorization }) => authorization !== undefined)).toEqual([true, false, true])
    expect(other.asked).toHaveLength(3)
    for (const { headers } of other.asked)
      expect(Object.keys(headers).filter(name => /authorization|x-auth/.test(name))).toEqual([])
  })

  test('are in no output and no file, also where a server says what it was sent', async () => {
    const ping = await kept(apiOf())
    const all = await world({ ...secrets, PODPING_API: ping.origin })
    ping.answer.status = 403
    ping.answer.text = 'bad token TOKEN-TOKEN, KEYKEYKEY, SECRET$$$'
    all.index.answer.text = '{"status":"false","description":"KEYKEYKEY is not known"}'
    const { code, stdout, stderr } = await all.publish('--state', 'told.json')
    expect(code).toBe(1)
    expect(stderr).toContain('Podping answered 403: "bad token …, …, …"')
    expect(stderr).toContain('… is not known')
    const written = `${stdout}${stderr}${readFileSync(join(all.cwd, 'told.json'), 'utf8')}`
    for (const secret of Object.values(secrets)) expect(written).not.toContain(secret)
  })
})

describe('looking again', () => {
  const feedOf = async (): Promise<Uint8Array> => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    await say({ cwd }, '-q')
    return readFileSync(join(cwd, 'public/feed.xml'))
  }

  /** A host that has these states, one after the other. */
  const deploying = (states: readonly (Uint8Array | 'down')[]): Transport => {
    let look = 0
    return async ({ headers }) => {
      const isFirst = headers['Accept-Encoding'] === undefined && headers['If-None-Match'] === undefined
      const state = states[Math.min(isFirst ? look++ : look - 1, states.length - 1)]!
      const bytes = state === 'down' ? new Uint8Array() : state
      return {
        status: state === 'down' ? 404 : 200,
        headers: {},
        body: (async function* () {
          yield bytes
        })(),
        discard: () => {},
      }
    }
  }

  test('until the deployment is there', async () => {
    const bytes = await feedOf()
    const old = Buffer.from(bytes.toString().replace('Tide', 'Time'))
    const feed = builtFeed(bytes, 'feed.xml', 0)!
    const { live, looks } = await lookAtFeed(
      { ...feed, feedUrl: feed.feedUrl! },
      { wait: 60_000, elapsed: () => 0, now: 0, transport: deploying(['down', old, old, bytes]) },
    )
    expect([live.kind, looks]).toEqual(['same', 4])
  })

  test('no longer than is waited for', async () => {
    const bytes = await feedOf()
    const feed = builtFeed(bytes, 'feed.xml', 0)!
    const asked = (wait: number, elapsed = () => 0) =>
      lookAtFeed(
        { ...feed, feedUrl: feed.feedUrl! },
        { wait, elapsed, now: 0, transport: deploying(['down']) },
      )
    expect(await asked(0)).toMatchObject({ live: { kind: 'unreadable' }, looks: 1 })
    // 2, 4, 8, 16 and then 30 seconds at most.
    expect((await asked(90_000)).looks).toBe(7)
    // A host that stalls takes a minute for each look.
    let looks = 0
    expect((await asked(90_000, () => ++looks * 60_000)).looks).toBe(2)
  })
})

test('of many episodes some are looked at, the newest and the oldest among them; with --all every one', () => {
  const items = Array.from(
    { length: 40 },
    (_, i) =>
      `<item><title>${i}</title><guid>${i}</guid><enclosure url="https://show.example/${i}.mp3" length="1" type="audio/mpeg"/></item>`,
  )
  const text = `<rss version="2.0"><channel><title>Show</title>${items.join('')}</channel></rss>`
  const feed = builtFeed(Buffer.from(text), 'feed.xml', 0)!
  const some = sampleOf(feed, false).map(({ of }) => Number(of))
  expect(some.slice(0, 3)).toEqual([0, 1, 2])
  expect(some).toHaveLength(8)
  expect(some.at(-1)).toBe(39)
  expect(sampleOf(feed, true)).toHaveLength(40)
})
