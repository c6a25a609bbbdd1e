import { describe, expect, it } from 'vitest'
import { adts, adtsSeconds } from '../support/adts.ts'
import { ascii, be, concat, le, noise, zeros } from '../support/bytes.ts'
import { flac } from '../support/flac.ts'
import { id3v1, id3v2 } from '../support/id3.ts'
import { m4a, m4aSeconds } from '../support/mp4.ts'
import { mp3, mp3Seconds } from '../support/mpeg.ts'
import { oggPages, opus, vorbis } from '../support/ogg.ts'
import { measure, read } from '../support/reading.ts'
import { aiff, wav } from '../support/wav.ts'

const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share))

describe('ADTS', () => {
  it.each([96_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 8000])(
    'at %i Hz is counted',
    sampleRate => {
      for (const channels of [1, 2] as const) {
        const facts = measure(adts({ seconds: 5, sampleRate, channels, fill: 300 }))
        expect(facts).toMatchObject({
          container: 'adts',
          codec: 'aac',
          mediaType: 'audio/aac',
          sampleRate,
          channels,
        })
        expect(facts.duration).toBeCloseTo(adtsSeconds({ seconds: 5, sampleRate }), 6)
        expect(facts.disagreements).toEqual([])
      }
    },
  )

  it('with tags around, garbage before, inside and after, cut and joined', () => {
    const one = adts({ seconds: 10, fill: 200 })
    const frame = 7 + 9 + 200
    const around = measure(concat(id3v2({ cover: 10_000 }), one, id3v1()))
    expect(around).toMatchObject({
      duration: adtsSeconds({ seconds: 10 }),
      disagreements: [],
      tags: { title: 'Title' },
    })
    expect(measure(concat(noise(3000), one)).disagreements).toMatchObject([
      { kind: 'leading-garbage', bytes: 3000 },
    ])
    expect(measure(concat(one.subarray(0, frame * 50), noise(999), one.subarray(frame * 50)))).toMatchObject({
      duration: adtsSeconds({ seconds: 10 }),
      disagreements: [{ kind: 'inner-garbage', bytes: 999, offset: frame * 50 }],
    })
    expect(measure(one.subarray(0, frame * 100 + 50))).toMatchObject({
      duration: (100 * 1024) / 44_100,
      disagreements: [{ kind: 'truncated', bytes: frame - 50 }],
    })
    expect(
      measure(concat(one, adts({ seconds: 10, sampleRate: 22_050, fill: 200 }))).disagreements,
    ).toMatchObject([{ kind: 'joined', offset: one.length }])
  })

  it('of an hour is one pass', () => {
    const bytes = adts({ seconds: 3600, fill: 180 })
    expect(read(bytes).bytesRead).toBeLessThan(bytes.length + 200_000)
  })
})

describe('WAV', () => {
  it.each([
    ['16 bits', {}],
    ['8 bits', { bits: 8 }],
    ['24 bits, stereo', { bits: 24, channels: 2, sampleRate: 44_100 }],
    ['32 bits, floating point', { bits: 32, isFloat: true }],
    ['extensible', { isExtensible: true, channels: 2 }],
    ['RF64', { magic: 'RF64' }],
    ['BW64', { magic: 'BW64' }],
    ['RIFX', { magic: 'RIFX' }],
    ['of an unknown size, 0xFFFFFFFF', { claimedSize: 0xffffffff }],
    ['of an unknown size, 0', { claimedSize: 0 }],
    ['of an unknown size, 0x7FFFFFFF', { claimedSize: 0x7fffffff }],
    ['with an odd chunk', { before: [['junk', zeros(5)]] }],
    ['with an odd chunk whose padding was forgotten', { before: [['junk', zeros(5)]], isUnpadded: true }],
    ['with chunks behind', { after: [['LIST', ascii('INFO')]] }],
  ] as const)('%s', (_, options) => {
    const facts = measure(wav({ seconds: 3.5, ...options }))
    expect(facts).toMatchObject({ container: 'wav', codec: 'pcm', mediaType: 'audio/wav', duration: 3.5 })
    expect(facts.disagreements).toEqual([])
  })

  it('truncated, and with three times the size', () => {
    const half = cut(wav({ seconds: 10 }), 0.5)
    expect(measure(half)).toMatchObject({ disagreements: [{ kind: 'truncated', claimed: 10 }] })
    expect(measure(half).duration).toBeCloseTo(5, 2)
    expect(measure(wav({ seconds: 10, claimedSize: 480_000 }))).toMatchObject({
      duration: 10,
      disagreements: [{ kind: 'truncated', claimed: 30, found: 10, bytes: 320_000 }],
    })
  })

  it('behind an ID3 tag, and with one inside', () => {
    expect(measure(concat(id3v2(), wav()))).toMatchObject({ duration: 1, tags: { title: 'Title' } })
    expect(measure(wav({ after: [['id3 ', id3v2()]] }))).toMatchObject({
      duration: 1,
      tags: { title: 'Title' },
    })
  })

  it('with MP3 inside is counted like one', () => {
    const stream = mp3({ seconds: 10, header: 'none' })
    const format = concat(le(0x55, 2), le(2, 2), le(44_100, 4), le(16_000, 4), le(1, 2), le(0, 2))
    const body = concat(ascii('WAVEfmt '), le(16, 4), format, ascii('data'), le(stream.length, 4), stream)
    const facts = measure(concat(ascii('RIFF'), le(body.length, 4), body))
    expect(facts).toMatchObject({ container: 'wav', codec: 'mp3' })
    expect(facts.duration).toBeCloseTo(mp3Seconds({ seconds: 10, header: 'none' }), 6)
  })

  it('put behind another is reported, and not heard', () => {
    const one = wav({ seconds: 2 })
    expect(measure(concat(one, one))).toMatchObject({
      duration: 2,
      disagreements: [{ kind: 'joined', offset: one.length }],
    })
  })

  it('of a day is not read', () => {
    const claimed = wav({ seconds: 1, claimedSize: 0xffffffff })
    expect(read(claimed).bytesRead).toBeLessThan(20_000)
  })
})

