/** A real browser, where the machine has one; and a host for pages on loopback, with ranges. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'

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

const opened: { close: () => Promise<unknown> | unknown }[] = []
afterAll(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

export const openBrowser = async (): Promise<Browser> => {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: path!,
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
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest })
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

/** Serves a folder under a path; gives the address. */
export const hostOf = async (folder: string, under = '/'): Promise<string> => {
  const server = createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url!, 'http://host').pathname)
    let file = join(folder, pathname.slice(under.length))
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    if (!pathname.startsWith(under) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const bytes = readFileSync(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined) {
      response
        .writeHead(200, { 'content-type': type, 'accept-ranges': 'bytes', 'content-length': bytes.length })
        .end(bytes)
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
