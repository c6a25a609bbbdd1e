/** Pictures made in code: small, of one grey, and whole enough that real decoders open them. */

import { crc32, deflateSync } from 'node:zlib'

// ---------------------------------------------------------------------------------------------------- JPEG

export interface JpegOptions {
  /** Default 1400. */
  readonly width?: number
  /** Default: the width. */
  readonly height?: number
  readonly progressive?: boolean
  /** 1: grey, 3: colour (default), 4: CMYK. */
  readonly components?: 1 | 3 | 4
  /** Writes an Adobe marker with this transform: 0 as it is, 1 YCbCr, 2 YCCK. */
  readonly adobe?: 0 | 1 | 2
  /** Bytes of metadata in front, in as many APP1 segments as they need. */
  readonly exif?: number
  /** A whole JPEG of this size inside the metadata, as cameras put it there. */
  readonly thumbnail?: { readonly width: number; readonly height: number }
  readonly profile?: boolean
  readonly dpi?: number
  /** Bytes that a phone appends behind the end. */
  readonly trailer?: Uint8Array
  /** Cuts the file to this share of its length. */
  readonly cutTo?: number
}

export function jpeg(options: JpegOptions = {}): Uint8Array {
  const { width = 1400, height = width, components = 3, progressive = false } = options
  const bytes = Buffer.concat([
    hex('ffd8'),
    ...(options.dpi === undefined ? [] : [jfif(options.dpi)]),
    ...exif(options),
    ...(options.profile
      ? [segment(0xe2, Buffer.concat([text('ICC_PROFILE\0'), hex('0101'), Buffer.alloc(128)]))]
      : []),
    ...(options.adobe === undefined
      ? []
      : [segment(0xee, Buffer.concat([text('Adobe'), hex('006400000000'), Buffer.from([options.adobe])]))]),
    segment(0xdb, Buffer.concat([hex('00'), Buffer.alloc(64, 1)])),
    segment(progressive ? 0xc2 : 0xc0, frameHeader(width, height, components)),
    // Huffman tables with one code, of one bit: DC "no difference" and AC "nothing more in this block".
    segment(0xc4, Buffer.concat([hex('00'), oneCode, hex('10'), oneCode])),
    ...scans(width, height, components, progressive),
    hex('ffd9'),
    options.trailer ?? hex(''),
  ])
  return new Uint8Array(bytes.subarray(0, Math.floor(bytes.length * (options.cutTo ?? 1))))
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')
const text = (chars: string): Buffer => Buffer.from(chars, 'latin1')
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff])
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])
const segment = (code: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, code]), u16(body.length + 2), body])

const oneCode = Buffer.concat([hex('01'), Buffer.alloc(15), hex('00')])

const jfif = (dpi: number): Buffer =>
  segment(0xe0, Buffer.concat([text('JFIF\0'), hex('010101'), u16(dpi), u16(dpi), hex('0000')]))

/** The body of an APP1 segment can hold this much. */
const MOST_EXIF = 60_000

function exif({ exif: bytes = 0, thumbnail }: JpegOptions): Buffer[] {
  const picture = thumbnail ? [segment(0xe1, exifWith(jpeg(thumbnail)))] : []
  const filler = Array.from({ length: Math.ceil(bytes / MOST_EXIF) }, (_, index) =>
    segment(0xe1, Buffer.alloc(Math.min(MOST_EXIF, bytes - index * MOST_EXIF), 'metadata ')),
  )
  return [...picture, ...filler]
}

/** An empty first directory, and a second one that points to the thumbnail, as Exif 2.32, section 4.5.5 has it. */
const exifWith = (thumbnail: Uint8Array): Buffer => {
  const entry = (tag: number, value: number) => Buffer.concat([u16(tag), u16(4), u32(1), u32(value)])
  const directories = [
    hex('0000'),
    u32(14),
    u16(3),
    entry(0x103, 6),
    entry(0x201, 56),
    entry(0x202, thumbnail.length),
    u32(0),
  ]
  return Buffer.concat([text('Exif\0\0MM\0*'), u32(8), ...directories, thumbnail])
}

const frameHeader = (width: number, height: number, components: number): Buffer =>
  Buffer.concat([
    hex('08'),
    u16(height),
    u16(width),
    Buffer.from([components]),
    ...Array.from({ length: components }, (_, index) => Buffer.from([index + 1, 0x11, 0])),
  ])

/** A block is two zero bits in a baseline scan, and one in each of a progressive picture's scans. */
function scans(width: number, height: number, components: number, progressive: boolean): Buffer[] {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const all = Array.from({ length: components }, (_, index) => index + 1)
  if (!progressive) return [scan(all, '003f00', blocks * components * 2)]
  return [scan(all, '000000', blocks * components), ...all.map(one => scan([one], '013f00', blocks))]
}

function scan(components: readonly number[], spectrum: string, bits: number): Buffer {
  const selectors = components.map(one => Buffer.from([one, 0x00]))
  const data = Buffer.alloc(Math.ceil(bits / 8))
  // The last byte is filled up with ones.
  if (bits % 8) data[data.length - 1] = 0xff >> (bits % 8)
  const header = Buffer.concat([Buffer.from([components.length]), ...selectors, hex(spectrum)])
  return Buffer.concat([segment(0xda, header), data])
}

// ----------------------------------------------------------------------------------------------------- PNG

