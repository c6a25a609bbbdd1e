/** Remote audio, against a real server on loopback that behaves, and that misbehaves in every way we could think of. */

import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Limits, probeWeb, usualLimits, type WebAudio } from '../src/probe/remote/measure.ts'
import { isPublic } from '../src/units/public-address.ts'
import type { Client } from '../src/web/client.ts'
import type { Resolve } from '../src/web/guarded-lookup.ts'
import { type HttpOptions, httpTransport } from '../src/web/http-transport.ts'
import type { WebProblem } from '../src/web/transport.ts'
import { type AudioHost, audioHost, type Handler, serve } from './support/audio-host.ts'
import { concat } from './support/bytes.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { id3v2 } from './support/id3.ts'
import { lay } from './support/lay.ts'
import { m4a } from './support/mp4.ts'
import { mp3, mp3Seconds } from './support/mpeg.ts'
import { rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'
import { webOf } from './support/web.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const end of ends.splice(0)) await end()
})

const hosting = async (handle: Handler): Promise<AudioHost> => {
  const host = await audioHost(handle)
  ends.push(host.close)
  return host
}

const nobody: Resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }))

const clientOf = (options: Partial<HttpOptions> = {}): Client & { readonly sleeps: number[] } => {
  const { ask, close } = httpTransport({
    userAgent: 'build-feed/1.2.3',
    allowPrivate: true,
    connections: 8,
    answerWithin: 5000,
    resolve: nobody,
    ...options,
  })
  ends.push(close)
  const sleeps: number[] = []
  return {
    ask,
    sleeps,
    sleep: async milliseconds => {
      sleeps.push(milliseconds)
    },
  }
}

const probe = (
  host: AudioHost,
  client = clientOf(),
  limits: Partial<Limits> = {},
): Promise<WebAudio | WebProblem> =>
  probeWeb(client, new URL(`${host.origin}/1.mp3`), { ...usualLimits, ...limits })

const heard = (answer: WebAudio | WebProblem): WebAudio => {
  if (answer.kind !== 'audio') throw new Error(JSON.stringify(answer))
  return answer
}
const factsOf = (answer: WebAudio | WebProblem) => {
  const { reading } = heard(answer)
  if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
  return reading.facts
}

const minute = mp3({ seconds: 60 })

describe('a host that behaves', () => {
  test('is asked with HEAD and a few ranges, not for the whole file', async () => {
    const long = mp3({ seconds: 600 })
    const host = await hosting(serve(long, { etag: '"v1"' }))
    const answer = heard(await probe(host))
    expect(factsOf(answer)).toMatchObject({
      duration: mp3Seconds({ seconds: 600 }),
      bytes: long.length,
      mediaType: 'audio/mpeg',
    })
    expect(answer).toMatchObject({
      validator: { etag: '"v1"' },
      contentType: 'audio/mpeg',
      answersHead: true,
      answersRanges: true,
    })
    expect(host.requests[0]).toBe('HEAD /1.mp3')
    expect(host.requests.length).toBeLessThanOrEqual(6)
    expect(host.sent.bytes).toBeLessThan(long.length / 20)
  })

  test('is told who asks, and that the bytes are wanted as they are', async () => {
    const seen: unknown[] = []
    const host = await hosting((request, response) => {
      seen.push([request.headers['user-agent'], request.headers['accept-encoding']])
      serve(minute)(request, response)
    })
    await probe(host)
    expect(new Set(seen.map(one => JSON.stringify(one)))).toEqual(
      new Set(['["build-feed/1.2.3","identity"]']),
    )
  })

  test('gives the same facts and the same fingerprint as the file on disk, tags and all', async () => {
    const bytes = concat(id3v2({ texts: { TIT2: 'Tides' }, cover: 300_000 }), minute)
    const host = await hosting(serve(bytes))
    const answer = heard(await probe(host))
    const local = await runShow({ ...goodShow(), '001.mp3': bytes })
    const audio = local.podcast!.lock!.episodes['001']!
    expect(factsOf(answer).fingerprint).toBe(audio.fingerprint)
    expect(factsOf(answer)).toMatchObject({ bytes: audio.bytes, tags: { title: 'Tides' } })
    expect(host.sent.bytes).toBeLessThan(bytes.length)
  })

  test('an M4A with its index at the end is read at the end', async () => {
    const bytes = m4a({ seconds: 120, moovAtEnd: true })
    const host = await hosting(serve(bytes, { type: 'audio/x-m4a' }))
    const facts = factsOf(await probe(host))
    expect(facts.duration).toBeCloseTo(120, 0)
    expect(facts.moovAtEnd).toBe(true)
  })

  test('a file without a header is counted through in few, growing ranges', async () => {
    const options = { seconds: 300, bitrate: [96, 160], header: 'none' } as const
    const host = await hosting(serve(mp3(options)))
    const answer = await probe(host)
    expect(factsOf(answer).duration).toBeCloseTo(mp3Seconds(options), 1)
    expect(heard(answer).answersRanges).toBe(true)
    expect(host.requests.length).toBeLessThan(16)
  })

  test('what is longer than the limit for ranges is read on as one stream', async () => {
    const options = { seconds: 60, bitrate: [96, 160], header: 'none' } as const
    const host = await hosting(serve(mp3(options)))
    const answer = await probe(host, clientOf(), { ranges: 200_000 })
    expect(factsOf(answer).duration).toBeCloseTo(mp3Seconds(options), 1)
    expect(host.requests.at(-1)).toBe('GET /1.mp3')
  })

  test('an empty file is empty', async () => {
    const host = await hosting(serve(new Uint8Array(0)))
    expect(heard(await probe(host)).reading).toEqual({ kind: 'not-audio', looksLike: 'empty' })
  })
})

