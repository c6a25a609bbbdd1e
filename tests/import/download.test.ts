/** `import --download`: everything comes over, whole, from hosts that misbehave too. */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type AudioHost, audioHost } from '../support/audio-host.ts'
import { image as cover } from '../support/cover.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { png } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import { type Said, say } from '../support/terminal.ts'
import { itemsIn } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const recording = mp3({ seconds: 10 })
const picture = png({ width: 1400, height: 1400 })
const chapters = JSON.stringify({ version: '1.2.0', chapters: [{ startTime: 0, title: 'Start' }] })
const vtt = 'WEBVTT\n\n00:00.000 --> 00:05.000\nHello.\n'

/** A file as a host has it, and how it answers. */
interface Hosted {
  readonly bytes: Uint8Array | string
  readonly type?: string
  readonly etag?: () => string | undefined
  readonly answer?: (request: IncomingMessage, response: ServerResponse, send: () => void) => void
}

const hosts: AudioHost[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})

/** Answers ranges that go to the end of the file, unless the version is another one. */
const sending =
  ({ bytes, type = 'audio/mpeg', etag = () => '"1"' }: Hosted) =>
  (request: IncomingMessage, response: ServerResponse, most = Number.POSITIVE_INFINITY): void => {
    const all = Buffer.from(bytes)
    const tag = etag()
    response.setHeader('Content-Type', type)
    if (tag !== undefined) response.setHeader('ETag', tag)
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN)
    const isPart = Number.isFinite(from) && request.headers['if-range'] === tag
    if (isPart) response.setHeader('Content-Range', `bytes ${from}-${all.length - 1}/${all.length}`)
    const rest = isPart ? all.subarray(from) : all
    response.writeHead(isPart ? 206 : 200, { 'Content-Length': rest.length })
    if (most >= rest.length) return void response.end(rest)
    response.write(rest.subarray(0, most), () => response.destroy())
  }

const hostOf = async (files: Readonly<Record<string, Hosted>>): Promise<AudioHost> => {
  const host = await audioHost((request, response) => {
    const file = files[new URL(request.url!, 'http://host').pathname]
    if (file === undefined) return void response.writeHead(404).end()
    const send = (): void => sending(file)(request, response)
    if (file.answer) file.answer(request, response, send)
    else send()
  })
  hosts.push(host)
  return host
}

const good: Readonly<Record<string, Hosted>> = {
  '/1.mp3': { bytes: recording },
  '/cover.jpg': { bytes: cover, type: 'image/jpeg' },
  '/1.img': { bytes: picture, type: 'image/png' },
  '/1.json': { bytes: chapters, type: 'application/json+chapters' },
  '/1.vtt': { bytes: vtt, type: 'text/vtt' },
}

const feedAt = (host: AudioHost, length = recording.length): string =>
  oldFeed({
    items: [
      oldItem(
        1,
        `<itunes:image href="${host.origin}/1.img"/>
<podcast:chapters url="${host.origin}/1.json" type="application/json+chapters"/>
<podcast:transcript url="${host.origin}/1.vtt" type="text/vtt"/>`,
      ).replace(
        /<enclosure.*\/>/,
        `<enclosure url="${host.origin}/1.mp3" length="${length}" type="audio/mpeg"/>`,
      ),
    ],
  }).replaceAll('https://old.example/cover.jpg', `${host.origin}/cover.jpg`)

interface Show extends Said {
  readonly cwd: string
}

const flags = ['--download', '--allow-private', '--base-url', 'https://new.example/']

const bring = async (feed: string, cwd = temporaryFolder(), ...more: readonly string[]): Promise<Show> => {
  writeFiles(cwd, { 'old.xml': feed })
  return { ...(await say({ cwd }, 'import', 'old.xml', ...flags, ...more)), cwd }
}

const namesOf = ({ cwd }: Show): readonly string[] => readdirSync(join(cwd, 'episodes')).toSorted()
const bytesOf = ({ cwd }: Show, path: string): Buffer => readFileSync(join(cwd, 'episodes', path))
const textOf = (show: Show, path: string): string => bytesOf(show, path).toString('utf8')

