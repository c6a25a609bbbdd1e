/** Large remote recordings that do not say how long they are: a bounded part is read, and what comes of it is called an estimate. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { webRangeBytes } from '../src/limits.ts'
import type { Lock, LockedEpisode } from '../src/model.ts'
import { measureAudio } from '../src/probe/audio/measure.ts'
import { adts } from './support/adts.ts'
import { type AudioHost, audioHost, type Handler, serve } from './support/audio-host.ts'
import { concat } from './support/bytes.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3, mp3Seconds } from './support/mpeg.ts'
import { bytesRead, readFrom } from './support/read.ts'
import { type Run, type RunOptions, rebuild, runShow } from './support/run.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
const hosting = async (handle: Handler): Promise<AudioHost> => {
  const host = await audioHost(handle)
  ends.push(host.close)
  return host
}

/** Ten minutes of a bit rate that varies, about ten megabytes. */
const options = {
  seconds: 600,
  bitrate: (i: number) => [96, 160, 128, 112][(i >> 5) & 3]!,
  header: 'none',
} as const
const recording = mp3(options)
const seconds = mp3Seconds(options)

const withRemote = (host: AudioHost): Promise<Run> => {
  const { '001.mp3': _, ...others } = goodShow()
  const written = documentOf({ ...frontMatter['001.md'], audio: `${host.origin}/1.mp3` }, 'Notes.\n')
  return runShow({ ...others, '001.md': written }, { allowPrivate: true })
}
const lockedIn = ({ root }: Pick<Run, 'root'>): LockedEpisode =>
  (JSON.parse(readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8')) as Lock).episodes['001']!
const again = (run: Run, more: RunOptions = {}): Promise<Run> =>
  rebuild(run.root, { allowPrivate: true, ...more })
const ofWeb = ({ ids }: Run): readonly string[] =>
  ids.filter(id => id.startsWith('web/') || id.startsWith('history/'))

describe('a large remote MP3 without a header about its length', () => {
  test('is estimated from a part of it, with a warning, and so marked in the lock; nothing false is said of the host', async () => {
    const host = await hosting(serve(recording, { etag: '"1"' }))
    const run = await withRemote(host)
    expect(ofWeb(run)).toEqual(['web/estimated'])
    expect(host.sent.bytes).toBeLessThan(webRangeBytes / 2)
    const locked = lockedIn(run)
    expect(locked.facts).toBe('estimated')
    expect(Math.abs(locked.duration! - seconds)).toBeLessThan(0.02 * seconds)
  })

  test('and once it is in the lock, nobody is asked again', async () => {
    const host = await hosting(serve(recording, { etag: '"1"' }))
    const run = await withRemote(host)
    const asked = host.requests.length
    const text = lockedIn(run)
    expect(ofWeb(await again(run))).toEqual([])
    expect(host.requests.length).toBe(asked)
    expect(lockedIn(run)).toEqual(text)
  })

  test('--scan-remote reads it whole: the true length takes the place of the estimate, and that is no change of the recording', async () => {
    const host = await hosting(serve(recording, { etag: '"1"' }))
    const run = await withRemote(host)
    const measured = await again(run, { scanRemote: true })
    expect(ofWeb(measured)).toEqual([])
    expect(lockedIn(run)).toMatchObject({ duration: Math.round(seconds), bytes: recording.length })
    expect(lockedIn(run).facts).toBeUndefined()
    const asked = host.requests.length
    expect(ofWeb(await again(run, { scanRemote: true }))).toEqual([])
    expect(host.requests.length).toBe(asked)
  })

  test('another recording under the address is still told, at the same size too', async () => {
    const host = await hosting(serve(recording, { etag: '"1"' }))
    const run = await withRemote(host)
    await host.close()
    const path = join(run.root, 'episodes/feed.lock.json')
    const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock
    const other = {
      ...lock.episodes['001']!,
      bytes: recording.length - 7,
      fingerprint: `2:${'0'.repeat(32)}`,
    }
    writeFileSync(path, JSON.stringify({ ...lock, episodes: { ...lock.episodes, '001': other } }))
    const next = await hosting(serve(recording, { etag: '"1"' }))
    const moved = { ...other, url: `${next.origin}/1.mp3` }
    writeFileSync(path, JSON.stringify({ ...lock, episodes: { ...lock.episodes, '001': moved } }))
    writeFileSync(
      join(run.root, 'episodes/001.md'),
      documentOf({ ...frontMatter['001.md'], audio: `${next.origin}/1.mp3` }, 'Notes.\n'),
    )
    expect((await again(run, { scanRemote: true })).ids).toContain('history/audio-replaced')
  })
})

describe('an estimate', () => {
  const estimate = (bytes: Uint8Array) => readFrom(bytes, measureAudio(bytes.length, 1_000_000))

  test('at a constant bit rate is right to a tenth of a second; of ADTS too', () => {
    for (const [bytes, truth] of [
      [mp3({ seconds: 300, header: 'none' }), mp3Seconds({ seconds: 300, header: 'none' })],
      [adts({ seconds: 300, fill: 300 }), undefined],
    ] as const) {
      const { value, spans } = estimate(bytes)
      const counted = readFrom(bytes, measureAudio(bytes.length)).value
      if (value.kind !== 'audio' || counted.kind !== 'audio') throw new Error(value.kind)
      expect(value.facts.method).toBe('estimate')
      expect(Math.abs(value.facts.duration - (truth ?? counted.facts.duration))).toBeLessThan(0.1)
      expect(value.facts.fingerprint).toBe(counted.facts.fingerprint)
      expect(bytesRead(spans)).toBeLessThan(1_500_000)
    }
  })

  test('is made of nothing that a header says truly, nor of what is small', () => {
    const { value } = estimate(mp3({ seconds: 300 }))
    expect(value).toMatchObject({ facts: { method: 'header' } })
    expect(estimate(mp3({ seconds: 30, header: 'none' })).value).toMatchObject({ facts: { method: 'scan' } })
  })
})

describe('zeros behind a large remote MP3', () => {
  const withZeros = (bytes: Uint8Array, size: number): Uint8Array => concat(bytes, new Uint8Array(size))
  const heard = (bytes: Uint8Array) => {
    const { value, spans } = readFrom(bytes, measureAudio(bytes.length, (webRangeBytes * 3) / 4))
    if (value.kind !== 'audio') throw new Error(value.kind)
    return { facts: value.facts, read: bytesRead(spans) }
  }
  const minute = { seconds: 60, bitrate: 128 } as const

  test.each([3_000_000, 7_000_000, 40_000_000])('are no audio: %i of them', size => {
    const { facts, read } = heard(withZeros(recording, size))
    expect(facts.disagreements).toEqual([{ kind: 'trailing-garbage', bytes: size, offset: recording.length }])
    expect(Math.abs(facts.duration - seconds)).toBeLessThan(0.02 * seconds)
    expect(read).toBeLessThan(webRangeBytes / 2)
  })

  test.each(['info', 'none'] as const)('leave the length exact where that can be had: header %s', header => {
    const bytes = mp3({ ...minute, header })
    const { facts, read } = heard(withZeros(bytes, 9_000_000))
    expect(facts.duration).toBeCloseTo(mp3Seconds({ ...minute, header }), 6)
    expect(facts.disagreements).toEqual([
      { kind: 'trailing-garbage', bytes: 9_000_000, offset: bytes.length },
    ])
    expect(read).toBeLessThan(webRangeBytes / 2)
  })

  test('are a finding of the build', async () => {
    const host = await hosting(serve(withZeros(mp3(minute), 9_000_000), { etag: '"1"' }))
    expect((await withRemote(host)).ids).toContain('audio/garbage')
  })
})