describe('a host that misbehaves', () => {
  test.each([
    ['no HEAD', { head: false }, { answersHead: false, answersRanges: true }],
    ['no ranges', { ranges: false }, { answersHead: true, answersRanges: false }],
    ['neither', { head: false, ranges: false }, { answersHead: false, answersRanges: false }],
    ['no ranges and no length', { ranges: false, chunked: true }, { answersRanges: false }],
    ['a wrong length to HEAD', { headLength: 17 }, { answersRanges: true }],
    ['a wrong type', { type: 'text/html; charset=utf-8' }, { contentType: 'text/html' }],
    ['short ranges', { most: 20_000 }, { answersRanges: true }],
    ['ranges without the size', { hidesSize: true }, { answersRanges: true }],
    ['ranges without the size, and no HEAD', { hidesSize: true, head: false }, {}],
  ])('%s', async (_, manners, expected) => {
    const host = await hosting(serve(minute, manners))
    const answer = await probe(host)
    expect(answer).toMatchObject(expected)
    expect(factsOf(answer)).toMatchObject({
      bytes: minute.length,
      duration: mp3Seconds({ seconds: 60 }),
      mediaType: 'audio/mpeg',
    })
  })

  test('without ranges the file is fetched once, and nothing of it stays behind', async () => {
    const temporary = temporaryFolder()
    vi.stubEnv('TMPDIR', temporary)
    vi.stubEnv('TEMP', temporary)
    const host = await hosting(serve(minute, { ranges: false }))
    const bytes = mp3({ seconds: 1 })
    const cut = await hosting((request, response) => {
      if (request.method === 'HEAD') return serve(bytes)(request, response)
      response.writeHead(200, { 'Content-Length': bytes.length })
      response.write(bytes.subarray(0, 1000), () => response.socket?.destroy())
    })
    await probe(host)
    expect(await probe(cut)).toMatchObject({ why: 'reset' })
    expect(host.requests.filter(one => one.startsWith('GET'))).toHaveLength(1)
    expect(host.sent.bytes).toBe(minute.length)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('a size that cannot be is no reason to take memory for it', async () => {
    const size = 900_000_000_000_000
    const host = await hosting((request, response) => {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      if (request.method === 'HEAD') return void response.writeHead(200, { 'Content-Length': size }).end()
      if (first === undefined) return void response.writeHead(200, { 'Content-Length': size }).end()
      const part = minute.subarray(0, Number(last) - Number(first) + 1)
      response.writeHead(206, {
        'Content-Range': `bytes ${first}-${Number(first) + part.length - 1}/${size}`,
      })
      response.end(part)
    })
    const before = process.memoryUsage.rss()
    const answer = await probe(host)
    expect(['audio', 'unreachable']).toContain(answer.kind)
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000)
  })

  test('404 is told at once, without a second attempt', async () => {
    const host = await hosting((_, response) => response.writeHead(404).end())
    const client = clientOf()
    expect(await probe(host, client)).toMatchObject({ kind: 'status', status: 404, host: '127.0.0.1' })
    expect(client.sleeps).toEqual([])
  })

  test.each([
    ['500, then 200', 1, {}, [500]],
    ['500 twice, then 200', 2, {}, [500, 2000]],
    ['with a time to come back', 1, { 'Retry-After': '3' }, [3000]],
    [
      'with a date to come back',
      1,
      { 'Retry-After': 'Tue, 24 Nov 2026 12:00:04 GMT', Date: 'Tue, 24 Nov 2026 12:00:00 GMT' },
      [4000],
    ],
    ['with a time that is far away', 1, { 'Retry-After': '86400' }, [10_000]],
    ['with nonsense for a time', 1, { 'Retry-After': 'soon' }, [500]],
  ])('%s', async (_, failures, headers, sleeps) => {
    let left = failures
    const host = await hosting((request, response) => {
      if (request.method === 'GET' && left-- > 0) response.writeHead(500, headers).end()
      else serve(minute)(request, response)
    })
    const client = clientOf()
    expect(factsOf(await probe(host, client)).bytes).toBe(minute.length)
    expect(client.sleeps).toEqual(sleeps)
  })

  test('503 for ever is told after three attempts', async () => {
    const host = await hosting((_, response) => response.writeHead(503).end())
    expect(await probe(host)).toMatchObject({ kind: 'status', status: 503 })
    expect(host.requests.filter(one => one.startsWith('GET'))).toHaveLength(3)
  })

  test.each([
    ['by ranges', true],
    ['as a stream', false],
  ])('a connection that is cut is opened again, %s', async (_, ranges) => {
    let isCut = false
    const host = await hosting((request, response) => {
      if (request.method === 'HEAD' || isCut) return serve(minute, { ranges })(request, response)
      isCut = true
      response.writeHead(ranges ? 206 : 200, {
        ...(ranges ? { 'Content-Range': `bytes 0-65535/${minute.length}` } : {}),
        'Content-Length': ranges ? 65_536 : minute.length,
      })
      response.write(minute.subarray(0, 10_000), () => response.socket?.destroy())
    })
    const client = clientOf()
    expect(factsOf(await probe(host, client)).duration).toBe(mp3Seconds({ seconds: 60 }))
    expect(client.sleeps).toEqual([500])
  })

  test('one that is always cut is told', async () => {
    const host = await hosting((_, response) => response.socket?.destroy())
    expect(await probe(host)).toMatchObject({ kind: 'unreachable', why: 'reset' })
  })

  test('one that never answers is given up', async () => {
    const host = await hosting(() => {})
    expect(await probe(host, clientOf({ answerWithin: 30 }))).toMatchObject({
      kind: 'unreachable',
      why: 'timeout',
    })
  })

  test('one that stops in the middle is given up', async () => {
    const host = await hosting((request, response) => {
      if (request.method === 'HEAD') return serve(minute)(request, response)
      response.writeHead(206, {
        'Content-Range': `bytes 0-65535/${minute.length}`,
        'Content-Length': 65_536,
      })
      response.write(minute.subarray(0, 100))
    })
    expect(await probe(host, clientOf(), { whole: 50 })).toMatchObject({
      kind: 'unreachable',
      why: 'timeout',
    })
  })

  test('a body without end is left at the limit', async () => {
    const host = await hosting((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(200).end()
      response.writeHead(200)
      const more = (): void => {
        if (!response.destroyed) response.write(minute, error => error == null && setImmediate(more))
      }
      more()
    })
    expect(await probe(host, clientOf(), { size: 3_000_000 })).toMatchObject({
      kind: 'unreachable',
      why: 'too-large',
    })
  })

  test('a file that is said to be too large is not begun', async () => {
    const host = await hosting(serve(minute, { ranges: false }))
    expect(await probe(host, clientOf(), { size: 1000 })).toMatchObject({ why: 'too-large' })
  })

  test('a file that changes while it is read is not taken for one', async () => {
    let version = 0
    const host = await hosting((request, response) =>
      serve(mp3({ seconds: 60 }), { etag: `"${version++}"` })(request, response),
    )
    expect(await probe(host)).toMatchObject({ kind: 'unreachable', why: 'changed' })
  })

  test('https where there is none is told', async () => {
    const host = await hosting(serve(minute))
    expect(await probeWeb(clientOf(), new URL(`https://127.0.0.1:${host.port}/1.mp3`))).toMatchObject({
      kind: 'unreachable',
      why: 'tls',
    })
  })

  test('a name that nobody has, and a port where nobody listens', async () => {
    expect(await probeWeb(clientOf(), new URL('http://nobody.test/1.mp3'))).toMatchObject({ why: 'dns' })
    const host = await audioHost(serve(minute))
    await host.close()
    expect(await probe(host)).toMatchObject({ why: 'refused' })
  })

  test('HEAD that fails for the moment is no host that refuses it', async () => {
    const host = await hosting((request, response) => {
      if (request.method === 'HEAD') response.writeHead(503).end()
      else serve(minute)(request, response)
    })
    expect(heard(await probe(host)).answersHead).toBe(true)
  })

  test('HEAD that is cut is one that the host does not know', async () => {
    const host = await hosting((request, response) => {
      if (request.method === 'HEAD') response.socket?.destroy()
      else serve(minute)(request, response)
    })
    expect(heard(await probe(host)).answersHead).toBe(false)
  })

  test('what was compressed without being asked is told, not guessed', async () => {
    const host = await hosting((_, response) => {
      const bytes = gzipSync(minute)
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': bytes.length }).end(bytes)
    })
    expect(await probe(host)).toMatchObject({ kind: 'unreachable', why: 'encoded', detail: 'gzip' })
  })

  test.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['a header without a name', 'HTTP/1.1 200 OK\r\n: nothing\r\n\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(40)}\r\n`],
    ['two lengths', 'HTTP/1.1 206 Partial\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
  ])('garbage in its headers: %s', async (_, text) => {
    const server = createServer(socket => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(text))
    })
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    ends.push(() => void server.close())
    const { port } = server.address() as { port: number }
    const answer = await probeWeb(clientOf(), new URL(`http://127.0.0.1:${port}/1.mp3`))
    expect(answer).toMatchObject({ kind: 'unreachable', why: 'protocol' })
  })

  test.each(['bytes 5-2/100', 'bytes 0-65535/-1', 'bytes 0-1e3/5', 'octets 0-1/2', 'bytes 100-200/300', ''])(
    'a range that makes no sense is not believed: "%s"',
    async range => {
      const host = await hosting((request, response) => {
        if (request.headers.range === undefined) return serve(minute)(request, response)
        response.writeHead(206, range === '' ? {} : { 'Content-Range': range }).end('nonsense')
      })
      expect(factsOf(await probe(host)).bytes).toBe(minute.length)
    },
  )

  test('a page instead of the audio is a page', async () => {
    const page = Buffer.from('<!doctype html><title>Sign in</title>')
    const host = await hosting(serve(page, { type: 'text/html' }))
    expect(heard(await probe(host)).reading).toEqual({ kind: 'not-audio', looksLike: 'html' })
  })
})

