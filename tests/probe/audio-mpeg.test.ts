import { describe, expect, it } from 'vitest'
import { concat, noise, zeros } from '../support/bytes.ts'
import { apeTag, id3v1, id3v2, lyrics3 } from '../support/id3.ts'
import { ALL_SAMPLE_RATES, bitratesOf, type Mp3Options, mp3, mp3Seconds } from '../support/mpeg.ts'
import { measure, read } from '../support/reading.ts'

/** Seconds that a length may be off, as the promise says. */
const BAR = 0.1
const MODES = ['stereo', 'joint', 'dual', 'mono'] as const
/** Speech as a VBR encoder sees it: a while of silence, then this and that. */
const speech = (frame: number): number => [32, 48, 64, 96, 128, 160][(frame * 7 + (frame >> 4)) % 6]!
const silenceFirst = (frame: number): number => (frame < 115 ? 32 : speech(frame))

const kindsOf = (bytes: Uint8Array): string[] => measure(bytes).disagreements.map(({ kind }) => kind)

describe.each(ALL_SAMPLE_RATES)('MP3 at %i Hz', sampleRate => {
  it.each(bitratesOf(sampleRate))('and %i kbps: every mode, with and without a header, is exact', bitrate => {
    for (const mode of MODES) {
      for (const header of ['info', 'none', 'vbri'] as const) {
        const options: Mp3Options = { seconds: 2, sampleRate, bitrate, mode, header }
        const facts = measure(mp3(options))
        expect(facts.duration, `${mode} ${header}`).toBeCloseTo(mp3Seconds(options), 6)
        expect(facts.disagreements, `${mode} ${header}`).toEqual([])
        expect(facts.channels).toBe(mode === 'mono' ? 1 : 2)
        expect(facts.sampleRate).toBe(sampleRate)
        // VBRI has no checksum, and the frames of a file so small are rather counted.
        expect(facts.method).toBe(header === 'info' ? 'header' : 'scan')
      }
    }
  })
})

describe('MPEG layers I and II', () => {
  it.each([1, 2] as const)('layer %i: every bit rate and sample rate is exact', layer => {
    for (const sampleRate of ALL_SAMPLE_RATES)
      for (const bitrate of bitratesOf(sampleRate, layer)) {
        const options: Mp3Options = { seconds: 1, sampleRate, bitrate, layer }
        const facts = measure(mp3(options))
        expect(facts.duration, `${bitrate} kbps ${sampleRate} Hz`).toBeCloseTo(mp3Seconds(options), 6)
        expect(facts.codec).toBe(`mp${layer}`)
        expect(facts.mediaType).toBe('audio/mpeg')
      }
  })
})

describe('a variable bit rate', () => {
  it('with Xing and LAME is read from the header, whose checksum seals it', () => {
    const options: Mp3Options = { seconds: 60, bitrate: speech }
    const facts = measure(mp3(options))
    expect(facts.duration).toBeCloseTo(mp3Seconds(options), 6)
    expect(facts).toMatchObject({ method: 'header', disagreements: [] })
    expect(read(mp3(options)).bytesRead).toBeLessThan(40_000)
  })

  it('with a header that nothing seals is rather counted, while the file is small', () => {
    for (const more of [{ lame: false }, { header: 'vbri' }] as const) {
      const options: Mp3Options = { seconds: 60, bitrate: speech, ...more }
      const facts = measure(mp3(options))
      expect(facts.duration).toBeCloseTo(mp3Seconds(options), 6)
      expect(facts).toMatchObject({ method: 'scan', disagreements: [] })
    }
  })

  it.each([{ lame: false }, { header: 'vbri' }] as const)(
    'of a large file, with a header that nothing seals, is held against samples: %o',
    more => {
      const options: Mp3Options = { seconds: 1800, bitrate: speech, ...more }
      const { value, bytesRead } = read(mp3(options))
      expect(value).toMatchObject({
        kind: 'audio',
        facts: { method: 'header', duration: mp3Seconds(options) },
      })
      expect(bytesRead).toBeLessThan(200_000)
      const lie = mp3({ ...options, claim: { frames: 130_000 } })
      expect(measure(lie).duration).toBeCloseTo(mp3Seconds(options), 6)
    },
  )

  it('without a header is counted', () => {
    const options: Mp3Options = { seconds: 60, bitrate: speech, header: 'none' }
    const facts = measure(mp3(options))
    expect(facts.duration).toBeCloseTo(mp3Seconds(options), 6)
    expect(facts.method).toBe('scan')
  })

  it('that begins with silence is not taken for a constant one', () => {
    const options: Mp3Options = { seconds: 60, bitrate: silenceFirst, header: 'none' }
    expect(measure(mp3(options)).duration).toBeCloseTo(mp3Seconds(options), 6)
  })

  it('begun by silence and VBRI or Xing without a checksum is right, however it is measured', () => {
    for (const more of [{ header: 'vbri' }, { lame: false }] as const) {
      const options: Mp3Options = { seconds: 60, bitrate: silenceFirst, ...more }
      expect(measure(mp3(options)).duration).toBeCloseTo(mp3Seconds(options), 6)
    }
  })
})