describe('AIFF', () => {
  it.each([
    ['plain', {}],
    ['24 bits, stereo, 44.1 kHz', { bits: 24, channels: 2, sampleRate: 44_100 }],
    ['little-endian (sowt)', { compression: 'sowt' }],
    ['without a count of samples', { claimedFrames: 0 }],
  ] as const)('%s', (_, options) => {
    const facts = measure(aiff({ seconds: 3.5, ...options }))
    expect(facts).toMatchObject({ container: 'aiff', codec: 'pcm', mediaType: 'audio/aiff', duration: 3.5 })
    expect(facts.disagreements).toEqual([])
  })

  it('truncated, lying, with tags', () => {
    expect(measure(cut(aiff({ seconds: 10 }), 0.5)).disagreements).toMatchObject([
      { kind: 'truncated', claimed: 10 },
    ])
    expect(measure(aiff({ seconds: 10, claimedFrames: 800_000 }))).toMatchObject({
      duration: 10,
      disagreements: [{ kind: 'header-lies', claimed: 100, found: 10 }],
    })
    expect(
      measure(
        aiff({
          after: [
            ['NAME', ascii('Odd')],
            ['ID3 ', id3v2({ texts: { TPE1: 'A' } })],
          ],
        }),
      ).tags,
    ).toEqual({
      title: 'Odd',
      artist: 'A',
    })
  })
})

describe('FLAC', () => {
  it.each([
    ['of silence', {}],
    ['with long frames', { isVerbatim: true }],
    ['stereo, 48 kHz', { channels: 2, sampleRate: 48_000, isVerbatim: true }],
    ['with blocks of 576', { blockSize: 576 }],
    ['that counts samples', { isVariable: true }],
    ['from a pipe, without a count', { claimedSamples: 0 }],
    ['from a pipe, with long frames', { claimedSamples: 0, isVerbatim: true }],
    ['with a picture of 3 MB', { picture: 3_000_000 }],
  ] as const)('%s', (_, options) => {
    const bytes = flac({ seconds: 30, ...options })
    const facts = measure(bytes)
    expect(facts).toMatchObject({
      container: 'flac',
      codec: 'flac',
      mediaType: 'audio/flac',
      disagreements: [],
    })
    expect(facts.duration).toBeCloseTo(30, 6)
    expect(read(bytes).bytesRead).toBeLessThan(200_000)
  })

  it('between ID3 tags', () => {
    expect(measure(concat(id3v2(), flac({ seconds: 2 }), id3v1()))).toMatchObject({
      duration: 2,
      tags: { title: 'Title' },
    })
  })

  it('truncated: the last whole frame counts', () => {
    const facts = measure(cut(flac({ seconds: 30, isVerbatim: true }), 0.5))
    expect(Math.abs(facts.duration - 15)).toBeLessThan(0.1)
    expect(facts.disagreements).toMatchObject([{ kind: 'truncated', claimed: 30 }])
  })

  it('with a header that lies', () => {
    expect(measure(flac({ seconds: 30, claimedSamples: 44_100 })).disagreements).toMatchObject([
      { kind: 'header-lies', claimed: 1, found: 30 },
    ])
  })

  it.each([
    ['equal ones', 20, 20],
    ['a short one first', 5, 60],
    ['a long one first', 60, 5],
  ])('joined: %s', (_, first, second) => {
    const one = flac({ seconds: first, isVerbatim: true })
    const facts = measure(concat(one, flac({ seconds: second, isVerbatim: true })))
    expect(facts.duration).toBeCloseTo(first + second, 6)
    expect(facts.disagreements).toMatchObject([{ kind: 'joined', offset: one.length }])
  })
})

