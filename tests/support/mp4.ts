/** Makes MP4 with AAC of silence that players play; whole or in fragments. ISO/IEC 14496-12. */

import { silentAac } from './adts.ts'
import { ascii, be, concat, concatAll, utf8, zeros } from './bytes.ts'

export interface M4aOptions {
  readonly seconds?: number
  readonly sampleRate?: number
  /** The index behind the media, as most encoders leave it. */
  readonly moovAtEnd?: boolean
  readonly brand?: string
  /** Samples that the edit list drops at the beginning; and what it lets be heard in seconds. */
  readonly edit?: { readonly priming: number; readonly seconds: number }
  /** Fragments of so many seconds. */
  readonly fragment?: number
  /** The durations stand at each sample, not in the header of the fragment. */
  readonly hasSampleDurations?: boolean
  /** What `mdhd` says, in seconds, where it lies. */
  readonly claimedSeconds?: number
  /** Apple's chapters: a text track. */
  readonly chapters?: readonly { readonly start: number; readonly title: string }[]
  /** Nero's chapters: a list. */
  readonly nero?: readonly { readonly start: number; readonly title: string }[]
  readonly tags?: {
    readonly title?: string
    readonly artist?: string
    readonly album?: string
    readonly year?: string
    readonly track?: number
    readonly comment?: string
  }
  /** What iTunes says of the samples: priming, padding, sound. */
  readonly gapless?: readonly [priming: number, padding: number, sound: number]
  /** Bytes of a cover. */
  readonly cover?: number
  readonly hasVideo?: boolean
  /** The sample entry of the picture; by default there is none. */
  readonly videoCodec?: string
  /** The sample entry of the sound, instead of `mp4a`. */
  readonly codec?: string
  /** The media box with a size of 64 bits; or with size 0, "to the end of the file". */
  readonly mdat?: 'short' | 'long' | 'open'
  /** Chunk offsets of 64 bits. */
  readonly hasLongOffsets?: boolean
}

const box = (type: string, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const body = concat(...parts)
  return concat(be(body.length + 8, 4), ascii(type), body)
}
/** With version and flags before what it holds. */
const full = (
  type: string,
  version: number,
  flags: number,
  ...parts: readonly (Uint8Array | readonly number[])[]
): Uint8Array => box(type, [version], be(flags, 3), ...parts)

const SAMPLES = 1024
const MOVIE_SCALE = 1000
/** Samples in a chunk: about a second. */
const PER_CHUNK = 43

export const m4aSeconds = ({ seconds = 1, sampleRate = 44_100 }: M4aOptions = {}): number =>
  (Math.ceil((seconds * sampleRate) / SAMPLES) * SAMPLES) / sampleRate

/** 1 s, 44.1 kHz, mono, the index in front, unless told otherwise. */
export const m4a = (options: M4aOptions = {}): Uint8Array => {
  const { seconds = 1, sampleRate = 44_100, brand = 'M4A ' } = options
  const ftyp = box('ftyp', ascii(brand), be(512, 4), ascii('isomiso2'))
  if (options.fragment !== undefined) return concatAll([ftyp, moov(options, 0, 0), ...fragments(options)])
  const count = Math.ceil((seconds * sampleRate) / SAMPLES)
  const sound = concatAll(Array.from({ length: count }, () => silentAac(1)))
  const texts = (options.chapters ?? []).map(({ title }) => concat(be(utf8(title).length, 2), utf8(title)))
  const media = concat(sound, ...texts)
  const mdat =
    options.mdat === 'long'
      ? concat(be(1, 4), ascii('mdat'), be(media.length + 16, 8), media)
      : options.mdat === 'open'
        ? concat(be(0, 4), ascii('mdat'), media)
        : box('mdat', media)
  const header = options.mdat === 'long' ? 16 : 8
  if (options.moovAtEnd === true || options.mdat === 'open') {
    const index = moov(options, count, ftyp.length + header)
    return options.mdat === 'open' ? concat(ftyp, index, mdat) : concat(ftyp, mdat, index)
  }
  const length = moov(options, count, 0).length
  return concat(ftyp, moov(options, count, ftyp.length + length + header), mdat)
}

const moov = (options: M4aOptions, count: number, mediaAt: number): Uint8Array => {
  const { seconds = 1 } = options
  // With an open `mdat` the index stands in front, and its own length has to be known first.
  const at =
    options.mdat === 'open' ? mediaAt + moov({ ...options, mdat: 'short' }, count, mediaAt).length : mediaAt
  const soundEnd = at + count * silentAac(1).length
  return box(
    'moov',
    full('mvhd', 0, 0, zeros(8), be(MOVIE_SCALE, 4), be(Math.round(seconds * MOVIE_SCALE), 4), zeros(80)),
    soundTrack(options, count, at),
    options.chapters === undefined ? [] : textTrack(options.chapters, seconds, soundEnd),
    options.hasVideo === true ? videoTrack(options.videoCodec) : [],
    options.fragment === undefined
      ? []
      : box('mvex', full('trex', 0, 0, be(1, 4), be(1, 4), be(SAMPLES, 4), zeros(8))),
    userData(options),
  )
}