describe('free format', () => {
  it.each([300, 417, 1045, 2089])('with frames of %i bytes is counted', freeLength => {
    const options: Mp3Options = { seconds: 5, freeLength }
    const facts = measure(mp3(options))
    expect(facts.duration).toBeCloseTo(mp3Seconds(options), 6)
    expect(facts.disagreements).toEqual([])
  })
})

describe('frames with a CRC', () => {
  it('have their header two bytes further on', () => {
    const facts = measure(mp3({ seconds: 10, crc: true }))
    expect(facts.duration).toBeCloseTo(mp3Seconds({ seconds: 10 }), 6)
    expect(facts.method).toBe('header')
  })
})

describe('LAME delay and padding', () => {
  it('are not part of the length', () => {
    const options: Mp3Options = { seconds: 10, lame: { delay: 1105, padding: 2200 } }
    const plain: Mp3Options = { seconds: 10, lame: { delay: 0, padding: 0 } }
    expect(measure(mp3(plain)).duration - measure(mp3(options)).duration).toBeCloseTo(3305 / 44_100, 6)
  })

  it('that are longer than the recording are ignored', () => {
    const options: Mp3Options = { seconds: 0.02, lame: { delay: 4095, padding: 4095 } }
    expect(measure(mp3(options)).duration).toBeCloseTo(1152 / 44_100, 6)
  })
})

describe('a header that lies', () => {
  const honest: Mp3Options = { seconds: 30, bitrate: speech }
  const truth = mp3Seconds({ ...honest, lame: false })

  it.each([
    ['no frames', { frames: 0 }],
    ['far too many frames', { frames: 999_999 }],
    ['far too few frames', { frames: 3 }],
    ['twice the frames', { frames: 2298 }],
    ['half the frames', { frames: 575 }],
    ['a tenth too many frames', { frames: 1264 }],
    ['a tenth too few frames', { frames: 1034 }],
    ['far too many bytes', { bytes: 99_999_999 }],
    ['far too few bytes', { bytes: 1000 }],
    ['all ones', { frames: 0xffffffff, bytes: 0xffffffff }],
  ])('%s: the frames are counted', (_, claim) => {
    for (const header of ['xing', 'vbri'] as const) {
      const facts = measure(mp3({ ...honest, header, claim, lame: false }))
      expect(facts.duration, header).toBeCloseTo(truth, 6)
      expect(facts.method, header).toBe('scan')
    }
  })

  it('at a constant bit rate is caught by the slightest lie', () => {
    const facts = measure(mp3({ seconds: 60, claim: { frames: 2280 }, lame: false }))
    expect(facts.duration).toBeCloseTo(mp3Seconds({ seconds: 60, lame: false }), 6)
    expect(facts.disagreements).toMatchObject([{ kind: 'header-lies', claimed: (2280 * 1152) / 44_100 }])
  })

  it('is reported with both lengths', () => {
    const facts = measure(mp3({ ...honest, claim: { frames: 999_999 }, lame: false }))
    expect(facts.disagreements).toEqual([
      { kind: 'header-lies', claimed: (999_999 * 1152) / 44_100, found: facts.duration },
    ])
  })

  it('in its bytes only is no news for anybody', () => {
    expect(measure(mp3({ ...honest, claim: { bytes: 1234 } })).disagreements).toEqual([])
  })

  it('that leaves the bytes out is held against the bit rate', () => {
    const facts = measure(mp3({ seconds: 30, claim: { bytes: undefined } }))
    expect(facts.method).toBe('header')
    expect(facts.duration).toBeCloseTo(mp3Seconds({ seconds: 30 }), 6)
    const half = mp3({ seconds: 30, claim: { bytes: undefined } }).subarray(0, 240_000)
    expect(Math.abs(measure(half).duration - 15)).toBeLessThan(BAR)
  })
})

