/** POST: a form that is sent to a hub, guarded as every other question is. */

import { afterEach, describe, expect, test } from 'vitest'
import { webRedirects } from '../src/limits.ts'
import type { Client } from '../src/web/client.ts'
import { type Form, postForm, sendForm } from '../src/web/form.ts'
import { httpTransport } from '../src/web/http-transport.ts'
import type { Asked } from '../src/web/transport.ts'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { type Web, webOf } from './support/web.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const ping: Form = [
  ['hub.mode', 'publish'],
  ['hub.url', 'https://show.example/feed.xml?a=1&b=ü'],
]
const pinged = 'hub.mode=publish&hub.url=https%3A%2F%2Fshow.example%2Ffeed.xml%3Fa%3D1%26b%3D%C3%BC'

interface Posted {
  readonly method: string | undefined
  readonly type: string | undefined
  readonly length: string | undefined
  readonly body: string
}

/** A server that keeps what it was sent, and answers by path. */
const hub = async (
  answers: Readonly<
    Record<string, { status: number; headers?: Record<string, string>; text?: string | Uint8Array }>
  >,
): Promise<AudioHost & { readonly posted: Posted[] }> => {
  const posted: Posted[] = []
  const host = await audioHost((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      posted.push({
        method: request.method,
        type: request.headers['content-type'],
        length: request.headers['content-length'],
        body: Buffer.concat(chunks).toString(),
      })
      const { status, headers = {}, text = '' } = answers[request.url ?? ''] ?? { status: 404 }
      response.writeHead(status, headers).end(text)
    })
  })
  ends.push(host.close)
  return { ...host, posted }
}

const send = (host: AudioHost, path: string, allowPrivate = true) =>
  sendForm(`${host.origin}${path}`, ping, { allowPrivate, generator: 'build-feed 1.2.3' })

