import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { askMusicMetadata } from '../../src/probe/audio/music-metadata.ts'
import type { AskMusicMetadata } from '../../src/probe/audio/reading.ts'
import { concat, noise, zeros } from '../support/bytes.ts'
import { readAudioFile } from '../support/read.ts'

const fixtures = new URL('../fixtures/audio/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'music-metadata-'))
afterAll(() => rmSync(folder, { recursive: true }))

const matroska: AskMusicMetadata = { kind: 'ask-music-metadata', container: 'matroska', name: 'matroska' }
const other: AskMusicMetadata = { kind: 'ask-music-metadata', container: 'other', name: 'wavpack' }

const ask = (asked: AskMusicMetadata, bytes: Uint8Array) => {
  let bytesRead = 0
  const reading = askMusicMetadata(asked, bytes.length, (start, length) => {
    bytesRead += length
    return bytes.subarray(start, start + length)
  })
  return reading.then(value => ({ value, bytesRead: () => bytesRead }))
}

describe('traps of music-metadata', () => {
  it('it takes the parser from the name: a WebM named .mp3 is measured all the same', async () => {
    const path = join(folder, 'webm.mp3')
    copyFileSync(join(fixtures, 'webm-opus.webm'), path)
    expect(await readAudioFile(path)).toMatchObject({
      kind: 'audio',
      facts: { mediaType: 'audio/webm', codec: 'opus' },
    })
  })

  it('it does not throw for what is no audio, nor do we believe that it lasts 0 s', async () => {
    const magic = [0x1a, 0x45, 0xdf, 0xa3]
    for (const bytes of [concat(magic), concat(magic, zeros(5000)), concat(magic, noise(5000)), noise(3000)])
      for (const asked of [matroska, other])
        expect((await ask(asked, bytes)).value).toEqual({
          kind: 'no-duration',
          container: asked.container,
          why: 'not-stated',
        })
  })

  it('it reads in steps of a few bytes: they are put together', async () => {
    const bytes = readFileSync(join(fixtures, 'vorbis.mka'))
    const { bytesRead } = await ask(matroska, bytes)
    expect(bytesRead()).toBeLessThan(bytes.length * 3)
  })

  it('it reads what the file claims: no more than the bound', async () => {
    // A segment of unknown size full of what it must look at.
    const element = [0x15, 0x49, 0xa9, 0x66, 0x80]
    const bytes = concat(
      [0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x01, 0, 0, 0, 0, 0x40, 0, 0],
      ...Array.from({ length: 60_000 }, () => element),
    )
    const { value } = await ask(matroska, bytes)
    expect(value).toMatchObject({ kind: 'no-duration' })
  })
})

describe('Matroska that was cut off', () => {
  it.each(['webm-opus.webm', 'vorbis.mka'])('%s: the last block counts, not the header', async name => {
    const path = join(folder, name)
    copyFileSync(join(fixtures, name), path)
    truncateSync(path, Math.floor(statSync(path).size * 0.85))
    const reading = await readAudioFile(path)
    if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
    expect(reading.facts.duration).toBeGreaterThan(0.2)
    expect(reading.facts.duration).toBeLessThan(1.95)
    expect(reading.facts.disagreements).toMatchObject([{ kind: 'truncated', found: reading.facts.duration }])
    expect(reading.facts.disagreements[0]?.claimed).toBeCloseTo(2, 1)
  })

  it('and one that a browser recorded, without a length in its header', async () => {
    // The ID of the duration becomes that of a void element; as MediaRecorder leaves it.
    const bytes = Buffer.from(readFileSync(join(fixtures, 'webm-opus.webm')))
    const at = bytes.indexOf(Buffer.from([0x44, 0x89, 0x88]))
    expect(at).toBeGreaterThan(0)
    bytes.set([0x44, 0x88], at)
    const path = join(folder, 'recorded.webm')
    writeFileSync(path, bytes)
    const reading = await readAudioFile(path)
    if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
    expect(Math.abs(reading.facts.duration - 2)).toBeLessThan(0.1)
    expect(reading.facts.disagreements).toEqual([])
  })
})