describe('import --download', () => {
  test('everything comes over, and the folder builds at once, with every guid', async () => {
    const host = await hostOf(good)
    const show = await bring(feedAt(host))
    expect(show.stderr).toContain('5 files were fetched from the old host.')
    expect(show.code).toBe(0)
    expect(namesOf(show)).toEqual([
      ...['001-talk-1.chapters.json', '001-talk-1.md', '001-talk-1.mp3', '001-talk-1.png', '001-talk-1.vtt'],
      ...['_import-report.md', 'cover.jpg', 'feed.lock.json', 'show.md'],
    ])
    expect(bytesOf(show, '001-talk-1.mp3').equals(Buffer.from(recording))).toBe(true)
    expect(textOf(show, '001-talk-1.md')).toBe(
      '---\ntitle: Talk 1\ndate: 2026-06-01T08:30:00+02:00\n---\n\nAbout **talk** 1.\n',
    )
    expect(textOf(show, 'show.md')).toContain('image: cover.jpg')
    const before = textOf(show, 'feed.lock.json')
    const built = await say({ cwd: show.cwd }, 'build')
    expect(built.stderr).not.toMatch(/^error/m)
    expect(textOf(show, 'feed.lock.json')).toBe(before)
    const feed = readFileSync(join(show.cwd, 'public/feed.xml'), 'utf8')
    expect(itemsIn(feed)).toMatchObject([
      { guid: 'old-1', duration: '10', enclosure: { url: 'https://new.example/001-talk-1.mp3' } },
    ])
    expect(feed).toContain('<podcast:chapters url="https://new.example/')
    expect(feed).toContain('<podcast:transcript url="https://new.example/')
    expect(feed).not.toContain(host.origin)
  })

  test('--dry-run says how much that would be, and asks nobody', async () => {
    const host = await hostOf(good)
    const show = await bring(feedAt(host), undefined, '--dry-run')
    expect(show.stderr).toContain('5 files would be fetched from the old host')
    expect(host.requests).toEqual([])
    expect(readdirSync(show.cwd)).toEqual(['old.xml'])
  })

  test('--keep-urls keeps the recordings, and their old addresses in the feed', async () => {
    const host = await hostOf(good)
    const show = await bring(feedAt(host), undefined, '--keep-urls')
    expect(show.code).toBe(0)
    expect(bytesOf(show, '_recordings/001-talk-1.mp3').equals(Buffer.from(recording))).toBe(true)
    expect(textOf(show, '001-talk-1.md')).toContain(`audio: ${host.origin}/1.mp3`)
    await say({ cwd: show.cwd }, 'build')
    expect(itemsIn(readFileSync(join(show.cwd, 'public/feed.xml'), 'utf8'))).toMatchObject([
      { guid: 'old-1', enclosure: { url: `${host.origin}/1.mp3` } },
    ])
  })

  test('an episode that was taken out on purpose is not fetched again, and that is said once', async () => {
    const host = await hostOf({ ...good, '/2.mp3': { bytes: recording } })
    const second = oldItem(2).replace(/url="[^"]*"/, `url="${host.origin}/2.mp3"`)
    const feed = feedAt(host).replace('<item>', `<item>\n${second}\n</item>\n<item>`)
    const show = await bring(feed)
    await say({ cwd: show.cwd }, 'build')
    for (const name of namesOf(show).filter(one => one.startsWith('001-')))
      rmSync(join(show.cwd, 'episodes', name))
    const removed = await say({ cwd: show.cwd }, 'build', '--accept', 'gone:001-talk-1')
    expect(removed.stderr).not.toMatch(/^error/m)
    expect(textOf(show, 'feed.lock.json')).toContain('"gone"')
    const again = await bring(feed, show.cwd)
    expect(again.stderr).toContain('0 files were fetched')
    expect(again.stderr.match(/taken out of this show on purpose/g)).toHaveLength(1)
    expect(namesOf(again).filter(one => one.startsWith('001-'))).toEqual([])
  })

  test('of a recording that is gone at its host, nothing is left behind', async () => {
    const host = await hostOf({
      ...good,
      '/1.mp3': { bytes: '', answer: (_, response) => response.writeHead(404).end() },
    })
    const show = await bring(feedAt(host), undefined, '--keep-urls')
    expect(show.stderr).toContain('answers 404')
    expect(readdirSync(join(show.cwd, 'episodes/_recordings'))).toEqual([])
  })

  test('a second run fetches nothing again, and changes nothing', async () => {
    const host = await hostOf(good)
    const show = await bring(feedAt(host))
    const asked = host.requests.length
    const before = namesOf(show)
      .filter(name => name !== '_import-report.md')
      .map(name => textOf(show, name))
    const again = await bring(feedAt(host), show.cwd)
    expect(again.code).toBe(0)
    expect(host.requests.slice(asked)).toEqual(['HEAD /cover.jpg'])
    expect(
      namesOf(show)
        .filter(name => name !== '_import-report.md')
        .map(name => textOf(show, name)),
    ).toEqual(before)
  })

  test.each([
    ['at the same address', '/cover.jpg'],
    ['at another one', '/cover-2.jpg'],
  ])(
    'artwork that is another one at its host by now, %s, is told of, and the one here stays',
    async (_, at) => {
      const host = await hostOf(good)
      const show = await bring(feedAt(host))
      const later = await hostOf({ ...good, [at]: { bytes: picture, type: 'image/jpeg' } })
      const feed = feedAt(later).replace('/cover.jpg', at)
      const again = await bring(feed, show.cwd)
      expect(again.code).toBe(0)
      expect(textOf(show, '_import-report.md')).toContain(
        `the feed names artwork of ${picture.length.toLocaleString('en')} bytes, and this file has ${cover.length.toLocaleString('en')}; if the one of the feed is newer, delete cover.jpg and import again`,
      )
      expect(bytesOf(show, 'cover.jpg').equals(Buffer.from(cover))).toBe(true)
      expect(later.requests).toEqual([`HEAD ${at}`])
    },
  )

  test('without --download, a later import leaves what is here where it is', async () => {
    const host = await hostOf(good)
    const show = await bring(feedAt(host))
    writeFiles(show.cwd, { 'old.xml': feedAt(host).replace('About', 'On') })
    const said = await say({ cwd: show.cwd }, 'import', 'old.xml')
    expect(said.stderr).toContain('0 new, 1 updated')
    expect(textOf(show, '001-talk-1.md')).toBe(
      '---\ntitle: Talk 1\ndate: 2026-06-01T08:30:00+02:00\n---\n\nOn **talk** 1.\n',
    )
    const built = await say({ cwd: show.cwd }, 'build')
    expect(built.stderr).not.toMatch(/^error/m)
  })

  test('an edited episode stays as it is, and is told about', async () => {
    const host = await hostOf(good)
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'old.xml': feedAt(host) })
    await say({ cwd }, 'import', 'old.xml', '--base-url', 'https://new.example/')
    const path = join(cwd, 'episodes/001-talk-1.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('title: Talk 1', 'title: Mine'))
    const show = await bring(feedAt(host), cwd)
    expect(show.stderr).toContain('remove `audio` to use the recording beside it')
    expect(textOf(show, '001-talk-1.md')).toContain('title: Mine')
  })
})