describe('Ogg', () => {
  it.each([
    ['Opus', opus, {}],
    ['Opus with pages of 20 ms', opus, { perPage: 1 }],
    ['Opus with much pre-skip', opus, { preSkip: 3840 }],
    ['Opus that was cut from a longer stream', opus, { from: 1000 }],
    [
      'Opus with a picture of 1 MB in the comments',
      opus,
      { comments: [`METADATA_BLOCK_PICTURE=${'A'.repeat(1_000_000)}`] },
    ],
    ['Vorbis', vorbis, {}],
    ['Vorbis that was cut from a longer stream', vorbis, { from: 1000 }],
  ] as const)('with %s', (_, make, options) => {
    for (const seconds of [0.5, 1, 10, 300]) {
      const facts = measure(make({ seconds, fill: 60, ...options }))
      expect(Math.abs(facts.duration - seconds), String(seconds)).toBeLessThan(0.05)
      expect(facts, String(seconds)).toMatchObject({
        container: 'ogg',
        mediaType: 'audio/ogg',
        disagreements: [],
      })
    }
  })

  it('of an hour is a few looks', () => {
    const { value, bytesRead } = read(opus({ seconds: 3600, fill: 100 }))
    expect(value).toMatchObject({ facts: { duration: 3600, method: 'container' } })
    expect(bytesRead).toBeLessThan(200_000)
  })

  it.each([
    ['the same serial number, equal', 1, 60, 60],
    ['the same serial number, a short one first', 1, 10, 600],
    ['the same serial number, a long one first', 1, 600, 10],
    ['another serial number', 2, 60, 60],
    ['another serial number, a long one first', 2, 600, 10],
  ])('chained: %s', (_, serial, first, second) => {
    const one = opus({ seconds: first, fill: 60 })
    const facts = measure(concat(one, opus({ seconds: second, fill: 60, serial })))
    expect(facts.duration).toBeCloseTo(first + second, 6)
    expect(facts.disagreements).toMatchObject([{ kind: 'joined', offset: one.length }])
  })

  it('chained of different codecs', () => {
    const facts = measure(concat(opus({ seconds: 3 }), vorbis({ seconds: 4, serial: 2 })))
    expect(facts.duration).toBeCloseTo(7, 6)
  })

  it('truncated in a page', () => {
    const facts = measure(cut(opus({ seconds: 60, fill: 60 }), 0.5))
    expect(Math.abs(facts.duration - 30)).toBeLessThan(1.1)
    expect(facts.disagreements).toMatchObject([{ kind: 'truncated' }])
  })

  it('with garbage before, inside and after', () => {
    expect(measure(concat(noise(5000), opus({ seconds: 60 })))).toMatchObject({
      duration: 60,
      disagreements: [{ kind: 'leading-garbage', bytes: 5000, offset: 0 }],
    })
    const bytes = opus({ seconds: 60, fill: 60 })
    const at = bytes.length >> 1
    expect(measure(concat(bytes.subarray(0, at), noise(5000), bytes.subarray(at))).duration).toBeCloseTo(
      60,
      6,
    )
    expect(measure(concat(bytes, noise(5000)))).toMatchObject({
      duration: 60,
      disagreements: [{ kind: 'trailing-garbage', bytes: 5000, offset: bytes.length }],
    })
  })

  it('with video beside the sound', () => {
    const theora = oggPages(9, [{ packets: [concat(ascii('\x80theora'), zeros(35))], granule: 0, flags: 2 }])
    expect(measure(concat(theora, opus({ seconds: 3 })))).toMatchObject({
      mediaType: 'video/ogg',
      hasVideo: true,
      duration: 3,
    })
  })
})

