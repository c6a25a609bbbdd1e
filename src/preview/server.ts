/** Shows what a build would write, on this machine alone. Files of the show come through their door, a part at a time. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Door, type OpenFile, Refused } from '../door/index.ts'
import { previewChunkBytes } from '../limits.ts'
import type { Artefact } from '../podcast.ts'
import { isAllowed } from './allowed.ts'
import { partOf } from './ranges.ts'

/** What there is to be seen now. */
export interface Shown {
  readonly artefacts: ReadonlyMap<string, Artefact>
  readonly door: Door
  /** Of the pages, and of what was found, which may be newer. */
  readonly generations: ReadonlySet<number>
  /** HTML: what was found. */
  readonly problems: string
}

export interface Preview {
  /** With its final slash. */
  readonly address: string
  /** Tells every page that is open to load again. */
  readonly changed: () => void
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number
  readonly host: string
  readonly shown: () => Shown
  /** What the pages of a preview do beside their own. */
  readonly script: () => string
}

/** @throws what the system says, such as EADDRINUSE. */
export const serve = async ({ port, host, shown, script }: ServeOptions): Promise<Preview> => {
  const listeners = new Set<ServerResponse>()
  const hosts = new Set<string>()
  const server = createServer((request, response) => {
    if (!isAllowed(askingOf(request), hosts))
      return say(response, 403, 'This is a preview for this machine alone.\n')
    const path = pathOf(request.url ?? '/')
    if (path === undefined) return say(response, 400, 'This is no address of a page.\n')
    if (path === '-/events') return listen(response, listeners, isStale(request.url ?? '', shown()))
    if (path === '-/index.html') return send(response, request, 'text/html', Buffer.from(shown().problems))
    if (path === 'site/preview.js') return send(response, request, 'text/javascript', Buffer.from(script()))
    try {
      give(response, request, { path, ...shown() })
    } catch (error) {
      if (response.headersSent) response.destroy()
      else if (error instanceof Refused || isMissing(error)) say(response, 404, 'There is nothing here.\n')
      else throw error
    }
  })
  await listening(server, port, host)
  const { port: got } = server.address() as AddressInfo
  for (const name of [host, 'localhost', '127.0.0.1', '[::1]']) hosts.add(`${name}:${got}`.toLowerCase())
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${got}/`,
    changed: () => {
      for (const listener of listeners) listener.write('data: changed\n\n')
    },
    close: async () => {
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })

const askingOf = ({ method, headers }: IncomingMessage) => ({
  method,
  host: headers.host,
  origin: headers.origin,
  site: headers['sec-fetch-site'] as string | undefined,
})

/** Inside the output folder. Undefined where it is none. */
const pathOf = (url: string): string | undefined => {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, '')).slice(1)
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...always, 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** No page of another site may show or read this, and none of it is kept. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
}

/** Whether a page asks that shows something else than there is now. */
const isStale = (url: string, { generations }: Shown): boolean =>
  !generations.has(Number(url.slice(url.indexOf('?') + 1)))

const listen = (response: ServerResponse, listeners: Set<ServerResponse>, isOld: boolean): void => {
  response.writeHead(200, { ...always, 'content-type': 'text/event-stream' })
  response.write('retry: 500\n\n')
  if (isOld) response.write('data: changed\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

const give = (
  response: ServerResponse,
  request: IncomingMessage,
  { path, artefacts, door, problems }: Shown & { readonly path: string },
): void => {
  const artefact = artefacts.get(path) ?? artefacts.get(`${path}/index.html`)
  if (artefact === undefined) {
    const isPage = path.endsWith('.html')
    const notFound = artefacts.get('404.html')
    // A show that was never without errors has no pages: what is wrong takes their place.
    if (artefacts.size === 0 && isPage) send(response, request, 'text/html', Buffer.from(problems))
    else if (isPage && notFound && 'bytes' in notFound)
      send(response, request, 'text/html', notFound.bytes, 404)
    else say(response, 404, 'There is nothing here.\n')
  } else if ('bytes' in artefact) send(response, request, artefact.mediaType, artefact.bytes)
  else stream(response, request, { type: artefact.mediaType, file: door.open(artefact.source) })
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')

const send = (
  response: ServerResponse,
  { method }: IncomingMessage,
  type: string,
  bytes: Uint8Array,
  status = 200,
): void => {
  const text = /^text\/|xml$|json/.test(type) ? '; charset=utf-8' : ''
  response.writeHead(status, { ...always, 'content-type': type + text, 'content-length': bytes.length })
  response.end(method === 'HEAD' ? undefined : bytes)
}

/** A part of a file, as players ask for it. */
const stream = (
  response: ServerResponse,
  { method, headers }: IncomingMessage,
  { type, file }: { readonly type: string; readonly file: OpenFile },
): void => {
  const { size } = file
  const part = partOf(size, headers.range)
  const common = { ...always, 'content-type': type, 'accept-ranges': 'bytes' }
  if (part === 'unsatisfiable') {
    file.close()
    response.writeHead(416, { ...common, 'content-range': `bytes */${size}` }).end()
    return
  }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  response.writeHead(part ? 206 : 200, {
    ...common,
    'content-length': end - start + 1,
    ...(part && { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  response.on('close', () => file.close())
  if (method === 'HEAD') response.end()
  else pump(response, file, start, end)
}

const pump = (response: ServerResponse, file: OpenFile, from: number, end: number): void => {
  let position = from
  const more = (): void => {
    try {
      while (!response.destroyed && position <= end) {
        const room = Buffer.allocUnsafe(Math.min(previewChunkBytes, end - position + 1))
        const read = file.read(room, 0, room.length, position)
        if (read === 0) {
          response.destroy()
          return
        }
        position += read
        if (!response.write(room.subarray(0, read))) {
          response.once('drain', more)
          return
        }
      }
      response.end()
    } catch {
      response.destroy()
    }
  }
  more()
}