const soundTrack = (options: M4aOptions, count: number, mediaAt: number): Uint8Array => {
  const { sampleRate = 44_100, edit } = options
  const length = options.claimedSeconds === undefined ? count * SAMPLES : options.claimedSeconds * sampleRate
  const chunks = Math.ceil(count / PER_CHUNK)
  const rest = count - (chunks - 1) * PER_CHUNK
  const size = silentAac(1).length
  const offsets = Array.from({ length: chunks }, (_, i) => mediaAt + i * PER_CHUNK * size)
  const long = options.hasLongOffsets === true
  return box(
    'trak',
    full('tkhd', 0, 3, zeros(8), be(1, 4), zeros(68)),
    edit === undefined
      ? []
      : box(
          'edts',
          full(
            'elst',
            0,
            0,
            be(1, 4),
            be(Math.round(edit.seconds * MOVIE_SCALE), 4),
            be(edit.priming, 4),
            [0, 1, 0, 0],
          ),
        ),
    options.chapters === undefined ? [] : box('tref', box('chap', be(2, 4))),
    mediaBox('soun', sampleRate, length, full('smhd', 0, 0, zeros(4)), [
      full('stsd', 0, 0, be(1, 4), soundEntry(sampleRate, options.codec)),
      full('stts', 0, 0, be(count > 0 ? 1 : 0, 4), count > 0 ? concat(be(count, 4), be(SAMPLES, 4)) : []),
      full(
        'stsc',
        0,
        0,
        be(chunks > 1 && rest !== PER_CHUNK ? 2 : Math.min(chunks, 1), 4),
        chunks === 0 ? [] : concat(be(1, 4), be(chunks === 1 ? rest : PER_CHUNK, 4), be(1, 4)),
        chunks > 1 && rest !== PER_CHUNK ? concat(be(chunks, 4), be(rest, 4), be(1, 4)) : [],
      ),
      full('stsz', 0, 0, be(0, 4), be(count, 4), concatAll(Array.from({ length: count }, () => be(size, 4)))),
      full(long ? 'co64' : 'stco', 0, 0, be(chunks, 4), ...offsets.map(offset => be(offset, long ? 8 : 4))),
    ]),
  )
}

const mediaBox = (
  handler: string,
  timescale: number,
  duration: number,
  header: Uint8Array,
  tables: readonly Uint8Array[],
): Uint8Array =>
  box(
    'mdia',
    full('mdhd', 0, 0, zeros(8), be(timescale, 4), be(Math.round(duration), 4), [0x55, 0xc4, 0, 0]),
    full('hdlr', 0, 0, zeros(4), ascii(handler), zeros(13)),
    box(
      'minf',
      header,
      box('dinf', full('dref', 0, 0, be(1, 4), full('url ', 0, 1))),
      box('stbl', ...tables),
    ),
  )

const soundEntry = (sampleRate: number, codec = 'mp4a'): Uint8Array => {
  const rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000]
  const config = be((2 << 11) | (rates.indexOf(sampleRate) << 7) | (1 << 3), 2)
  const decoder = concat([0x40, 0x15], zeros(3), be(0, 4), be(0, 4), [5, config.length], config)
  const stream = concat(be(1, 2), [0], [4, decoder.length], decoder, [6, 1, 2])
  return box(
    codec,
    zeros(6),
    be(1, 2),
    zeros(8),
    // Two channels, as most encoders write here whatever is inside.
    be(2, 2),
    be(16, 2),
    zeros(4),
    be(sampleRate, 2),
    zeros(2),
    full('esds', 0, 0, [3, stream.length], stream),
  )
}

const textTrack = (
  chapters: NonNullable<M4aOptions['chapters']>,
  seconds: number,
  mediaAt: number,
): Uint8Array => {
  const sizes = chapters.map(({ title }) => utf8(title).length + 2)
  const starts = chapters.map(({ start }) => Math.round(start * MOVIE_SCALE))
  const ends = [...starts.slice(1), Math.round(seconds * MOVIE_SCALE)]
  return box(
    'trak',
    full('tkhd', 0, 0, zeros(8), be(2, 4), zeros(68)),
    mediaBox('text', MOVIE_SCALE, seconds * MOVIE_SCALE, box('gmhd'), [
      full('stsd', 0, 0, be(1, 4), box('text', zeros(6), be(1, 2), zeros(43))),
      full(
        'stts',
        0,
        0,
        be(chapters.length, 4),
        ...starts.map((start, i) => concat(be(1, 4), be(ends[i]! - start, 4))),
      ),
      full('stsc', 0, 0, be(1, 4), be(1, 4), be(chapters.length, 4), be(1, 4)),
      full('stsz', 0, 0, be(0, 4), be(chapters.length, 4), ...sizes.map(size => be(size, 4))),
      full('stco', 0, 0, be(1, 4), be(mediaAt, 4)),
    ]),
  )
}