describe('over HTTP', () => {
  test('a form arrives as one, and is accepted', async () => {
    const host = await hub({ '/': { status: 204 } })
    expect(await send(host, '/')).toEqual({ kind: 'accepted', status: 204, host: '127.0.0.1', text: '' })
    expect(host.posted).toEqual([
      {
        method: 'POST',
        type: 'application/x-www-form-urlencoded',
        length: String(pinged.length),
        body: pinged,
      },
    ])
  })

  test('a refusal says why, once', async () => {
    for (const status of [400, 429, 500, 503]) {
      const host = await hub({ '/': { status, text: 'hub.url is not mine' } })
      expect(await send(host, '/')).toEqual({
        kind: 'refused',
        status,
        host: '127.0.0.1',
        text: 'hub.url is not mine',
      })
      expect(host.posted).toHaveLength(1)
    }
  })

  test.each([301, 302, 303])('%i, after which others ask by GET, is the answer', async status => {
    const host = await hub({ '/': { status, headers: { Location: '/other' } }, '/other': { status: 200 } })
    expect(await send(host, '/')).toMatchObject({ kind: 'refused', status })
    expect(host.requests).toEqual(['POST /'])
  })

  test.each([307, 308])('%i is followed with the same form', async status => {
    const host = await hub({ '/': { status, headers: { Location: '/other' } }, '/other': { status: 202 } })
    expect(await send(host, '/')).toMatchObject({ kind: 'accepted', status: 202 })
    expect(host.posted.map(({ method, body }) => [method, body])).toEqual([
      ['POST', pinged],
      ['POST', pinged],
    ])
  })

  test('redirects come to an end', async () => {
    const host = await hub({ '/': { status: 308, headers: { Location: '/' } } })
    expect(await send(host, '/')).toEqual({ kind: 'too-many-redirects', host: '127.0.0.1' })
    expect(host.posted).toHaveLength(webRedirects + 1)
  })

  test('nothing is sent to an address of the home or company network', async () => {
    const host = await hub({ '/': { status: 204 } })
    expect(await send(host, '/', false)).toEqual({
      kind: 'refused-address',
      host: '127.0.0.1',
      address: '127.0.0.1',
    })
    expect(host.requests).toEqual([])
  })

  test('nor to one that a public name leads to', async () => {
    const host = await hub({ '/': { status: 204 } })
    const { ask, close } = httpTransport({
      userAgent: 'build-feed/1.2.3',
      allowPrivate: false,
      connections: 1,
      answerWithin: 5000,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    ends.push(close)
    const url = new URL(`http://hub.example:${host.port}/`)
    expect(await postForm({ ask, sleep: async () => {} }, url, ping)).toEqual({
      kind: 'refused-address',
      host: 'hub.example',
      address: '127.0.0.1',
    })
    expect(host.requests).toEqual([])
  })

  test('of a reply without end the beginning is read', async () => {
    const host = await audioHost((request, response) => {
      request.resume()
      response.writeHead(400)
      const more = (): void => {
        while (!response.destroyed && response.write('no '.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    ends.push(host.close)
    const reply = await send(host, '/')
    expect(reply).toMatchObject({ kind: 'refused', status: 400 })
    expect((reply as { text: string }).text).toHaveLength(16 * 1024)
  })

  test('a reply that breaks off is an answer all the same', async () => {
    const host = await audioHost((request, response) => {
      request.resume()
      response.writeHead(202, { 'Content-Length': 100 })
      response.write('thanks', () => response.destroy())
    })
    ends.push(host.close)
    expect(await send(host, '/')).toMatchObject({ kind: 'accepted', status: 202, text: 'thanks' })
  })

  test('what is compressed unasked is not taken for text', async () => {
    const host = await hub({
      '/': { status: 400, headers: { 'Content-Encoding': 'gzip' }, text: new Uint8Array([31, 139, 8]) },
    })
    expect(await send(host, '/')).toMatchObject({ kind: 'refused', text: '' })
  })

  test('a host that keeps silent is not waited for', async () => {
    const host = await audioHost(() => {})
    ends.push(host.close)
    const { ask, close } = httpTransport({
      userAgent: 'build-feed/1.2.3',
      allowPrivate: true,
      connections: 1,
      answerWithin: 60_000,
    })
    ends.push(close)
    const limits = { within: 50, size: 100 }
    expect(await postForm({ ask, sleep: async () => {} }, new URL(host.origin), ping, limits)).toEqual({
      kind: 'unreachable',
      why: 'timeout',
      host: '127.0.0.1',
    })
  })

  test('it can be stopped', async () => {
    const controller = new AbortController()
    const host = await audioHost(() => controller.abort(new Error('enough')))
    ends.push(host.close)
    const sent = sendForm(host.origin, ping, { allowPrivate: true, signal: controller.signal })
    await expect(sent).rejects.toThrow('enough')
  })
})

describe('in a web that is made up', () => {
  const over = (web: Web): Client & { readonly asked: Asked[] } => {
    const asked: Asked[] = []
    const transport = webOf(web)
    return {
      asked,
      ask: one => {
        asked.push(one)
        return transport(one)
      },
      sleep: async () => {},
    }
  }
  const hubUrl = new URL('https://hub.example/')

  test('the hub takes this form, and no other', async () => {
    const client = over({ 'https://hub.example/': `!form ${pinged}` })
    expect(await postForm(client, hubUrl, ping)).toMatchObject({ kind: 'accepted', status: 204 })
    expect(await postForm(client, hubUrl, [['hub.mode', 'subscribe']])).toMatchObject({
      kind: 'refused',
      status: 400,
      text: 'not this form',
    })
  })

  test('what was meant for https is not sent in the clear', async () => {
    const client = over({
      'https://hub.example/': '!redirect 307 http://hub.example/',
      'http://hub.example/': `!form ${pinged}`,
    })
    expect(await postForm(client, hubUrl, ping)).toEqual({
      kind: 'scheme',
      host: 'hub.example',
      scheme: 'http',
    })
    expect(client.asked).toHaveLength(1)
  })

  test('a redirect to a private address is refused', async () => {
    const client = over({ 'https://hub.example/': '!redirect 308 https://10.0.0.1/' })
    expect(await postForm(client, hubUrl, ping)).toMatchObject({
      kind: 'refused-address',
      address: '10.0.0.1',
    })
  })

  test('nobody is there', async () => {
    expect(await postForm(over({}), hubUrl, ping)).toMatchObject({ kind: 'unreachable', why: 'dns' })
  })
})
