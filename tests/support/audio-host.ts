/** A real HTTP server on loopback that serves audio, well or badly. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface AudioHost {
  /** `http://127.0.0.1:1234` */
  readonly origin: string
  readonly port: number
  /** `HEAD /1.mp3`, `GET /1.mp3 bytes=0-65535`, in the order in which they came. */
  readonly requests: string[]
  /** What each of them asked for in `If-None-Match`. */
  readonly conditions: (string | undefined)[]
  /** Of the bodies, as far as they were handed to the network. */
  readonly sent: { bytes: number }
  readonly close: () => Promise<void>
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export const audioHost = async (handle: Handler): Promise<AudioHost> => {
  const requests: string[] = []
  const conditions: (string | undefined)[] = []
  const sent = { bytes: 0 }
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    requests.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '))
    conditions.push(request.headers['if-none-match'])
    const write = response.write.bind(response) as (chunk: Uint8Array, ...rest: unknown[]) => boolean
    response.write = ((chunk: Uint8Array, ...rest: unknown[]) => {
      sent.bytes += chunk.length
      return write(chunk, ...rest)
    }) as typeof response.write
    handle(request, response)
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    conditions,
    sent,
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

export interface Manners {
  readonly head?: boolean
  readonly ranges?: boolean
  readonly type?: string
  readonly etag?: string
  /** Whether it answers 304 when the ETag is the one that is asked about. */
  readonly conditional?: boolean
  readonly lastModified?: string
  /** What HEAD says, instead of the truth. */
  readonly headLength?: number
  /** A range is answered with at most so many bytes. */
  readonly most?: number
  /** `Content-Range` says `*` for the size. */
  readonly hidesSize?: boolean
  /** Without a length, in chunks. */
  readonly chunked?: boolean
}

/** Answers HEAD, ranges, and everything else, as a good host does unless its manners say otherwise. */
export const serve =
  (bytes: Uint8Array, manners: Manners = {}): Handler =>
  (request, response) => {
    const { head = true, ranges = true, type = 'audio/mpeg', etag } = manners
    response.setHeader('Content-Type', type)
    if (etag !== undefined) response.setHeader('ETag', etag)
    if (manners.lastModified !== undefined) response.setHeader('Last-Modified', manners.lastModified)
    const isKnown = etag !== undefined && request.headers['if-none-match'] === etag
    if (manners.conditional && isKnown && (head || request.method !== 'HEAD'))
      return void response.writeHead(304).end()
    if (request.method === 'HEAD') {
      if (!head) response.writeHead(405).end()
      else response.writeHead(200, { 'Content-Length': manners.headLength ?? bytes.length }).end()
      return
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    if (range === null || !ranges) {
      response.writeHead(200, manners.chunked ? {} : { 'Content-Length': bytes.length })
      response.write(bytes)
      response.end()
      return
    }
    const start = Number(range[1])
    if (start >= bytes.length) {
      response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end()
      return
    }
    const end = Math.min(Number(range[2]) + 1, bytes.length, start + (manners.most ?? bytes.length))
    const size = manners.hidesSize ? '*' : bytes.length
    response.writeHead(206, {
      'Content-Range': `bytes ${start}-${end - 1}/${size}`,
      'Content-Length': end - start,
    })
    response.write(bytes.subarray(start, end))
    response.end()
  }
