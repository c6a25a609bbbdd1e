/** The transcript in the README: what its commands print, of a feed that is served on loopback. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AudioHost, audioHost } from '../support/audio-host.ts'
import { image } from '../support/cover.ts'
import { temporaryFolder } from '../support/folder.ts'
import { mp3 } from '../support/mpeg.ts'
import { say } from '../support/terminal.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const transcript = /^```console\n(\$ build-feed import [\s\S]*?)^```$/m.exec(readme)?.[1] ?? ''

let host: AudioHost
beforeAll(async () => {
  const audio = [mp3({ seconds: 10 }), mp3({ seconds: 11 })]
  const feed = (origin: string): string =>
    oldFeed({
      items: [2, 1].map(number =>
        oldItem(number)
          .replace(
            /<enclosure.*\/>/,
            `<enclosure url="${origin}/${number}.mp3" length="${audio[number - 1]!.length}" type="audio/mpeg"/>`,
          )
          .replace(
            /<itunes:duration>.*<\/itunes:duration>/,
            `<itunes:duration>${9 + number}</itunes:duration>`,
          ),
      ),
    }).replaceAll('https://old.example', origin)
  host = await audioHost((request, response) => {
    const number = /^\/([12])\.mp3$/.exec(request.url ?? '')?.[1]
    const [bytes, type] =
      request.url === '/cover.jpg'
        ? [image, 'image/jpeg']
        : number === undefined
          ? [feed(`http://${request.headers.host}`), 'application/rss+xml']
          : [audio[Number(number) - 1]!, 'audio/mpeg']
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(bytes) })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  })
})
afterAll(() => host.close())

test('import, and the proof that nobody notices, as the README shows them', async () => {
  const cwd = temporaryFolder()
  const shown: string[] = []
  for (const [, command] of transcript.matchAll(/^\$ (build-feed .*)$/gm)) {
    const argv = command!.replaceAll('https://old.example', host.origin).split(' ').slice(1)
    const { code, stdout, stderr } = await say({ cwd }, ...argv, '--allow-private')
    expect(code).toBe(0)
    shown.push(`$ ${command}\n${stdout}${stderr}`)
  }
  expect(shown.length).toBeGreaterThan(1)
  const plain = (text: string): string =>
    text
      .replace(/build-feed \d[\w.-]*/g, 'build-feed 1.0.0')
      .replace(/\n{2,}/g, '\n\n')
      .trim()
  expect(plain(shown.join('\n').replaceAll(host.origin, 'https://old.example'))).toBe(plain(transcript))
})
