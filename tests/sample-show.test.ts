import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './support/folder.ts'
import { rebuild } from './support/run.ts'

const folder = new URL('../episodes/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const files = readdirSync(folder).filter(name => name !== 'feed.lock.json')

test('the sample show stays small enough for a package of sources', () => {
  const bytes = files.reduce((sum, name) => sum + readFileSync(new URL(name, folder)).length, 0)
  expect(bytes).toBeLessThan(2_500_000)
})

test('every episode has its audio beside it', () => {
  const stems = files.filter(name => /^\d{3}-.*\.md$/.test(name)).map(name => name.slice(0, -3))
  expect(stems).toHaveLength(4)
  for (const stem of stems)
    expect(files.some(name => name === `${stem}.mp3` || name === `${stem}.m4a`)).toBe(true)
})

test.each(files.filter(name => name.endsWith('.vtt')))('%s: cues in order, none over another', name => {
  const clock = (text: string) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const times = [...read(name).matchAll(/^([\d:.]+) --> ([\d:.]+)$/gm)].flatMap(([, from, to]) => [
    clock(from ?? ''),
    clock(to ?? ''),
  ])
  expect(times.length).toBeGreaterThan(8)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('the transcript holds the words that the script speaks', () => {
  const spoken = readFileSync(new URL('../scripts/sample-show/first-light.txt', import.meta.url), 'utf8')
  const said = [...read('001-first-light.vtt').matchAll(/^<v ([^>]+)>(.*)$/gm)].map(
    ([, who, text]) => `${who}|${text}`,
  )
  expect(said).toEqual(spoken.trimEnd().split('\n'))
})

test('the cover is a baseline RGB JPEG of 3000 pixels under 512 KB', () => {
  const bytes = readFileSync(new URL('cover.jpg', folder))
  expect(bytes.length).toBeLessThan(512 * 1024)
  // SOF0: baseline. Height, width, three components.
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  expect([bytes.readUInt16BE(frame + 5), bytes.readUInt16BE(frame + 7), bytes[frame + 9]]).toEqual([
    3000, 3000, 3,
  ])
})

test('its lock is committed as a build writes it: fingerprints of the same method stay what they are', async () => {
  const root = temporaryFolder()
  cpSync(folder, join(root, 'episodes'), { recursive: true })
  const { ids, podcast } = await rebuild(root, { frozen: true })
  expect(ids).toEqual([])
  expect(podcast?.releases).toHaveLength(3)
})
