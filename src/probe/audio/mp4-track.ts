/** A track of MP4: what it holds, how long, and which part of it is played. ISO/IEC 14496-12 8.3 to 8.6. */

import { mp4Edits } from '../../limits.ts'
import { type ByteWindow, latin1, type Reading, u16be, u32be, u64be } from '../bytes.ts'
import { type Box, bodyOf, childrenOf, find, readBoxes } from './mp4-box.ts'

/** An edit: a part of the media that is played. */
export interface Edit {
  /** In units of the movie's time scale; 0: to the end of the media. */
  readonly length: number
  /** Where in the media it begins, in units of the track's time scale; -1: nothing is played for so long. */
  readonly mediaTime: number
}

export interface Track {
  readonly id: number
  /** `soun`, `vide`, `text`, ... */
  readonly handler: string
  /** Units in a second. */
  readonly timescale: number
  /** By the header, in units; 0 when not said. */
  readonly duration: number
  readonly edits: readonly Edit[]
  /** The IDs of the tracks that hold its chapters. */
  readonly chapterTracks: readonly number[]
  readonly stbl: readonly Box[]
  readonly format: SoundFormat
}

/** What the sample description says. */
export interface SoundFormat {
  readonly codec?: string
  readonly objectType?: number
  readonly channels?: number
  readonly sampleRate?: number
  /** Of a picture: the sample entry, as in RFC 6381: `avc1`. */
  readonly videoCodec?: string
  readonly isProtected?: true
}

export function* readTrack(window: ByteWindow, trak: Box): Reading<Track> {
  const boxes = yield* readBoxes(window, trak.body, trak.end)
  const mdia = yield* childrenOf(window, boxes, 'mdia')
  const minf = yield* childrenOf(window, mdia, 'minf')
  const stbl = yield* childrenOf(window, minf, 'stbl')
  const handler = yield* handlerOf(window, mdia)
  return {
    id: yield* idOf(window, boxes),
    handler,
    ...(yield* readTimeHeader(window, find(mdia, 'mdhd'))),
    edits: yield* readEdits(window, boxes),
    chapterTracks: yield* readReferences(window, boxes),
    stbl,
    format: yield* readFormat(window, find(stbl, 'stsd'), handler),
  }
}

/** `tkhd`: version and flags, two dates, the ID; in version 1 the dates are long. */
function* idOf(window: ByteWindow, trak: readonly Box[]): Reading<number> {
  const b = yield* bodyOf(window, find(trak, 'tkhd'), 24)
  return b.length < 24 ? 0 : u32be(b, b[0] === 1 ? 20 : 12)
}

function* handlerOf(window: ByteWindow, mdia: readonly Box[]): Reading<string> {
  const body = yield* bodyOf(window, find(mdia, 'hdlr'), 12)
  return latin1(body, 8, 12)
}

/** `mvhd` and `mdhd` begin alike: version and flags, two dates, time scale, duration; in version 1 dates and duration are long. */
export function* readTimeHeader(
  window: ByteWindow,
  box: Box | undefined,
): Reading<{ timescale: number; duration: number }> {
  const b = yield* bodyOf(window, box, 32)
  const long = b[0] === 1
  if (b.length < (long ? 32 : 20)) return { timescale: 0, duration: 0 }
  const duration = long ? u64be(b, 24) : u32be(b, 16)
  const unknown = long ? duration >= 2 ** 63 : duration === 0xffffffff
  return { timescale: u32be(b, long ? 20 : 12), duration: unknown ? 0 : duration }
}

function* readEdits(window: ByteWindow, boxes: readonly Box[]): Reading<Edit[]> {
  const elst = find(yield* childrenOf(window, boxes, 'edts'), 'elst')
  const head = (yield* bodyOf(window, elst, 8)).slice()
  if (elst === undefined || head.length < 8) return []
  const entry = head[0] === 1 ? 20 : 12
  const count = Math.min(u32be(head, 4), mp4Edits)
  const b = yield* window.at(elst.body + 8, Math.min(count * entry, elst.end - elst.body - 8))
  return Array.from({ length: Math.floor(b.length / entry) }, (_, i) => readEdit(b, i * entry, entry === 20))
}

const readEdit = (b: Uint8Array, at: number, long: boolean): Edit => {
  const time = long ? u64be(b, at + 8) : u32be(b, at + 4)
  const nothing = long ? time >= 2 ** 63 : time === 0xffffffff
  return { length: long ? u64be(b, at) : u32be(b, at), mediaTime: nothing ? -1 : time }
}

/** `tref` holds boxes whose type is the kind of reference and whose body a list of track IDs. */
function* readReferences(window: ByteWindow, boxes: readonly Box[]): Reading<number[]> {
  const chap = find(yield* childrenOf(window, boxes, 'tref'), 'chap')
  const b = yield* bodyOf(window, chap, 64)
  return Array.from({ length: Math.floor(b.length / 4) }, (_, i) => u32be(b, i * 4))
}

