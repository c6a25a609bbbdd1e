/** Makes WAV and AIFF files of silence. */

import { ascii, be, concat, le, zeros } from './bytes.ts'

export interface WavOptions {
  readonly seconds?: number
  readonly sampleRate?: number
  readonly channels?: number
  readonly bits?: 8 | 16 | 24 | 32
  /** What the header says of the data's size: 0 and 0xffffffff are what programs write into a pipe. */
  readonly claimedSize?: number
  /** `RF64`: sizes of 64 bits; `RIFX`: big-endian. */
  readonly magic?: 'RIFF' | 'RF64' | 'BW64' | 'RIFX'
  readonly isFloat?: boolean
  readonly isExtensible?: boolean
  /** Fields of `LIST INFO` before the data, e.g. `{INAM: 'A title'}`. */
  readonly info?: Readonly<Record<string, string>>
  /** Chunks before the data, as `[id, body]`; those of odd length get their byte of padding, unless `isUnpadded`. */
  readonly before?: readonly (readonly [string, Uint8Array])[]
  readonly isUnpadded?: boolean
  readonly after?: readonly (readonly [string, Uint8Array])[]
}

/** The rest of the GUID that a format tag begins (RFC 2361, 4). */
const GUID = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]

/** 1 s, 8 kHz, mono, 16 bits, unless told otherwise. */
export const wav = (options: WavOptions = {}): Uint8Array => {
  const { seconds = 1, sampleRate = 8000, channels = 1, bits = 16, magic = 'RIFF' } = options
  const number = magic === 'RIFX' ? be : le
  const block = (channels * bits) / 8
  const data = zeros(Math.round(seconds * sampleRate) * block)
  const is64 = magic === 'RF64' || magic === 'BW64'
  const chunk = (id: string, body: Uint8Array, size = body.length): Uint8Array =>
    concat(ascii(id), number(size, 4), body, zeros(options.isUnpadded ? 0 : body.length % 2))
  const tag = options.isFloat ? 3 : 1
  const format = concat(
    number(options.isExtensible ? 0xfffe : tag, 2),
    number(channels, 2),
    number(sampleRate, 4),
    number(sampleRate * block, 4),
    number(block, 2),
    number(bits, 2),
    options.isExtensible ? concat(number(22, 2), number(bits, 2), number(0, 4), number(tag, 2), GUID) : [],
  )
  const info = Object.entries(options.info ?? {}).map(([id, value]) => chunk(id, ascii(`${value}\0`)))
  const body = concat(
    ascii('WAVE'),
    is64 ? chunk('ds64', concat(le(data.length + 100, 8), le(data.length, 8), zeros(12))) : [],
    chunk('fmt ', format),
    info.length === 0 ? [] : chunk('LIST', concat(ascii('INFO'), ...info)),
    ...(options.before ?? []).map(([id, content]) => chunk(id, content)),
    chunk('data', data, options.claimedSize ?? (is64 ? 0xffffffff : data.length)),
    ...(options.after ?? []).map(([id, content]) => chunk(id, content)),
  )
  return concat(ascii(magic), number(is64 ? 0xffffffff : body.length, 4), body)
}

export interface AiffOptions {
  readonly seconds?: number
  readonly sampleRate?: number
  readonly channels?: number
  readonly bits?: 8 | 16 | 24
  /** AIFF-C: `sowt`, `ulaw`, ... */
  readonly compression?: string
  /** Sample frames that the header claims. */
  readonly claimedFrames?: number
  readonly after?: readonly (readonly [string, Uint8Array])[]
}

/** 1 s, 8 kHz, mono, 16 bits, unless told otherwise. */
export const aiff = (options: AiffOptions = {}): Uint8Array => {
  const { seconds = 1, sampleRate = 8000, channels = 1, bits = 16, compression } = options
  const frames = Math.round(seconds * sampleRate)
  const chunk = (id: string, body: Uint8Array): Uint8Array =>
    concat(ascii(id), be(body.length, 4), body, zeros(body.length % 2))
  const common = concat(
    be(channels, 2),
    be(options.claimedFrames ?? frames, 4),
    be(bits, 2),
    extended(sampleRate),
    compression === undefined ? [] : concat(ascii(compression), [0, 0]),
  )
  const body = concat(
    ascii(compression === undefined ? 'AIFF' : 'AIFC'),
    chunk('COMM', common),
    chunk('SSND', concat(zeros(8), zeros((frames * channels * bits) / 8))),
    ...(options.after ?? []).map(([id, content]) => chunk(id, content)),
  )
  return concat(ascii('FORM'), be(body.length, 4), body)
}

/** IEEE 754 extended, for whole numbers below 2^32. */
const extended = (value: number): Uint8Array => {
  const exponent = Math.floor(Math.log2(value))
  return concat(be(16_383 + exponent, 2), be(value * 2 ** (31 - exponent), 4), zeros(4))
}
