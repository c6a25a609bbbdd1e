import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAudioFile } from '../support/read.ts'

const folder = new URL('../fixtures/audio/', import.meta.url).pathname

/** Seconds that ffmpeg decodes of each (see the README there), and what the file is. */
const FIXTURES: readonly (readonly [file: string, seconds: number, mediaType: string, codec: string])[] = [
  ['adpcm.wav', 2.0405, 'audio/wav', 'adpcm'],
  ['adts.aac', 2.0434, 'audio/aac', 'aac'],
  ['alac.m4a', 2, 'audio/x-m4a', 'alac'],
  ['alaw.aifc', 1, 'audio/aiff', 'alaw'],
  ['chapters.mka', 2, 'audio/x-matroska', 'vorbis'],
  ['chapters-front.m4a', 2.02, 'audio/x-m4a', 'aac'],
  ['chapters.m4a', 2.02, 'audio/x-m4a', 'aac'],
  ['chapters.opus', 2, 'audio/ogg', 'opus'],
  ['ffmpeg-info-chapters.mp3', 2, 'audio/mpeg', 'mp3'],
  ['flac.oga', 2, 'audio/ogg', 'flac'],
  ['fragmented.m4a', 2.0434, 'audio/x-m4a', 'aac'],
  ['lame-cbr-16khz.mp3', 2.088, 'audio/mpeg', 'mp3'],
  // ffmpeg plays no free format: this is LAME's own decoder.
  ['lame-free-format.mp3', 2.0419, 'audio/mpeg', 'mp3'],
  ['lame-vbr-headerless.mp3', 2.0637, 'audio/mpeg', 'mp3'],
  ['lame-vbr.mp3', 2, 'audio/mpeg', 'mp3'],
  ['layer2.mp2', 2.0114, 'audio/mpeg', 'mp2'],
  ['mp3-inside.wav', 2.0637, 'audio/wav', 'mp3'],
  ['piped.flac', 1, 'audio/flac', 'flac'],
  ['piped.wav', 1, 'audio/wav', 'pcm'],
  ['speex.spx', 2, 'audio/ogg', 'speex'],
  ['tone.flac', 1, 'audio/flac', 'flac'],
  ['tone.wma', 1.9969, 'audio/x-ms-wma', 'wma'],
  ['tone.wv', 1, 'audio/x-wavpack', 'wavpack'],
  ['video.mov', 2.02, 'video/quicktime', 'aac'],
  ['video.mp4', 2.02, 'video/mp4', 'aac'],
  ['vorbis.mka', 2.0137, 'audio/x-matroska', 'vorbis'],
  ['vorbis.ogg', 2, 'audio/ogg', 'vorbis'],
  ['webm-opus.webm', 2, 'audio/webm', 'opus'],
]

describe('a file that an encoder made', () => {
  it.each(FIXTURES)('%s lasts %f s and is %s', async (file, seconds, mediaType, codec) => {
    const reading = await readAudioFile(folder + file)
    if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
    expect(Math.abs(reading.facts.duration - seconds)).toBeLessThan(0.1)
    expect(reading.facts).toMatchObject({ mediaType, codec, disagreements: [] })
    expect(reading.facts.extensions.length).toBeGreaterThan(0)
  })

  it('is in the list, each of them', () => {
    expect(readdirSync(folder).filter(name => name !== 'README.md')).toEqual(
      FIXTURES.map(([file]) => file).toSorted(),
    )
  })

  it('chapters.mka: chapters are found', async () => {
    const reading = await readAudioFile(`${folder}chapters.mka`)
    if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
    expect(reading.facts.chapters).toEqual([
      { start: 0, end: 1, title: 'Eins' },
      { start: 1, end: 2, title: 'Zwei' },
    ])
  })

  it.each(['chapters-front.m4a', 'chapters.m4a', 'chapters.opus', 'ffmpeg-info-chapters.mp3'])(
    '%s: chapters and tags are found',
    async file => {
      const reading = await readAudioFile(folder + file)
      if (reading.kind !== 'audio') throw new Error(JSON.stringify(reading))
      expect(reading.facts.chapters.map(({ start, title }) => ({ start, title }))).toEqual([
        { start: 0, title: 'Eins' },
        { start: 0.7, title: 'Zwei – Ümläut' },
        { start: 1.4, title: 'Drei' },
      ])
      expect(reading.facts.tags).toMatchObject({
        title: 'A tone',
        artist: 'Nobody',
        album: 'Tones',
        year: '2024',
        track: '3/9',
      })
    },
  )
})
