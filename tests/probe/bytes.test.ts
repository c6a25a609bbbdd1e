import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openNamed } from '../../src/door/index.ts'
import { measureAudio } from '../../src/probe/audio/index.ts'
import {
  ByteWindow,
  hasAscii,
  type Reading,
  readBuffer,
  readFile,
  readSource,
  u16be,
  u16le,
  u24be,
  u32be,
  u32le,
  u64be,
  u64le,
} from '../../src/probe/bytes.ts'
import { concat, noise } from '../support/bytes.ts'
import { id3v1, id3v2 } from '../support/id3.ts'
import { m4a } from '../support/mp4.ts'
import { mp3 } from '../support/mpeg.ts'
import { opus } from '../support/ogg.ts'
import fc from '../support/property.ts'
import { readAudioFile } from '../support/read.ts'

const folder = mkdtempSync(join(tmpdir(), 'bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Copies what a window shows of each span. */
function* collect(size: number, spans: readonly (readonly [number, number, number])[]): Reading<number[][]> {
  const window = new ByteWindow(size)
  const all: number[][] = []
  for (const [offset, length, ahead] of spans) all.push([...(yield* window.at(offset, length, ahead))])
  return all
}

describe('a window on a file', () => {
  const bytes = noise(300)
  const small = fc.nat({ max: 400 })

  it('shows the same bytes whatever was looked at before, by every driver', async () => {
    const path = join(folder, 'noise')
    writeFileSync(path, bytes)
    const file = openNamed(path)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(small, small, small), { maxLength: 12 }), async spans => {
        const expected = spans.map(([offset, length]) => [...bytes.subarray(offset, offset + length)])
        expect(readBuffer(collect(bytes.length, spans), bytes)).toEqual(expected)
        expect(readFile(collect(bytes.length, spans), file)).toEqual(expected)
        const later = async ({ offset, length }: { offset: number; length: number }) =>
          bytes.subarray(offset, offset + length)
        expect(await readSource(collect(bytes.length, spans), later)).toEqual(expected)
      }),
    )
    file.close()
  })

  it('asks for nothing twice that it has, and never beyond the end', () => {
    const reading = collect(1000, [
      [0, 10, 100],
      [50, 50, 50],
      [990, 100, 500],
      [2000, 5, 5],
    ])
    expect(reading.next().value).toEqual({ offset: 0, length: 100 })
    expect(reading.next(noise(100)).value).toEqual({ offset: 990, length: 10 })
    expect(reading.next(noise(10))).toMatchObject({ done: true })
  })

  it('takes a file that shrank for one that ends', () => {
    expect(readBuffer(collect(1000, [[0, 600, 600]]), bytes)).toEqual([[...bytes]])
    expect(readBuffer(measureAudio(1_000_000), mp3().subarray(0, 5000)).kind).toBe('audio')
  })
})

describe('numbers', () => {
  it('in both orders, without a sign', () => {
    const b = Uint8Array.of(0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10)
    expect([u16be(b, 0), u24be(b, 0), u32be(b, 0)]).toEqual([0xfedc, 0xfedcba, 0xfedcba98])
    expect([u16le(b, 0), u32le(b, 0)]).toEqual([0xdcfe, 0x98badcfe])
    expect(u64be(Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 2), 0)).toBe(2 ** 32 + 2)
    expect(u64le(Uint8Array.of(2, 0, 0, 0, 1, 0, 0, 0), 0)).toBe(2 ** 32 + 2)
  })

  it('and names, not beyond the end', () => {
    expect(hasAscii(Uint8Array.of(0x52, 0x49), 0, 'RI')).toBe(true)
    expect(hasAscii(Uint8Array.of(0x52, 0x49), 0, 'RIF')).toBe(false)
    expect(hasAscii(Uint8Array.of(0x52), -1, 'R')).toBe(false)
  })
})

describe('the same file by every driver', () => {
  it.each([
    ['MP3', concat(id3v2({ cover: 70_000 }), mp3({ seconds: 30, header: 'none' }), id3v1())],
    ['M4A', m4a({ seconds: 30, chapters: [{ start: 0, title: 'x' }] })],
    ['Opus', opus({ seconds: 30, fill: 100 })],
  ])('%s measures alike', async (name, bytes) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const expected = readBuffer(measureAudio(bytes.length), bytes)
    expect(await readAudioFile(path)).toEqual(expected)
    const later = async ({ offset, length }: { offset: number; length: number }) =>
      bytes.slice(offset, offset + length)
    expect(await readSource(measureAudio(bytes.length), later)).toEqual(expected)
  })
})
