import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adts } from '../support/adts.ts'
import { ascii, concat, noise, utf8, zeros } from '../support/bytes.ts'
import { flac } from '../support/flac.ts'
import { id3v1, id3v2 } from '../support/id3.ts'
import { m4a } from '../support/mp4.ts'
import { mp3 } from '../support/mpeg.ts'
import { opus } from '../support/ogg.ts'
import { readAudioFile } from '../support/read.ts'
import { measure, read } from '../support/reading.ts'
import { aiff, wav } from '../support/wav.ts'

const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n'

describe('what is no audio is said to be none, whatever its name', () => {
  it.each([
    ['nothing', zeros(0), 'empty'],
    ['a Git LFS pointer', ascii(POINTER), 'git-lfs-pointer'],
    ['a page of HTML', ascii('<!DOCTYPE html>\n<html><title>404</title></html>'), 'html'],
    ['a page without a doctype', ascii('\n<html lang="en">'), 'html'],
    ['JSON', ascii('{"error": "not found"}'), 'json'],
    ['text', utf8('Größe: unbekannt.\n'), 'text'],
    ['text in Arabic', utf8('بودكاست '.repeat(400)), 'text'],
    ['text in Latin-1', ascii('Gr\xf6\xdfe: unbekannt'), 'text'],
    ['nothing but ones', zeros(9000).fill(0xff), 'unknown'],
    ['text of one byte', ascii('a'), 'text'],
    [
      'text in UTF-16',
      concat([0xff, 0xfe], ...[...'Hallo Welt'].map(char => [char.charCodeAt(0), 0])),
      'text',
    ],
    ['a tag only', id3v2({ cover: 2000 }), 'tag-only'],
    ['a tag and zeros', concat(id3v2(), zeros(3000)), 'tag-only'],
    ['ID3v1 only', id3v1(), 'tag-only'],
    ['both tags', concat(id3v2(), id3v1()), 'tag-only'],
    ['a PNG', concat([0x89], ascii('PNG\r\n\x1a\n'), zeros(100)), 'image'],
    ['a JPEG', concat([0xff, 0xd8, 0xff, 0xe0, 0, 16], ascii('JFIF'), noise(1000)), 'image'],
    ['a GIF', ascii('GIF89a\x01\x00\x01\x00'), 'image'],
    ['a WebP', ascii('RIFF\x1a\x00\x00\x00WEBPVP8L'), 'image'],
    ['a PDF', ascii('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['a ZIP', concat(ascii('PK\x03\x04'), noise(100)), 'zip'],
    ['Core Audio', concat(ascii('caff\0\x01'), noise(100)), 'caf'],
    ['AMR', concat(ascii('#!AMR\n'), noise(100)), 'amr'],
    ['AC-3', concat([0x0b, 0x77], noise(100)), 'ac3'],
    ['DTS', concat([0x7f, 0xfe, 0x80, 0x01], noise(100)), 'dts'],
    ['MIDI', concat(ascii('MThd'), zeros(100)), 'midi'],
    [
      'a transport stream',
      concat(...Array.from({ length: 20 }, (_, i) => concat([0x47], noise(187, i)))),
      'mpeg-ts',
    ],
    [
      'a transport stream that begins within a packet',
      concat(noise(88, 99), ...Array.from({ length: 20 }, (_, i) => concat([0x47], noise(187, i)))),
      'mpeg-ts',
    ],
    ['a playlist of HLS', ascii('#EXTM3U\n#EXT-X-VERSION:3\n'), 'playlist'],
    ['zeros', zeros(100_000), 'unknown'],
    ['300 KB of noise', noise(300_000, 7), 'unknown'],
    ['3 MB of noise', noise(3_000_000, 3), 'unknown'],
    [
      'one frame in a sea of zeros',
      concat(zeros(5000), mp3({ seconds: 0.02, header: 'none' }), zeros(5000)),
      'unknown',
    ],
  ] as const)('%s', (_, bytes, looksLike) => {
    expect(read(bytes).value).toEqual({ kind: 'not-audio', looksLike })
  })

  it('is not searched for ever', () => {
    expect(read(zeros(20_000_000)).bytesRead).toBeLessThan(7_000_000)
  })
})

describe('a container without a length is another thing than no audio', () => {
  it.each([
    ['an MP4 without samples', m4a({ seconds: 0 }), 'mp4', 'no-samples'],
    ['a WAV without data', wav({ seconds: 0 }), 'wav', 'no-samples'],
    ['an AIFF without data', aiff({ seconds: 0 }), 'aiff', 'no-samples'],
    ['a FLAC without frames', flac({ seconds: 1 }).subarray(0, 42), 'flac', 'no-samples'],
    ['an Ogg page', concat(ascii('OggS'), zeros(100)), 'ogg', 'no-audio'],
    ['a WAV of which only the magic is left', ascii('RIFF\x00\x00\x00\x00WAVE'), 'wav', 'no-audio'],
  ] as const)('%s', (_, bytes, container, why) => {
    expect(read(bytes).value).toEqual({ kind: 'no-duration', container, why })
  })
})

describe('the type comes from the bytes', () => {
  it('behind an ID3 tag too', () => {
    expect(measure(concat(id3v2(), wav())).mediaType).toBe('audio/wav')
    expect(measure(concat(id3v2(), id3v2(), flac())).mediaType).toBe('audio/flac')
  })

  it.each([
    ['M4A named .mp3', 'a.mp3', m4a(), 'audio/x-m4a'],
    ['WAV named .mp3', 'b.mp3', wav(), 'audio/wav'],
    ['Opus named .mp3', 'c.mp3', opus(), 'audio/ogg'],
    ['ADTS named .m4a', 'd.m4a', adts(), 'audio/aac'],
    ['MP3 named .m4a', 'e.m4a', mp3(), 'audio/mpeg'],
    ['MP3 named .txt', 'f.txt', mp3(), 'audio/mpeg'],
    ['MP3 without an ending', 'g', mp3(), 'audio/mpeg'],
  ])('%s', async (_, name, bytes, mediaType) => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'))
    try {
      writeFileSync(join(folder, name), bytes)
      const reading = await readAudioFile(join(folder, name))
      expect(reading).toMatchObject({ kind: 'audio', facts: { mediaType } })
      if (reading.kind === 'audio') expect(Math.abs(reading.facts.duration - 1)).toBeLessThan(0.1)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