describe('MP4', () => {
  it.each([
    ['the index in front', {}, { moovAtEnd: false }],
    ['the index behind', { moovAtEnd: true }, { moovAtEnd: true }],
    ['a media box of 64 bits', { mdat: 'long', hasLongOffsets: true }, {}],
    ['a media box to the end of the file', { mdat: 'open' }, {}],
    ['a cover', { cover: 300_000 }, { tags: { hasCover: true } }],
  ] as const)('with %s', (_, options, more) => {
    const facts = measure(m4a({ seconds: 60, ...options }))
    expect(facts).toMatchObject({
      container: 'mp4',
      codec: 'aac',
      channels: 1,
      sampleRate: 44_100,
      disagreements: [],
      ...more,
    })
    expect(facts.duration).toBeCloseTo(m4aSeconds({ seconds: 60 }), 3)
  })

  it('plays what the edit list says', () => {
    expect(measure(m4a({ seconds: 60, edit: { priming: 1024, seconds: 59.9 } })).duration).toBeCloseTo(
      59.9,
      3,
    )
    // No more than is there, whatever it says.
    expect(measure(m4a({ seconds: 60, edit: { priming: 1024, seconds: 4000 } })).duration).toBeCloseTo(
      m4aSeconds({ seconds: 60 }) - 1024 / 44_100,
      3,
    )
  })

  it.each([
    ['durations in the header', {}],
    ['durations at the samples', { hasSampleDurations: true }],
  ])('in fragments, %s', (_, options) => {
    const facts = measure(m4a({ seconds: 60, fragment: 2, ...options }))
    expect(facts.duration).toBeCloseTo(m4aSeconds({ seconds: 60 }), 3)
    expect(facts.disagreements).toEqual([])
  })

  it('leaves out what iTunes says the encoder has added, where no edit list says it', () => {
    const count = m4aSeconds({ seconds: 60 }) * 44_100
    const [priming, padding] = [2112, 800]
    const sound = count - priming - padding
    const lasts = (options: Parameters<typeof m4a>[0]): number =>
      measure(m4a({ seconds: 60, ...options })).duration
    expect(lasts({ gapless: [priming, padding, sound] })).toBeCloseTo(sound / 44_100, 6)
    // Of another file; and of one whose edit list says it.
    expect(lasts({ gapless: [priming, padding, sound / 2] })).toBeCloseTo(count / 44_100, 6)
    expect(lasts({ gapless: [priming, padding, sound], edit: { priming: 1024, seconds: 59.5 } })).toBeCloseTo(
      59.5,
      6,
    )
  })

  it('in fragments: the edit list says where to begin, not how long it lasts', () => {
    const facts = measure(m4a({ seconds: 60, fragment: 2, edit: { priming: 1024, seconds: 1 } }))
    expect(facts.duration).toBeCloseTo(m4aSeconds({ seconds: 60 }) - 1024 / 44_100, 3)
  })

  it('truncated: the samples that are there count', () => {
    for (const options of [{}, { fragment: 1 }])
      for (const share of [0.5, 0.9]) {
        const whole = m4a({ seconds: 60, ...options })
        const index = options.fragment === undefined ? whole.length - 6 * 2584 : 0
        const facts = measure(whole.subarray(0, Math.floor(index + (whole.length - index) * share)))
        expect(Math.abs(facts.duration - 60 * share)).toBeLessThan(options.fragment === undefined ? 0.1 : 1)
        expect(facts.disagreements).toMatchObject([{ kind: 'truncated' }])
      }
  })

  it('truncated before its index has no length', () => {
    expect(read(cut(m4a({ seconds: 60, moovAtEnd: true }), 0.5)).value).toEqual({
      kind: 'no-duration',
      container: 'mp4',
      why: 'no-index',
    })
  })

  it('whose header lies is measured by its samples', () => {
    expect(measure(m4a({ seconds: 60, claimedSeconds: 6000 }))).toMatchObject({
      disagreements: [{ kind: 'header-lies', claimed: 6000 }],
    })
    expect(measure(m4a({ seconds: 60, claimedSeconds: 6000 })).duration).toBeCloseTo(60, 0)
  })

  it.each([
    ['M4A ', false, 'audio/x-m4a'],
    ['isom', false, 'audio/x-m4a'],
    ['M4B ', false, 'audio/x-m4a'],
    ['isom', true, 'video/mp4'],
    ['M4V ', true, 'video/x-m4v'],
    ['qt  ', true, 'video/quicktime'],
  ])('of brand %s, video %s, is %s', (brand, hasVideo, mediaType) => {
    expect(measure(m4a({ brand, hasVideo })).mediaType).toBe(mediaType)
  })

  it('of an hour is read without its tables', () => {
    for (const options of [{}, { moovAtEnd: true }])
      expect(read(m4a({ seconds: 3600, ...options })).bytesRead).toBeLessThan(100_000)
  })

  it('put behind another is reported, and not heard', () => {
    const one = m4a({ seconds: 5 })
    expect(measure(concat(one, one)).disagreements).toMatchObject([{ kind: 'joined', offset: one.length }])
  })

  it('of pictures is a picture', () => {
    const avif = concat(be(24, 4), ascii('ftypavif'), zeros(12))
    expect(read(avif).value).toEqual({ kind: 'not-audio', looksLike: 'image' })
  })
})