export interface PngOptions {
  /** Default 1400. */
  readonly width?: number
  /** Default: the width. */
  readonly height?: number
  /** Default rgb. */
  readonly colour?: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha'
  /** Default 8. */
  readonly bitDepth?: 1 | 2 | 4 | 8 | 16
  readonly interlaced?: boolean
  /** Writes a tRNS chunk. */
  readonly transparent?: boolean
  readonly profile?: boolean
  readonly dpi?: number
  /** Bytes of text in front of the pixels. */
  readonly metadata?: number
  /** Cuts the file to this share of its length. */
  readonly cutTo?: number
}

const PNG_COLOURS = {
  grey: { type: 0, samples: 1 },
  rgb: { type: 2, samples: 3 },
  palette: { type: 3, samples: 1 },
  'grey-alpha': { type: 4, samples: 2 },
  'rgb-alpha': { type: 6, samples: 4 },
} as const

export function png(options: PngOptions = {}): Uint8Array {
  const { width = 1400, height = width, colour = 'rgb', bitDepth = 8 } = options
  const { type, samples } = PNG_COLOURS[colour]
  const bytes = Buffer.concat([
    hex('89504e470d0a1a0a'),
    chunk(
      'IHDR',
      Buffer.concat([
        u32(width),
        u32(height),
        Buffer.from([bitDepth, type, 0, 0, options.interlaced ? 1 : 0]),
      ]),
    ),
    ...(options.profile
      ? [chunk('iCCP', Buffer.concat([text('made up\0\0'), deflateSync(Buffer.alloc(128))]))]
      : []),
    ...(options.dpi === undefined
      ? []
      : [
          chunk(
            'pHYs',
            Buffer.concat([
              u32(Math.round(options.dpi / 0.0254)),
              u32(Math.round(options.dpi / 0.0254)),
              hex('01'),
            ]),
          ),
        ]),
    ...(options.metadata
      ? [chunk('tEXt', Buffer.concat([text('Comment\0'), Buffer.alloc(options.metadata, 'x')]))]
      : []),
    ...(colour === 'palette' ? [chunk('PLTE', Buffer.alloc(3 * 2, 0x80))] : []),
    ...(options.transparent ? [chunk('tRNS', Buffer.alloc(colour === 'palette' ? 1 : 2 * samples))] : []),
    chunk(
      'IDAT',
      deflateSync(Buffer.alloc(rawLength(options.interlaced ?? false, width, height, samples * bitDepth)), {
        level: 1,
      }),
    ),
    chunk('IEND', hex('')),
  ])
  return new Uint8Array(bytes.subarray(0, Math.floor(bytes.length * (options.cutTo ?? 1))))
}

const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([text(type), body])
  return Buffer.concat([u32(body.length), named, u32(crc32(named))])
}

/** Every row begins with a filter byte. */
function rawLength(interlaced: boolean, width: number, height: number, bitsPerPixel: number): number {
  const rows = (columns: number, lines: number) =>
    columns ? lines * (1 + Math.ceil((columns * bitsPerPixel) / 8)) : 0
  if (!interlaced) return rows(width, height)
  return ADAM7.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}

/** First column and row, and the steps, of each pass. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

// -------------------------------------------------------------------------------------------------- others

/** Header only: enough to be recognised and measured. */
export const gif = (width: number, height: number, transparent = false): Uint8Array =>
  Buffer.concat([
    text('GIF89a'),
    le16(width),
    le16(height),
    hex('800000000000ffffff'),
    hex(transparent ? '21f9040100000000' : ''),
    hex('2c'),
    le16(0),
    le16(0),
    le16(width),
    le16(height),
    hex('0002024401003b'),
  ])

/** Header only, of the extended form. */
export const webp = (width: number, height: number, alpha = false): Uint8Array =>
  Buffer.concat([
    text('RIFF'),
    le16(22),
    le16(0),
    text('WEBPVP8X'),
    hex('0a000000'),
    Buffer.from([alpha ? 0x10 : 0, 0, 0, 0]),
    le24(width - 1),
    le24(height - 1),
  ])

const le16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8])
const le24 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff, value >> 16])

/** An ISO box. */
export const box = (type: string, ...body: readonly Uint8Array[]): Buffer => {
  const all = Buffer.concat(body)
  return Buffer.concat([u32(all.length + 8), text(type), all])
}

/** The boxes that tell the size, without a picture. `clap` adds a crop with denominators of one. */
export const heif = (brand: 'avif' | 'heic', width: number, height: number, clap = false): Uint8Array => {
  const size = box('ispe', hex('00000000'), u32(width), u32(height))
  const crop = box('clap', u32(width), u32(1), u32(height), u32(1), u32(0), u32(1), u32(0), u32(1))
  const properties = box('iprp', box('ipco', size, ...(clap ? [crop] : [])))
  return Buffer.concat([
    box('ftyp', text(brand), u32(0), text('mif1miaf')),
    box('meta', u32(0), box('hdlr', Buffer.alloc(24)), properties),
  ])
}

/** One directory with the size, at `directoryAt`; the space before it stands for the pixels. */
export const tiff = (width: number, height: number, directoryAt = 8): Uint8Array => {
  const entry = (tag: number, value: number) =>
    Buffer.concat([le16(tag), le16(4), le16(1), le16(0), le16(value), le16(0)])
  const header = Buffer.concat([text('II*\0'), le16(directoryAt & 0xffff), le16(directoryAt >>> 16)])
  return Buffer.concat([
    header,
    Buffer.alloc(directoryAt - 8),
    le16(2),
    entry(256, width),
    entry(257, height),
    hex('00000000'),
  ])
}

export const bmp = (width: number, height: number): Uint8Array =>
  Buffer.concat([
    text('BM'),
    Buffer.alloc(12),
    hex('28000000'),
    le16(width),
    le16(0),
    le16(height),
    le16(0),
    Buffer.alloc(28),
  ])
