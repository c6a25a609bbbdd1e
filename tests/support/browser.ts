/** A real browser, where the machine has one; and a host for pages on loopback, with ranges. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { afterFile } from './after-file.ts'

const path = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(one => one !== undefined && existsSync(one))

export const hasBrowser = path !== undefined

if (!hasBrowser)
  process.stderr.write(
    'No Chromium here: what pages do in a browser is not tested. `apt-get install chromium` brings it.\n',
  )

/** For what hangs, as in vitest.config.ts; milliseconds. Playwright's own is less than a busy machine needs. */
const PATIENCE = 240_000

const opened: { close: () => Promise<unknown> | unknown }[] = []
afterFile(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

export const openBrowser = async (): Promise<Browser> => {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: path!,
    timeout: PATIENCE,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
    ],
  })
  opened.push(browser)
  return browser
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser had to complain of: errors, and what the policy forbade. */
  readonly complaints: readonly string[]
  /** Addresses that were asked for, on any host. */
  readonly asked: readonly string[]
}

/** Nothing but loopback and the disk can be reached; `web` answers for other hosts. */
export const visit = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly web?: (url: string) => string | undefined } = {},
): Promise<Visit> => {
  const { web, ...rest } = options
  // Without motion: colours that fade into others would be judged half way.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...rest,
  })
  context.setDefaultTimeout(PATIENCE)
  // A page that is left plays on.
  onTestFinished(() => context.close())
  const complaints: string[] = []
  const asked: string[] = []
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, route => {
    const to = web?.(route.request().url())
    return to === undefined ? route.abort() : route.fulfill({ status: 302, headers: { location: to } })
  })
  const page = await context.newPage()
  page.on('request', request => asked.push(request.url()))
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, context, complaints, asked }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.xml': 'application/xml',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.vtt': 'text/vtt',
}

/** Gives the bytes of a path, or nothing where there are none. */
type Bytes = (path: string) => Uint8Array | undefined

/** Serves a folder under a path; gives the address. */
export const hostOf = (folder: string, under = '/'): Promise<string> =>
  hostOfBytes(path => {
    const file = join(folder, path)
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined
  }, under)

/** Serves what there is in memory. */
export const hostOfBytes = async (bytesOf: Bytes, under = '/'): Promise<string> => {
  const server = createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url!, 'http://host').pathname)
    const inside = pathname.slice(under.length)
    const path = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
    const bytes = pathname.startsWith(under) ? bytesOf(path) : undefined
    if (bytes === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = types[extname(path)] ?? 'application/octet-stream'
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) {
      response.writeHead(200, {
        'content-type': type,
        'accept-ranges': 'bytes',
        'content-length': bytes.length,
      })
      response.end(bytes)
      return
    }
    const end = to ? Number(to) : bytes.length - 1
    response
      .writeHead(206, { 'content-type': type, 'content-range': `bytes ${from}-${end}/${bytes.length}` })
      .end(bytes.subarray(Number(from), end + 1))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  opened.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`
}
