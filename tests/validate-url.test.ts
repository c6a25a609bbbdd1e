/** `validate https://…`: the feed that is live, from a real server on loopback. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchDocument } from '../src/web/document.ts'
import { httpTransport } from '../src/web/http-transport.ts'
import { type AudioHost, audioHost, type Handler } from './support/audio-host.ts'
import { temporaryFolder } from './support/folder.ts'
import { layFeed } from './support/lay-feed.ts'
import { say } from './support/terminal.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const hosting = async (handle: Handler): Promise<AudioHost> => {
  const host = await audioHost(handle)
  ends.push(host.close)
  return host
}
const serving = (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<AudioHost> =>
  hosting((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers })
    response.end(body)
  })

const good = layFeed('')
const broken = layFeed('- itunes:explicit\n<language>engelsk</language>')
const world = () => ({ cwd: temporaryFolder() })

describe('a feed by its address', () => {
  test('is judged as the same feed is by its file, and named by its address', async () => {
    const host = await serving(broken)
    const { cwd } = world()
    writeFileSync(join(cwd, 'feed.xml'), broken)
    const url = `${host.origin}/feed.xml`
    const live = await say({ cwd }, 'validate', '--allow-private', url, '--reporter', 'compact')
    const saved = await say({ cwd }, 'validate', 'feed.xml', '--reporter', 'compact')
    expect(live.code).toBe(1)
    expect(live.stderr).toContain(`${url}:`)
    expect(live.stdout.replaceAll(url, 'feed.xml')).toBe(saved.stdout)
    expect(live.stderr.replaceAll(url, 'feed.xml')).toBe(saved.stderr)
  })

  test('is good when it is good', async () => {
    const host = await serving(good)
    const said = await say(world(), 'validate', '--allow-private', host.origin)
    expect(said).toMatchObject({ code: 0, stdout: '' })
    expect(said.stderr).toContain('No problems')
  })

  test('is followed to where it leads', async () => {
    const host = await hosting((request, response) => {
      if (request.url === '/feed.xml') response.end(good)
      else response.writeHead(301, { location: '/feed.xml' }).end()
    })
    expect((await say(world(), 'validate', '--allow-private', `${host.origin}/old`)).code).toBe(0)
  })

  test.each([
    ['gzip', gzipSync(good)],
    ['br', brotliCompressSync(good)],
    ['deflate', deflateSync(good)],
  ])('may be compressed unasked, by %s', async (encoding, body) => {
    const host = await serving(body, { 'content-encoding': encoding })
    expect((await say(world(), 'validate', '--allow-private', host.origin)).code).toBe(0)
  })

  test('is not fetched from a private address without being told to', async () => {
    const host = await serving(good)
    const said = await say(world(), 'validate', host.origin)
    expect(said.code).toBe(2)
    expect(said.stderr).toMatch(/127\.0\.0\.1, which is not a public address.*--allow-private/s)
    expect(host.requests).toEqual([])
  })

  test.each([
    [404, {}, 'answers 404: there is no such file'],
    [200, { 'content-encoding': 'zstd' }, 'compresses it as "zstd"'],
    [200, { 'content-encoding': 'gzip' }, 'sends something that is not proper HTTP'],
    [302, { location: 'ftp://a.example/' }, 'leads on to an address that begins with ftp:'],
    [302, { location: '/' }, 'after 5 steps it still leads on'],
    [
      302,
      { location: 'http://169.254.169.254/latest/meta-data/' },
      'it leads to 169.254.169.254, which is used by machines and their cloud provider only, and may give away keys; link-local and metadata addresses are never asked, not even with --allow-private',
    ],
  ] as [number, Record<string, string>, string][])('%i %o is said', async (status, headers, words) => {
    const host = await hosting((_request, response) => response.writeHead(status, headers).end(good))
    const said = await say(world(), 'validate', '--allow-private', host.origin)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(words)
    expect(said.stderr).toContain(host.origin)
  })

  test('a page instead of a feed is what the findings say', async () => {
    const host = await serving('<!doctype html><title>Not found</title>')
    const said = await say(world(), 'validate', '--allow-private', host.origin)
    expect(said.code).toBe(1)
  })

  test('no address is told what an address looks like', async () => {
    const said = await say(world(), 'validate', 'https://')
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('https://show.example/feed.xml')
  })
})

describe('bounds', () => {
  const client = () => {
    const { ask, close } = httpTransport({
      userAgent: 'test',
      allowPrivate: true,
      connections: 2,
      answerWithin: 5000,
    })
    ends.push(close)
    const sleeps: number[] = []
    return { ask, sleep: async (time: number) => void sleeps.push(time), sleeps }
  }
  const limits = { within: 5000, size: 10_000 }

  test('an endless body is left when it is too long', async () => {
    const host = await hosting((request, response) => {
      const more = () => {
        while (response.write('x'.repeat(1000))) if (request.destroyed) return
        response.once('drain', more)
      }
      more()
    })
    const answer = await fetchDocument(client(), new URL(host.origin), limits)
    expect(answer).toMatchObject({ kind: 'unreachable', why: 'too-large' })
  })

  test('a bomb is too long as well', async () => {
    const host = await serving(gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' })
    const answer = await fetchDocument(client(), new URL(host.origin), limits)
    expect(answer).toMatchObject({ kind: 'unreachable', why: 'too-large' })
  })

  test('a body that never ends comes to an end', async () => {
    const host = await hosting((_request, response) => void response.write('<rss>'))
    const answer = await fetchDocument(client(), new URL(host.origin), { ...limits, within: 300 })
    expect(answer).toMatchObject({ kind: 'unreachable', why: 'timeout' })
  })

  test('what fails for a moment is asked for again', async () => {
    let count = 0
    const host = await hosting((_request, response) => {
      count++
      response.writeHead(count < 3 ? 503 : 200).end('<rss/>')
    })
    const asking = client()
    expect(await fetchDocument(asking, new URL(host.origin), limits)).toMatchObject({ kind: 'document' })
    expect(asking.sleeps).toEqual([500, 2000])
  })
})