describe('a truncated MP3', () => {
  it.each([
    ['Info', { bitrate: 128 }],
    ['Xing', { bitrate: speech }],
    ['VBRI', { bitrate: speech, header: 'vbri' }],
  ] as const)('with %s has the length of what is there, and says what it claims', (_, more) => {
    const options: Mp3Options = { seconds: 60, ...more }
    const whole = mp3(options)
    for (const share of [0.1, 0.5, 0.9, 0.995]) {
      const facts = measure(whole.subarray(0, Math.floor(whole.length * share)))
      const [first] = facts.disagreements
      expect(Math.abs(facts.duration - 60 * share), String(share)).toBeLessThan(60 * 0.01 + BAR)
      expect(first, String(share)).toMatchObject({ kind: 'truncated', found: facts.duration })
      expect(first?.claimed).toBeCloseTo(mp3Seconds(options), 6)
    }
  })

  it('is exact to the frame', () => {
    const whole = mp3({ seconds: 60, bitrate: 128, sampleRate: 48_000, lame: false })
    const facts = measure(whole.subarray(0, 384 * 1000 + 200))
    // The first frame holds the header, the last is cut.
    expect(facts.duration).toBeCloseTo((999 * 1152) / 48_000, 6)
  })

  it('without a header tells only that its last frame is cut', () => {
    const whole = mp3({ seconds: 5, sampleRate: 48_000, header: 'none' })
    expect(measure(whole.subarray(0, 384 * 100 + 100)).disagreements).toEqual([
      { kind: 'truncated', found: 2.4, bytes: 284, offset: 38_500 },
    ])
    expect(measure(whole.subarray(0, 384 * 100)).disagreements).toEqual([])
  })

  it('whose header says nothing of bytes is truncated too', () => {
    const whole = mp3({ seconds: 30, claim: { bytes: undefined } })
    expect(kindsOf(whole.subarray(0, 240_100))).toEqual(['truncated'])
  })
})

describe('MP3s that were joined', () => {
  const parts = [
    mp3({ seconds: 10 }),
    mp3({ seconds: 20, bitrate: speech }),
    mp3({ seconds: 5, sampleRate: 48_000, header: 'none' }),
    mp3({ seconds: 5, sampleRate: 22_050, bitrate: 64, mode: 'mono' }),
  ] as const

  it.each([
    ['the same twice', [0, 0]],
    ['another bit rate', [0, 1]],
    ['another sample rate', [0, 2]],
    ['another version and mono', [1, 3]],
    ['all', [0, 1, 2, 3]],
  ])('%s: all is counted', (_, list) => {
    const seconds = list.reduce((sum, i) => sum + [10, 20, 5, 5][i]!, 0)
    const facts = measure(concat(...list.map(i => parts[i]!)))
    expect(Math.abs(facts.duration - seconds)).toBeLessThan(BAR)
    expect(facts.disagreements[0]).toMatchObject({
      kind: 'joined',
      offset: parts[list[0]!]!.length,
      found: facts.duration,
    })
    expect(facts.disagreements).toHaveLength(1)
  })

  it('with tags in between, covers and all', () => {
    const one = concat(id3v2({ cover: 300_000 }), parts[0], id3v1())
    const facts = measure(concat(one, one, one))
    expect(Math.abs(facts.duration - 30)).toBeLessThan(BAR + 0.1)
    expect(facts.disagreements.map(({ kind }) => kind)).toEqual(['joined'])
  })

  it('without any header at the same rate cannot be told from one, and are as long', () => {
    const part = mp3({ seconds: 10, header: 'none' })
    const facts = measure(concat(part, part))
    expect(facts.duration).toBeCloseTo(2 * mp3Seconds({ seconds: 10, header: 'none' }), 6)
    expect(facts.disagreements).toEqual([])
  })
})

