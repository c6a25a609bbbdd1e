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
  readonly posted: string[]
  /** What subscribers were sent: a hub fetches the topic itself, and hands it on. */
  readonly delivered: string[]
  /** Statuses of the next answers; then 202. */
  readonly answers: number[]
}

/** A hub with one subscriber: https://www.w3.org/TR/websub/#content-distribution */
/** `where`: how the address of a topic is reached from here. */
export const hubOf = async (where: (url: string) => string = url => url): Promise<Hub> => {
  const posted: string[] = []
  const delivered: string[] = []
  const answers: number[] = []
  const host = await audioHost((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const status = answers.shift() ?? 202
      const body = Buffer.concat(chunks).toString()
      posted.push(body)
      const form = new URLSearchParams(body)
      if (status === 202 && form.get('hub.mode') === 'publish')
        delivered.push(await (await fetch(where(form.get('hub.url')!))).text())
      response.writeHead(status).end(status === 202 ? '' : 'no')
    })
  })
  return { ...host, posted, delivered, answers }
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
