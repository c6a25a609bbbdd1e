/** What a show is published with: a static host of a folder, a hub, and a service that is told by an address. */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type AudioHost, audioHost } from './audio-host.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface Site extends AudioHost {
  /** Answers these paths otherwise than a good host does. */
  readonly odd: Map<string, Answer>
}

const TYPES: Readonly<Record<string, string>> = {
  xml: 'application/rss+xml',
  mp3: 'audio/mpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  json: 'application/json+chapters',
  vtt: 'text/vtt',
  html: 'text/html',
}

/** A good static host of a folder: types, ranges, ETags, and every page may read it. */
export const siteOf = async (
  folder: () => string,
  headersOf: (path: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Site> => {
  const odd = new Map<string, Answer>()
  const host = await audioHost((request, response) => {
    const path = (request.url ?? '').split('?')[0]!
    const answer = odd.get(path)
    if (answer !== undefined) return answer(request, response)
    const file = join(folder(), path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end('nothing here')
    sendWell(readFileSync(file), TYPES[file.split('.').at(-1)!]!, request, response, headersOf(path))
  })
  return { ...host, odd }
}

export const sendWell = (
  bytes: Buffer,
  type: string,
  request: IncomingMessage,
  response: ServerResponse,
  more: Readonly<Record<string, string>> = {},
): void => {
  const etag = `"${createHash('sha1').update(bytes).digest('hex')}"`
  const headers = { 'Content-Type': type, ETag: etag, 'Access-Control-Allow-Origin': '*', ...more }
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  if (from !== undefined) {
    const end = Math.min(Number(to) + 1, bytes.length)
    response.writeHead(206, { ...headers, 'Content-Range': `bytes ${from}-${end - 1}/${bytes.length}` })
    return void response.end(bytes.subarray(Number(from), end))
  }
  response.writeHead(200, { ...headers, 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

export interface Hub extends AudioHost {
  /** By publishers. */
  readonly posted: string[]
  /** What the subscriber was sent: a hub fetches the topic itself, and hands it on. */
  readonly delivered: string[]
  /** Statuses of the next answers to a publisher; then 202. */
  readonly answers: number[]
  /** Resolves when the hub has asked the subscriber back, and it was that one who wanted it. */
  readonly subscribe: (topic: string) => Promise<void>
}

/**
 * A hub that verifies and distributes, and one subscriber: https://www.w3.org/TR/websub/#subscribing-and-unsubscribing,
 * https://www.w3.org/TR/websub/#content-distribution. `where`: how the address of a topic is reached from here.
 */
export const hubOf = async (where: (url: string) => string = url => url): Promise<Hub> => {
  const posted: string[] = []
  const answers: number[] = []
  const subscriber = await subscriberOf()
  /** Callbacks by topic. */
  const callbacks = new Map<string, string[]>()
  const verified = async (callback: string, topic: string): Promise<boolean> => {
    const challenge = 'b2f5a9'
    const url = new URL(callback)
    for (const [name, value] of [
      ['hub.mode', 'subscribe'],
      ['hub.topic', topic],
      ['hub.challenge', challenge],
      ['hub.lease_seconds', '86400'],
    ] as const)
      url.searchParams.set(name, value)
    return (await (await fetch(url)).text()) === challenge
  }
  const distribute = async (topic: string): Promise<void> => {
    const answer = await fetch(where(topic))
    const body = await answer.text()
    const headers = {
      'Content-Type': answer.headers.get('content-type') ?? '',
      Link: `<${host.origin}/>; rel=hub, <${topic}>; rel=self`,
    }
    for (const callback of callbacks.get(topic) ?? [])
      await fetch(callback, { method: 'POST', headers, body })
  }
  const host = await audioHost(async (request, response) => {
    const body = await bodyOf(request)
    const form = new URLSearchParams(body)
    if (form.get('hub.mode') === 'subscribe') {
      const [topic, callback] = [form.get('hub.topic')!, form.get('hub.callback')!]
      const isMeant = await verified(callback, topic)
      if (isMeant) callbacks.set(topic, [...(callbacks.get(topic) ?? []), callback])
      return void response.writeHead(isMeant ? 202 : 403).end()
    }
    const status = answers.shift() ?? 202
    posted.push(body)
    if (status === 202 && form.get('hub.mode') === 'publish') await distribute(form.get('hub.url')!)
    response.writeHead(status).end(status === 202 ? '' : 'no')
  })
  return {
    ...host,
    posted,
    answers,
    delivered: subscriber.delivered,
    subscribe: topic => subscriber.subscribe(`${host.origin}/`, topic),
    close: async () => {
      await subscriber.close()
      await host.close()
    },
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Takes what it has asked for, and nothing else. */
const subscriberOf = async () => {
  const wanted = new Set<string>()
  const delivered: string[] = []
  const host = await audioHost(async (request, response) => {
    const { searchParams } = new URL(request.url!, host.origin)
    if (request.method === 'POST') {
      const [, topic = ''] = /<([^>]*)>; rel=self/.exec(String(request.headers.link)) ?? []
      const body = await bodyOf(request)
      if (wanted.has(topic)) delivered.push(body)
      return void response.writeHead(wanted.has(topic) ? 204 : 410).end()
    }
    const isWanted = wanted.has(searchParams.get('hub.topic') ?? '')
    response.writeHead(isWanted ? 200 : 404).end(isWanted ? searchParams.get('hub.challenge') : '')
  })
  const subscribe = async (hub: string, topic: string): Promise<void> => {
    wanted.add(topic)
    const body = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': `${host.origin}/callback`,
    })
    const { status } = await fetch(hub, { method: 'POST', body })
    if (status !== 202) throw new Error(`the hub answered ${status}`)
  }
  return { delivered, subscribe, close: host.close }
}

export interface Api extends AudioHost {
  readonly asked: { readonly url: string; readonly headers: IncomingMessage['headers'] }[]
  readonly answer: { status: number; text: string }
}

export const apiOf = async (): Promise<Api> => {
  const asked: Api['asked'] = []
  const answer = { status: 200, text: '{"status":"true"}' }
  const host = await audioHost((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    response.writeHead(answer.status).end(answer.text)
  })
  return { ...host, asked, answer }
}
