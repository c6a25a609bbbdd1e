/** A way that leads from https to http: what anybody on the way could change is not kept, and what was meant for one host only is not sent. */

import { expect, test } from 'vitest'
import { fileProblemWords } from '../src/import/download/problem-words.ts'
import { type Client, follow } from '../src/web/client.ts'
import { fetchDocument } from '../src/web/document.ts'
import { fetchFile, type Kept } from '../src/web/fetch-file.ts'
import { postForm } from '../src/web/form.ts'
import type { Asked } from '../src/web/transport.ts'
import { type Web, webOf } from './support/web.ts'

const start = new URL('https://media.example/1.mp3')
const openly: Web = {
  'https://media.example/1.mp3': '!redirect http://files.example/1.mp3',
  'http://files.example/1.mp3': '!mp3 1',
}
/** In the clear on the way only: whoever is there may have led to any file. */
const andBack: Web = {
  'https://media.example/1.mp3': '!redirect http://way.example/1.mp3',
  'http://way.example/1.mp3': '!redirect https://files.example/1.mp3',
  'https://files.example/1.mp3': '!mp3 1',
}
const form: Web = { 'https://media.example/1.mp3': '!redirect 308 http://files.example/1.mp3' }

const clientOf = (web: Web): Client & { readonly asked: Asked[] } => {
  const asked: Asked[] = []
  const ask = webOf(web)
  return {
    asked,
    ask: one => {
      asked.push(one)
      return ask(one)
    },
    sleep: async () => {},
  }
}

const keeping = () => {
  const parts: Uint8Array[] = []
  const kept: Kept = {
    size: () => parts.reduce((size, { length }) => size + length, 0),
    note: () => undefined,
    restart: () => void parts.splice(0),
    append: bytes => void parts.push(bytes),
  }
  return kept
}

test.each([
  ['that ends in the clear', openly, 'files.example'],
  ['that comes back to https', andBack, 'files.example'],
])(
  'import --download keeps no file whose address leads from https to http, in a way %s',
  async (_, web, host) => {
    const kept = keeping()
    const got = await fetchFile({ client: clientOf(web), url: start, kept, isText: false, onBytes: () => {} })
    expect(got).toEqual({ kind: 'downgraded', host })
    expect(kept.size()).toBe(0)
    if (got.kind !== 'downgraded') throw new Error(got.kind)
    expect(fileProblemWords(got)).toContain('from https to')
  },
)

test('an address without https that leads to another without it, or to https, is fetched', async () => {
  const web: Web = {
    'http://old.example/1.mp3': '!redirect http://way.example/1.mp3',
    ...andBack,
  }
  const kept = keeping()
  const url = new URL('http://old.example/1.mp3')
  expect(
    await fetchFile({ client: clientOf(web), url, kept, isText: false, onBytes: () => {} }),
  ).toMatchObject({ kind: 'file' })
  expect(kept.size()).toBeGreaterThan(0)
})

test('a feed is read all the same, as apps read it, and known to have come in the clear', async () => {
  expect(await fetchDocument(clientOf(openly), start)).toMatchObject({
    kind: 'document',
    url: 'http://files.example/1.mp3',
    isDowngraded: true,
  })
})

test('no key goes along to where the way leads, and no form at all', async () => {
  const client = clientOf(openly)
  const { signal } = new AbortController()
  const headers = { Authorization: 'secret', 'X-Auth-Key': 'secret', Accept: '*/*' }
  await follow(client, start, { method: 'GET', headers, signal })
  expect(client.asked.map(one => one.headers)).toEqual([headers, { Accept: '*/*' }])

  const posting = clientOf(form)
  expect(await postForm(posting, start, [['hub.mode', 'publish']])).toEqual({
    kind: 'scheme',
    host: 'media.example',
    scheme: 'http',
  })
  expect(posting.asked.map(({ url }) => url.protocol)).toEqual(['https:'])
})