describe('from hosts that misbehave', () => {
  const only = (file: Hosted): Promise<AudioHost> => hostOf({ ...good, '/1.mp3': file })

  test('a connection that is cut is taken up where it broke', async () => {
    const file: Hosted = {
      bytes: recording,
      answer: (request, response, send) =>
        request.headers.range === undefined ? sending(file)(request, response, 5000) : send(),
    }
    const host = await only(file)
    const show = await bring(feedAt(host))
    expect(show.code).toBe(0)
    expect(bytesOf(show, '001-talk-1.mp3').equals(Buffer.from(recording))).toBe(true)
    expect(host.requests.filter(one => one.startsWith('GET /1.mp3'))).toEqual([
      'GET /1.mp3',
      'GET /1.mp3 bytes=5000-',
    ])
    expect(namesOf(show).filter(name => name.includes('.part'))).toEqual([])
  })

  test('one that is always cut is told; the next run goes on from the part that came', async () => {
    const state = { isUp: false }
    const file: Hosted = {
      bytes: recording,
      answer: (request, response, send) => (state.isUp ? send() : sending(file)(request, response, 3000)),
    }
    const host = await only(file)
    const first = await bring(feedAt(host))
    expect(first.code).toBe(1)
    expect(first.stderr).toContain('001-talk-1.mp3: 127.0.0.1 broke the connection off')
    expect(bytesOf(first, '001-talk-1.mp3.part')).toHaveLength(9000)
    // The folder is whole without it.
    expect(textOf(first, '001-talk-1.md')).toContain(`audio: ${host.origin}/1.mp3`)
    state.isUp = true
    const second = await bring(feedAt(host), first.cwd)
    expect(second.code).toBe(0)
    expect(host.requests.at(-1)).toBe('GET /1.mp3 bytes=9000-')
    expect(bytesOf(second, '001-talk-1.mp3').equals(Buffer.from(recording))).toBe(true)
    expect(textOf(second, '001-talk-1.md')).not.toContain('audio:')
    expect(namesOf(second).filter(name => name.includes('.part'))).toEqual([])
  })

  test('a file that is another one by now is begun again', async () => {
    const other = mp3({ seconds: 11 })
    const state = { calls: 0 }
    const file: Hosted = {
      bytes: recording,
      answer: (request, response) =>
        state.calls++ === 0
          ? sending(file)(request, response, 5000)
          : sending({ bytes: other, etag: () => '"2"' })(request, response),
    }
    const show = await bring(feedAt(await only(file)))
    expect(bytesOf(show, '001-talk-1.mp3').equals(Buffer.from(other))).toBe(true)
    expect(show.stderr).toContain('the feed says')
  })

  test('a host without ranges, and one without a name for the version, send it from the beginning', async () => {
    const state = { calls: 0 }
    const file: Hosted = {
      bytes: recording,
      etag: () => undefined,
      answer: (request, response) => sending(file)(request, response, state.calls++ === 0 ? 5000 : undefined),
    }
    const host = await only(file)
    const show = await bring(feedAt(host))
    expect(show.code).toBe(0)
    expect(bytesOf(show, '001-talk-1.mp3').equals(Buffer.from(recording))).toBe(true)
    expect(host.requests.filter(one => one.startsWith('GET /1.mp3'))).toEqual(['GET /1.mp3', 'GET /1.mp3'])
  })

  test('a host that answers another range than the one that was asked for is not believed', async () => {
    const file: Hosted = {
      bytes: recording,
      answer: (request, response) => {
        if (request.headers.range === undefined) return sending(file)(request, response, 5000)
        response.writeHead(206, {
          'Content-Type': 'audio/mpeg',
          'Content-Range': `bytes 0-99/${recording.length}`,
          'Content-Length': 100,
        })
        response.end(Buffer.from(recording).subarray(0, 100))
      },
    }
    const show = await bring(feedAt(await only(file)))
    expect(show.code).toBe(1)
    expect(existsSync(join(show.cwd, 'episodes/001-talk-1.mp3'))).toBe(false)
  })

  test.each<[string, Hosted['answer'], RegExp]>([
    ['404', (_, response) => void response.writeHead(404).end(), /answers 404: there is no such file/],
    [
      'a page to log in',
      (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Log in'),
      /sends a web page in its place/,
    ],
    [
      'compression that nobody asked for',
      (_, response) =>
        void response.writeHead(200, { 'Content-Type': 'audio/mpeg', 'Content-Encoding': 'gzip' }).end('x'),
      /compresses/,
    ],
    [
      'a circle of redirects',
      (_, response) => void response.writeHead(302, { Location: '/1.mp3' }).end(),
      /it still leads on/,
    ],
    [
      'a redirect into the file system',
      (_, response) => void response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      /begins with file:/,
    ],
  ])('%s: told, and everything else is here', async (_, answer, words) => {
    const show = await bring(feedAt(await only({ bytes: recording, answer: answer! })))
    expect(show.code).toBe(1)
    expect(show.stderr).toMatch(words)
    expect(textOf(show, '001-talk-1.md')).toContain('/1.mp3')
    expect(namesOf(show)).toContain('001-talk-1.png')
  })

  test('a size that the feed states wrongly is put right', async () => {
    const show = await bring(feedAt(await hostOf(good), 12))
    expect(show.code).toBe(0)
    expect(show.stderr).toMatch(/has [\d,]+ bytes, and the feed says 12/)
    expect(JSON.parse(textOf(show, 'feed.lock.json')).episodes['001-talk-1'].bytes).toBe(recording.length)
  })

  test('an address of the home network is not asked, unless that is allowed', async () => {
    const host = await hostOf(good)
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'old.xml': feedAt(host) })
    const said = await say({ cwd }, 'import', 'old.xml', '--download')
    expect(said.code).toBe(1)
    expect(said.stderr).toContain('is not a public address')
    expect(host.requests).toEqual([])
  })

  test('what stands there already is never written over', async () => {
    const host = await hostOf(good)
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'old.xml': feedAt(host) })
    await say({ cwd }, 'import', 'old.xml', '--base-url', 'https://new.example/')
    writeFiles(cwd, { 'episodes/001-talk-1.mp3': mp3({ seconds: 12 }) })
    const show = await bring(feedAt(host), cwd)
    expect(bytesOf(show, '001-talk-1.mp3').equals(Buffer.from(mp3({ seconds: 12 })))).toBe(true)
  })

  test('on a terminal it says how far it is', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'old.xml': feedAt(await hostOf(good)) })
    const said = await say({ cwd, terminal: true }, 'import', 'old.xml', ...flags)
    expect(said.stderr).toMatch(/Fetching \d of 5: \S+, [\d.]+ \w+ of [\d.]+ \w+/)
  })
})