describe('redirects', () => {
  const chain =
    (steps: number, then: Handler, status = 302): Handler =>
    (request, response) => {
      const step = Number(/^\/step(\d+)$/.exec(request.url ?? '')?.[1] ?? 0)
      if (step >= steps) then(request, response)
      else response.writeHead(status, { Location: `/step${step + 1}` }).end('moved')
    }

  test.each([301, 302, 303, 307, 308])('five of them are followed (%d)', async status => {
    const host = await hosting(chain(5, serve(minute), status))
    expect(factsOf(await probe(host)).bytes).toBe(minute.length)
    // What is at the end of the way is asked from then on: each step may be a counter of downloads.
    expect(host.requests.filter(one => one.startsWith('GET /1.mp3'))).toHaveLength(1)
  })

  test('six are too many, and so is a circle', async () => {
    const host = await hosting(chain(6, serve(minute)))
    expect(await probe(host)).toMatchObject({ kind: 'too-many-redirects' })
    const circle = await hosting((_, response) => response.writeHead(302, { Location: '/1.mp3' }).end())
    expect(await probe(circle)).toMatchObject({ kind: 'too-many-redirects' })
    expect(circle.requests).toHaveLength(6)
  })

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/1.mp3', 'gopher://127.0.0.1/', 'data:audio/mpeg,x'])(
    'to %s is refused',
    async location => {
      const host = await hosting((_, response) => response.writeHead(302, { Location: location }).end())
      expect(await probe(host)).toMatchObject({ kind: 'scheme', scheme: location.split(':')[0] })
    },
  )

  test('to nowhere is told', async () => {
    const host = await hosting((_, response) => response.writeHead(302, { Location: 'http://[' }).end())
    expect(await probe(host)).toMatchObject({ kind: 'unreachable', why: 'protocol' })
  })

  test('from https to http is remembered', async () => {
    const web = {
      'https://media.example/1.mp3': '!redirect http://files.example/1.mp3',
      'http://files.example/1.mp3': '!mp3 10',
    }
    const client = { ...clientOf(), ask: webOf(web) }
    const answer = await probeWeb(client, new URL('https://media.example/1.mp3'))
    expect(heard(answer).downgradedTo).toBe('files.example')
  })
})