describe('tags around an MP3', () => {
  const audio = mp3({ seconds: 20, bitrate: speech })
  const bare = mp3({ seconds: 20, bitrate: speech, header: 'none' })
  const before = {
    none: zeros(0),
    'ID3v2.2': id3v2({ version: 2 }),
    'ID3v2.3': id3v2(),
    'ID3v2.4': id3v2({ version: 4 }),
    'ID3v2.3 with a cover': id3v2({ cover: 400_000 }),
    'ID3v2.3, unsynchronised, with a cover': id3v2({ cover: 60_000, unsynchronised: true }),
    'two of ID3v2': concat(id3v2({ cover: 5000 }), id3v2({ version: 4, padding: 2000 })),
  }
  const after = {
    none: zeros(0),
    ID3v1: id3v1(),
    APEv2: apeTag(200_000),
    'APEv2 and ID3v1': concat(apeTag(30_000), id3v1()),
    'Lyrics3 and ID3v1': concat(lyrics3(), id3v1()),
    'ID3v2.4 with a footer': id3v2({ version: 4, cover: 20_000, footer: true }),
    'ID3v2.3, which cannot be found from behind': id3v2({ cover: 20_000 }),
  }

  it.each(Object.keys(before) as (keyof typeof before)[])('before: %s', front => {
    for (const [back, tail] of Object.entries(after))
      for (const stream of [audio, bare]) {
        const file = concat(before[front], stream, tail)
        const facts = measure(file)
        const options: Mp3Options = { seconds: 20, ...(stream === bare ? { header: 'none' } : {}) }
        expect(facts.duration, back).toBeCloseTo(mp3Seconds({ bitrate: speech, ...options }), 6)
        expect(facts.disagreements, back).toEqual([])
        expect(facts.payload, back).toMatchObject({
          start: before[front].length,
          end: before[front].length + stream.length,
        })
      }
  })

  it('are not read when a cover of 5 MB is among them', () => {
    const cover = id3v2({ cover: 5_000_000, texts: { TIT2: 'Big', TALB: 'Cover' } })
    const { value, bytesRead } = read(concat(cover, audio, id3v1()))
    expect(value).toMatchObject({ facts: { tags: { title: 'Big', hasCover: true } } })
    expect(bytesRead).toBeLessThan(100_000)
  })
})

describe('garbage', () => {
  const audio = mp3({ seconds: 20, bitrate: speech })
  const length = mp3Seconds({ seconds: 20, bitrate: speech })

  it.each([
    ['4 KB of noise', noise(4096)],
    ['64 KB of zeros', zeros(65_536)],
    ['1 MB of noise', noise(1_000_000)],
    ['half a frame', mp3({ header: 'none' }).subarray(200, 417)],
  ])('before: %s', (_, garbage) => {
    for (const front of [zeros(0), id3v2()]) {
      const facts = measure(concat(front, garbage, audio))
      expect(facts.duration).toBeCloseTo(length, 6)
      expect(facts.disagreements).toEqual([
        { kind: 'leading-garbage', bytes: garbage.length, offset: front.length },
      ])
    }
  })

  it.each([1, 7, 100, 5000, 300_000])('inside: %i bytes', bytes => {
    const bare = mp3({ seconds: 60, header: 'none' })
    const at = 417 * 1000 + 123
    const facts = measure(concat(bare.subarray(0, at), noise(bytes), bare.subarray(at)))
    expect(Math.abs(facts.duration - mp3Seconds({ seconds: 60, header: 'none' }))).toBeLessThan(BAR)
    expect(facts.disagreements).toMatchObject([{ kind: 'inner-garbage' }])
    expect(Math.abs(facts.disagreements[0]!.offset! - at)).toBeLessThan(2000)
  })

  it('overwritten in the middle: the frames are lost, the rest is counted', () => {
    const bare = mp3({ seconds: 60, header: 'none' })
    bare.set(noise(10_000), 300_000)
    const lost = 10_000 / 16_000
    expect(
      Math.abs(measure(bare).duration - mp3Seconds({ seconds: 60, header: 'none' }) + lost),
    ).toBeLessThan(BAR)
  })

  it('after: is not heard', () => {
    const facts = measure(concat(audio, noise(50_000)))
    expect(facts.duration).toBeCloseTo(length, 6)
    expect(facts.disagreements).toEqual([{ kind: 'trailing-garbage', bytes: 50_000, offset: audio.length }])
  })

  it('after: a few bytes are nobody’s business', () => {
    expect(kindsOf(concat(audio, zeros(3)))).toEqual([])
  })
})

describe('the cost', () => {
  it('of an hour with a header is two small reads, and four samples of the sound', () => {
    const { value, bytesRead, spans } = read(mp3({ seconds: 3600, bitrate: 64 }))
    expect(value).toMatchObject({ facts: { method: 'header' } })
    expect(spans.length).toBeLessThan(7)
    expect(bytesRead).toBeLessThan(40_000)
  })

  it('of an hour without one is one pass over the file', () => {
    const bytes = mp3({ seconds: 3600, bitrate: speech, header: 'none' })
    const { bytesRead } = read(bytes)
    expect(bytesRead).toBeLessThan(bytes.length * 1.02)
  })
})
