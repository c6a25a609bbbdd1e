/** Shows what a build would write, on this machine alone. Files of the show come through their door, a part at a time. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Door, type OpenFile, Refused } from '../door/index.ts'
import { previewBodyBytes, previewChunkBytes } from '../limits.ts'
import type { Artefact } from '../podcast.ts'
import { encodePath } from '../units/url.ts'
import { websiteFiles } from '../website/files.ts'
import { isAllowed } from './allowed.ts'
import { partOf } from './ranges.ts'

/** What there is to be seen now. */
export interface Shown {
  readonly artefacts: ReadonlyMap<string, Artefact>
  readonly door: Door
  /** Of the pages, and of what was found, which may be newer. */
  readonly generations: ReadonlySet<number>
}

/** What was done, or why it was not: an HTTP status and words for a person. */
export interface Done {
  readonly status: number
  readonly text: string
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
  /** Of the pages about the show, by name: HTML, or undefined where there is none. */
  readonly pane: (name: string, query: string) => Promise<string | undefined>
  /** What those pages ask for, by name. Undefined where nothing is called so. */
  readonly act: (name: string, query: string, body: unknown) => Promise<Done | undefined>
}

/** @throws what the system says, such as EADDRINUSE. */
export const serve = async (options: ServeOptions): Promise<Preview> => {
  const { port, host, shown, script } = options
  const listeners = new Set<ServerResponse>()
  const hosts = new Set<string>()
  const server = createServer((request, response) => {
    if (!isAllowed(askingOf(request), hosts))
      return say(response, 403, 'This is a preview for this machine alone.\n')
    const path = pathOf(request.url ?? '/')
    if (path === undefined) return say(response, 400, 'This is no address of a page.\n')
    if (path === '-/events') return listen(response, listeners, isStale(request.url ?? '', shown()))
    if (request.method === 'POST') return act(response, request, path, options)
    if (path === 'site/preview.js') return send(response, request, 'text/javascript', Buffer.from(script()))
    if (path.startsWith('-/')) return showPane(response, request, path, options)
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

const queryOf = (url = ''): string => {
  const at = url.indexOf('?')
  try {
    return at < 0 ? '' : decodeURIComponent(url.slice(at + 1))
  } catch {
    return ''
  }
}

const panesFiles: Readonly<Record<string, string>> = {
  '-/panes.js': 'text/javascript',
  '-/panes.css': 'text/css',
}

/** A page about the show, or what it is made of. */
const showPane = (
  response: ServerResponse,
  request: IncomingMessage,
  path: string,
  { pane, shown }: ServeOptions,
): void => {
  const type = panesFiles[path]
  if (type !== undefined) {
    send(response, request, type, Buffer.from(websiteFiles.preview[path.slice(2)] ?? ''))
    return
  }
  const name = path === '-/index.html' ? '' : path.slice(2)
  pane(name, queryOf(request.url)).then(
    html => {
      if (html !== undefined) send(response, request, 'text/html', Buffer.from(html))
      else notFound(response, request, shown())
    },
    error =>
      say(response, 500, `This page could not be made: ${error instanceof Error ? error.message : error}\n`),
  )
}

const act = (
  response: ServerResponse,
  request: IncomingMessage,
  path: string,
  { act: asked }: ServeOptions,
): void => {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > previewBodyBytes) request.destroy()
    else chunks.push(chunk)
  })
  request.on('end', async () => {
    try {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
      const done = path.startsWith('-/') ? await asked(path.slice(2), queryOf(request.url), body) : undefined
      const { status, text } = done ?? { status: 404, text: 'There is nothing here.' }
      say(response, status, `${text}\n`)
    } catch (error) {
      say(response, error instanceof SyntaxError ? 400 : 500, 'This could not be done.\n')
    }
  })
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
  { path, ...shown }: Shown & { readonly path: string },
): void => {
  const { artefacts, door } = shown
  const artefact = artefacts.get(path)
  if (artefact === undefined) {
    // As hosts do: what such a page loads is named from its folder.
    if (artefacts.has(`${path}/index.html`)) moved(response, `/${encodePath(path)}/`)
    // A show that was never without errors has no pages: what is wrong takes their place.
    else if (artefacts.size === 0 && path.endsWith('.html')) moved(response, '/-/')
    else if (path.endsWith('.html')) notFound(response, request, shown)
    else say(response, 404, 'There is nothing here.\n')
  } else if ('bytes' in artefact) send(response, request, artefact.mediaType, artefact.bytes)
  else stream(response, request, { type: artefact.mediaType, file: door.open(artefact.source) })
}

const moved = (response: ServerResponse, location: string): void => {
  response.writeHead(302, { ...always, location }).end()
}

const notFound = (response: ServerResponse, request: IncomingMessage, { artefacts }: Shown): void => {
  const page = artefacts.get('404.html')
  if (page !== undefined && 'bytes' in page) send(response, request, 'text/html', page.bytes, 404)
  else say(response, 404, 'There is nothing here.\n')
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