describe('addresses that are no business of a feed', () => {
  const disguises = (port: number): string[] =>
    [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0x7f.1',
      '127.0.0.1.',
      '0',
      '0.0.0.0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::127.0.0.1]',
      '[64:ff9b::127.0.0.1]',
      '127。0。0。1',
      '①②⑦.0.0.1',
    ].map(host => `http://${host}:${port}/1.mp3`)

  test('however they are written, nobody is asked', async () => {
    const host = await hosting(serve(minute))
    const client = clientOf({ allowPrivate: false })
    for (const url of disguises(host.port))
      expect(await probeWeb(client, new URL(url)), url).toMatchObject({ kind: 'refused-address' })
    expect(host.requests).toEqual([])
  })

  test('a public name that leads there is refused, even if it leads elsewhere too', async () => {
    const host = await hosting(serve(minute))
    for (const address of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::ffff:127.0.0.1', 'fe80::1%eth0']) {
      const family = address.includes(':') ? 6 : 4
      const resolve: Resolve = async () => [
        { address: '203.0.114.7', family: 4 },
        { address, family },
      ]
      const client = clientOf({ allowPrivate: false, resolve })
      const answer = await probeWeb(client, new URL(`http://media.example:${host.port}/1.mp3`))
      expect(answer).toEqual({ kind: 'refused-address', host: 'media.example', address })
    }
    expect(host.requests).toEqual([])
  })

  test.each([
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'fd20:ce::254',
    '::ffff:169.254.169.254',
    '64:ff9b::169.254.169.254',
  ])('where the network at home may be asked, %s is refused all the same', async address => {
    const family = address.includes(':') ? 6 : 4
    const written = `http://${family === 6 ? `[${address.replace(/%.*/, '')}]` : address}/latest/meta-data/`
    const literal = clientOf()
    expect(await probeWeb(literal, new URL(written))).toMatchObject({ kind: 'refused-address' })
    const named = clientOf({
      resolve: async () => [
        { address: '192.168.1.5', family: 4 },
        { address, family },
      ],
    })
    expect(await probeWeb(named, new URL('http://media.example/1.mp3'))).toEqual({
      kind: 'refused-address',
      host: 'media.example',
      address,
    })
    const host = await hosting((_, response) => void response.writeHead(302, { Location: written }).end())
    expect(await probe(host)).toMatchObject({ kind: 'refused-address' })
  })

  test('the address that was checked is the one that is used: the name is not asked for twice', async () => {
    const host = await hosting((request, response) => {
      response.shouldKeepAlive = false
      serve(minute)(request, response)
    })
    let asked = 0
    const resolve: Resolve = async () => {
      asked++
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const answer = await probeWeb(clientOf({ resolve }), new URL(`http://media.test:${host.port}/1.mp3`))
    expect(factsOf(answer).bytes).toBe(minute.length)
    // Once for each connection, and never beside it.
    expect(asked).toBe(host.requests.length)
  })

  test('a name that changes its address between two connections is checked again', async () => {
    const host = await hosting((request, response) => {
      response.shouldKeepAlive = false
      serve(minute)(request, response)
    })
    const http = clientOf({ allowPrivate: false, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    const web = webOf({ 'http://media.test/1.mp3': '!mp3 60' })
    const client: Client = {
      ...http,
      ask: asked => (asked.method === 'HEAD' ? web(asked) : http.ask(asked)),
    }
    expect(await probeWeb(client, new URL('http://media.test/1.mp3'))).toMatchObject({
      kind: 'refused-address',
    })
    expect(host.requests).toEqual([])
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:PORT/1.mp3',
    'http://[::1]:PORT/',
  ])('a redirect to %s is refused', async to => {
    const host = await hosting(serve(minute))
    const http = clientOf({ allowPrivate: false })
    const web = webOf({
      'https://media.example/1.mp3': `!redirect ${to.replace('PORT', `${host.port}`)}`,
    })
    const client: Client = {
      ...http,
      ask: asked => (asked.url.hostname === 'media.example' ? web(asked) : http.ask(asked)),
    }
    expect(await probeWeb(client, new URL('https://media.example/1.mp3'))).toMatchObject({
      kind: 'refused-address',
    })
    expect(host.requests).toEqual([])
  })

  test.each([
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.8.8.8',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    '3fff::1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '::ffff:10.0.0.1',
    '::8.8.8.8',
    '::808:808',
    '4000::1',
    '100::1',
    '',
    'media.example',
    '1.2.3',
    '256.1.1.1',
  ])('%s is not public', address => {
    expect(isPublic(address)).toBe(false)
  })

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '198.17.1.1',
    '198.20.1.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
    '2001:4860:4860::8888',
  ])('%s is public', address => {
    expect(isPublic(address)).toBe(true)
  })
})

describe('a show with remote audio', () => {
  const long = mp3({ seconds: 83 })
  const remote = (host: AudioHost) => {
    const { files } = lay({ '001.md': `audio: ${host.origin}/1.mp3`, '001.mp3': '!nothing' })
    return files
  }

  test('has its exact length, duration and type in the feed; from then on the lock knows them', async () => {
    const host = await hosting(serve(long))
    const run = await runShow(remote(host), { allowPrivate: true })
    expect(run.diagnostics).toEqual([])
    expect(run.feed).toContain(
      `<enclosure url="${host.origin}/1.mp3" length="${long.length}" type="audio/mpeg"/>`,
    )
    expect(run.feed).toContain('<itunes:duration>83</itunes:duration>')
    const asked = host.requests.length
    expect(asked).toBeGreaterThan(1)
    for (const options of [{ allowPrivate: true }, { frozen: true }, {}]) {
      const again = await rebuild(run.root, options)
      expect(again.diagnostics).toEqual([])
      expect(again.feed).toBe(run.feed)
    }
    expect(host.requests).toHaveLength(asked)
  })

  test('at another address than the lock knows, it is asked for again', async () => {
    const host = await hosting(serve(long))
    const run = await runShow(remote(host), { allowPrivate: true })
    writeFiles(`${run.root}/episodes`, {
      '001.md': String(remote(host)['001.md']).replace('/1.mp3', '/new.mp3'),
    })
    host.requests.length = 0
    const again = await rebuild(run.root, { allowPrivate: true })
    expect(again.feed).toContain(`${host.origin}/new.mp3`)
    expect(host.requests).toContain('HEAD /new.mp3')
  })

  test('one address that two episodes name is asked for once, and a draft is not asked for', async () => {
    const host = await hosting(serve(long))
    const { files } = lay({
      '001.md': `audio: ${host.origin}/1.mp3`,
      '002.md': `audio: ${host.origin}/1.mp3`,
      '003.md': `---\ntitle: Not ready\ndraft: true\naudio: ${host.origin}/3.mp3\n---\n`,
    })
    await runShow(files, { allowPrivate: true })
    expect(host.requests.filter(one => one.startsWith('HEAD'))).toEqual(['HEAD /1.mp3'])
  })

  test('a host that lacks manners gets one finding for all its episodes', async () => {
    const web = {
      'https://media.example/1.mp3': '!mp3 10 served without ranges',
      'https://media.example/2.mp3': '!mp3 12 served without ranges',
    }
    const { files } = lay({
      '001.md': 'audio: https://media.example/1.mp3',
      '002.md': 'audio: https://media.example/2.mp3',
    })
    const run = await runShow(files, { web })
    expect(run.ids.filter(id => id === 'web/no-ranges')).toHaveLength(1)
  })

  test.each([
    ['!status 404', 'web/unreachable'],
    ['!status 503', 'web/unreachable'],
    ['!redirect http://10.0.0.1/1.mp3', 'web/refused-address'],
    ['!redirect http://169.254.169.254/1.mp3', 'web/refused-address'],
    ['!redirect magnet:?xt=1', 'web/scheme'],
    ['!png 100', 'audio/not-audio'],
  ])('one mistake is one finding, where it was written: %s', async (answer, rule) => {
    const { files } = lay({ '001.md': 'audio: https://media.example/1.mp3', '001.mp3': '!nothing' })
    const run = await runShow(files, { web: { 'https://media.example/1.mp3': answer } })
    expect(run.diagnostics.map(one => [one.rule, one.place.file, one.place.line])).toEqual([
      [rule, 'episodes/001.md', 7],
    ])
  })

  test('with --frozen nobody is asked, and what the lock does not know is one finding', async () => {
    const host = await hosting(serve(long))
    const run = await runShow(goodShow())
    writeFiles(`${run.root}/episodes`, {
      '003.md': `---
title: Ebb
date: 2026-01-19
season: 1
episode: 3
link: https://show.example/3
audio: ${host.origin}/3.mp3
---
Where the water goes.
`,
    })
    const frozen = { allowPrivate: true, frozen: true }
    expect((await rebuild(run.root, frozen)).ids).toEqual(['web/not-probed'])
    expect(host.requests).toEqual([])
    expect((await rebuild(run.root, { allowPrivate: true })).ids).toEqual([])
    expect((await rebuild(run.root, frozen)).ids).toEqual([])
  })

  test('an unchanged build asks nobody, nor does one without the cache', async () => {
    const host = await hosting(serve(long))
    const cwd = temporaryFolder()
    writeFiles(`${cwd}/episodes`, remote(host))
    const world = { cwd, env: { XDG_CACHE_HOME: temporaryFolder() }, terminal: true }
    const first = await say(world, '--allow-private')
    expect(first.code, first.stderr).toBe(0)
    expect(first.stderr).toContain(`127.0.0.1:${host.port}`)
    const asked = host.requests.length
    for (const flags of [['--allow-private'], [], ['--no-cache']]) {
      const next = await say(world, ...flags)
      expect(next.code, next.stderr).toBe(0)
    }
    expect(host.requests).toHaveLength(asked)
  })

  test('what the host did wrong is said when it was asked, and not again from memory', async () => {
    const host = await hosting(serve(long, { ranges: false }))
    const cwd = temporaryFolder()
    writeFiles(`${cwd}/episodes`, remote(host))
    const world = { cwd, env: { XDG_CACHE_HOME: temporaryFolder() } }
    expect((await say(world, '--allow-private')).stderr).toContain('web/no-ranges')
    const asked = host.requests.length
    for (const flags of [[], [], ['--no-cache']]) {
      const next = await say(world, '--allow-private', ...flags)
      expect(next.stderr + next.stdout).not.toContain('web/no-ranges')
    }
    expect(host.requests).toHaveLength(asked)
  })

  test('without --allow-private, loopback is refused, by build and by validate', async () => {
    const host = await hosting(serve(long))
    const cwd = temporaryFolder()
    writeFiles(`${cwd}/episodes`, remote(host))
    for (const command of [[], ['validate']]) {
      const said = await say({ cwd }, ...command)
      expect(said.code).toBe(1)
      expect(said.stderr + said.stdout).toContain('web/refused-address')
    }
    expect(host.requests).toEqual([])
    expect((await say({ cwd }, 'validate', '--allow-private')).code).toBe(0)
  })
})