// ------------------------------------------------------------------------------------- sample description

const CODECS: Readonly<Record<string, string>> = {
  mp4a: 'aac',
  alac: 'alac',
  Opus: 'opus',
  fLaC: 'flac',
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  '.mp3': 'mp3',
  'ms\x00U': 'mp3',
  sowt: 'pcm',
  twos: 'pcm',
  lpcm: 'pcm',
  ipcm: 'pcm',
  in24: 'pcm',
  fl32: 'pcm',
  ulaw: 'ulaw',
  alaw: 'alaw',
  raw: 'pcm',
  in32: 'pcm',
  fl64: 'pcm',
  fpcm: 'pcm',
  ima4: 'adpcm',
  samr: 'amr',
  sawb: 'amr',
  sawp: 'amr',
  'ac-4': 'ac4',
  mlpa: 'truehd',
  dtsc: 'dts',
  dtse: 'dts',
  dtsh: 'dts',
  dtsl: 'dts',
  dtsx: 'dts',
  agsm: 'gsm',
  sevc: 'evrc',
  sqcp: 'qcelp',
  mha1: 'mpegh',
  mhm1: 'mpegh',
}
/** Encrypted by a shop or a streaming service. ISO/IEC 14496-12 8.12; `drms` is FairPlay, `aavd` Audible. */
const PROTECTED: readonly string[] = ['enca', 'encv', 'drms', 'drmi', 'aavd']

/** Version, flags and count (8 bytes); then the first entry: size, type, 8 bytes, version, 6 bytes, channels, bits, 4 bytes, rate. */
function* readFormat(window: ByteWindow, stsd: Box | undefined, handler: string): Reading<SoundFormat> {
  if (handler !== 'soun' && handler !== 'vide') return {}
  const b = yield* bodyOf(window, stsd, 512)
  if (handler === 'vide') {
    const entry = b.length < 16 ? '' : latin1(b, 12, 16)
    return PROTECTED.includes(entry)
      ? { isProtected: true }
      : /^[\x21-\x7e]{4}$/.test(entry)
        ? { videoCodec: entry }
        : {}
  }
  if (b.length < 44) return {}
  const type = latin1(b, 12, 16)
  const stated = { channels: u16be(b, 32), sampleRate: u32be(b, 40) >>> 16 }
  if (PROTECTED.includes(type)) return { ...stated, isProtected: true }
  // A codec that is not known here has its four letters for a name.
  const codec = CODECS[type.trimEnd()] ?? type.replace(/[^\x21-\x7e]+/g, '')
  const plain = { ...stated, ...(codec === '' ? {} : { codec }) }
  return type === 'mp4a' ? { ...plain, ...readDescriptor(b) } : plain
}

/** ISO/IEC 14496-1 7.2.6: object type indications of what an `mp4a` entry holds. */
const OBJECT_TYPES: Readonly<Record<number, string>> = {
  64: 'aac',
  102: 'aac',
  103: 'aac',
  104: 'aac',
  105: 'mp3',
  107: 'mp3',
  165: 'ac3',
  169: 'dts',
  170: 'dts',
  171: 'dts',
  172: 'dts',
  174: 'ac4',
  221: 'vorbis',
  225: 'qcelp',
  166: 'eac3',
  173: 'opus',
}
/** ISO/IEC 14496-3 1.6.3.4 and 1.6.3.3. */
export const AAC_RATES: readonly number[] = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
]

/** The elementary stream descriptor, `esds`: nested parts of tag, length (7 bits per byte) and content. */
const readDescriptor = (b: Uint8Array): SoundFormat => {
  const text = latin1(b)
  const esds = text.indexOf('esds', 36)
  if (esds < 0) return {}
  const part = (tag: number, from: number): number => {
    if (b[from] !== tag) return -1
    let at = from + 1
    while (at < from + 4 && (b[at] ?? 0) > 127) at++
    return at + 1
  }
  const stream = part(3, esds + 8)
  const decoder = stream < 0 ? -1 : part(4, stream + 3)
  if (decoder < 0) return {}
  const codec = OBJECT_TYPES[b[decoder] ?? 0]
  const config = part(5, decoder + 13)
  return {
    ...(codec === undefined ? {} : { codec }),
    ...(codec === 'aac' && config > 0 && config + 1 < b.length ? readAacConfig(u16be(b, config)) : {}),
  }
}

/** Five bits of object type, four of sample rate, four of channels. Escapes are left to what the entry states. */
const readAacConfig = (bits: number): SoundFormat => {
  const objectType = (bits >> 11) & 31
  const sampleRate = AAC_RATES[(bits >> 7) & 15]
  const channels = (bits >> 3) & 15
  return {
    ...(sampleRate === undefined ? {} : { sampleRate }),
    ...(objectType >= 1 && objectType < 31 ? { objectType } : {}),
    ...(channels >= 1 && channels <= 7 ? { channels: channels === 7 ? 8 : channels } : {}),
  }
}
