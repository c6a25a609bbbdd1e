/** A preview of a show in a folder of its own, and how it is asked. */

import { readFileSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import type { Validated } from '../../src/make.ts'
import { type PreviewOptions, preview } from '../../src/preview/index.ts'
import { afterFile } from './after-file.ts'
import { type Files, temporaryFolder, writeFiles } from './folder.ts'
import { goodShow } from './good-show.ts'
import { showWithPages } from './page-show.ts'

/** Closed when the tests of the file are done. */
export const closing: (() => Promise<void>)[] = []
afterFile(async () => {
  for (const close of closing.splice(0)) await close()
})

export const started = async (files: Files = {}, options: Partial<PreviewOptions> = {}) => {
  const root = temporaryFolder()
  const show = join(root, 'episodes')
  writeFiles(show, { ...goodShow(), 'show.md': showWithPages({ website: 'false' }), ...files })
  const opened: string[] = []
  const waiting: ((made: Validated) => void)[] = []
  const server = await preview({
    port: 0,
    host: '127.0.0.1',
    make: address => ({
      location: show,
      folder: 'episodes',
      now: Date.parse('2026-11-24T12:00:00Z'),
      drafts: true,
      website: true,
      baseUrl: address,
      generator: 'test',
    }),
    memo: () => undefined,
    changes: async () => 'Nothing <b>changed</b>.',
    open: async ({ file, line }) => {
      opened.push(`${file}:${line}`)
      return { status: 200, text: 'Opened.' }
    },
    write: ({ path, before, after }) => {
      if (readFileSync(join(show, path), 'utf8') !== before) return 'it has changed meanwhile'
      writeFileSync(join(show, path), after)
      return undefined
    },
    onFailed: error => {
      throw error
    },
    onMade: made => {
      for (const tell of waiting.splice(0)) tell(made)
    },
    ...options,
  })
  closing.push(server.close)
  return {
    ...server,
    root,
    opened,
    /** Waits until the show was made, and came out like this. */
    made: (isIt: (made: Validated) => boolean): Promise<void> =>
      new Promise(resolve => {
        const look = (made: Validated): void => {
          if (isIt(made)) resolve()
          else waiting.push(look)
        }
        waiting.push(look)
      }),
    /** Writes a file of the show, and waits until the show was made with it. */
    edit: async (path: string, text: string): Promise<Validated> => {
      const made = new Promise<Validated>(resolve => waiting.push(resolve))
      writeFileSync(join(show, path), text)
      return made
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Asks with headers that a browser would not let a page set. */
export const ask = (
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asking = request(url, { method, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('latin1'),
        }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