const videoTrack = (codec?: string): Uint8Array =>
  box(
    'trak',
    full('tkhd', 0, 3, zeros(8), be(3, 4), zeros(68)),
    mediaBox('vide', MOVIE_SCALE, 0, full('vmhd', 0, 1, zeros(8)), [
      codec === undefined
        ? full('stsd', 0, 0, be(0, 4))
        : full('stsd', 0, 0, be(1, 4), box(codec, zeros(78))),
    ]),
  )

const userData = ({ nero, tags, cover, gapless }: M4aOptions): Uint8Array => {
  const data = (type: number, body: Uint8Array): Uint8Array => box('data', be(type, 4), zeros(4), body)
  const text = (name: string, value: string | undefined): Uint8Array =>
    value === undefined ? zeros(0) : box(name, data(1, utf8(value)))
  const items = concat(
    text('\xa9nam', tags?.title),
    cover === undefined ? [] : box('covr', data(13, zeros(cover))),
    text('\xa9ART', tags?.artist),
    text('\xa9alb', tags?.album),
    text('\xa9day', tags?.year),
    text('\xa9cmt', tags?.comment),
    gapless === undefined ? [] : iTunSMPB(gapless, data),
    tags?.track === undefined ? [] : box('trkn', data(0, concat(zeros(2), be(tags.track, 2), zeros(4)))),
  )
  return box(
    'udta',
    nero === undefined
      ? []
      : full(
          'chpl',
          1,
          0,
          zeros(4),
          [nero.length],
          ...nero.map(({ start, title }) =>
            concat(be(Math.round(start * 1e7), 8), [utf8(title).length], utf8(title)),
          ),
        ),
    full('meta', 0, 0, full('hdlr', 0, 0, zeros(4), ascii('mdir'), zeros(13)), box('ilst', items)),
  )
}

const iTunSMPB = (
  [priming, padding, sound]: NonNullable<M4aOptions['gapless']>,
  data: (type: number, body: Uint8Array) => Uint8Array,
): Uint8Array => {
  const hex = (value: number, digits: number): string =>
    value.toString(16).toUpperCase().padStart(digits, '0')
  const numbers = [hex(0, 8), hex(priming, 8), hex(padding, 8), hex(sound, 16), ...Array(8).fill(hex(0, 8))]
  return box(
    '----',
    full('mean', 0, 0, ascii('com.apple.iTunes')),
    full('name', 0, 0, ascii('iTunSMPB')),
    data(1, ascii(` ${numbers.join(' ')}`)),
  )
}

const fragments = (options: M4aOptions): Uint8Array[] => {
  const { seconds = 1, sampleRate = 44_100, fragment = 1 } = options
  const total = Math.ceil((seconds * sampleRate) / SAMPLES)
  const each = Math.ceil((fragment * sampleRate) / SAMPLES)
  const out: Uint8Array[] = []
  for (let first = 0; first < total; first += each) {
    const count = Math.min(each, total - first)
    out.push(...oneFragment(first, count, options.hasSampleDurations === true))
  }
  return out
}

const oneFragment = (first: number, count: number, hasDurations: boolean): Uint8Array[] => {
  const size = silentAac(1).length
  const sample = hasDurations ? concat(be(SAMPLES, 4), be(size, 4)) : be(size, 4)
  const make = (offset: number): Uint8Array =>
    box(
      'moof',
      full('mfhd', 0, 0, be(first + 1, 4)),
      box(
        'traf',
        // The data stands relative to this box; the duration of a sample is in the header.
        full('tfhd', 0, hasDurations ? 0x020000 : 0x020008, be(1, 4), hasDurations ? [] : be(SAMPLES, 4)),
        full('tfdt', 0, 0, be(first * SAMPLES, 4)),
        full(
          'trun',
          0,
          hasDurations ? 0x301 : 0x201,
          be(count, 4),
          be(offset, 4),
          ...Array.from({ length: count }, () => sample),
        ),
      ),
    )
  const length = make(0).length
  return [make(length + 8), box('mdat', ...Array.from({ length: count }, () => silentAac(1)))]
}
