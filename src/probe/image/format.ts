import type { ImageFacts } from '../../model.ts'
import { ascii, u16, u32 } from './look.ts'
import { hasSvgRoot } from './svg.ts'

export interface ImageFormat {
  readonly format: ImageFacts['format']
  readonly mediaType: string
}

const AVIF_BRANDS = ['avif', 'avis']
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** From the first bytes; undefined when they are no picture's. */
export function imageFormat(head: Uint8Array): ImageFormat | undefined {
  if (u16(head, 0) === 0xffd8 && head[2] === 0xff) return { format: 'jpeg', mediaType: 'image/jpeg' }
  if (u32(head, 0) === 0x89504e47 && u32(head, 4) === 0x0d0a1a0a)
    return { format: 'png', mediaType: 'image/png' }
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return { format: 'gif', mediaType: 'image/gif' }
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WEBP')
    return { format: 'webp', mediaType: 'image/webp' }
  if (isTiff(head)) return { format: 'tiff', mediaType: 'image/tiff' }
  if (isBmp(head)) return { format: 'bmp', mediaType: 'image/bmp' }
  if (ascii(head, 4, 4) === 'ftyp') return isoFormat(head)
  if (ascii(head, 0, 4) === '8BPS') return { format: 'other', mediaType: 'image/vnd.adobe.photoshop' }
  if (ascii(head, 4, 4) === 'jP  ') return { format: 'other', mediaType: 'image/jp2' }
  if (hasSvgRoot(head)) return { format: 'svg', mediaType: 'image/svg+xml' }
  return undefined
}

/** Little or big endian, classic or BigTIFF. */
const isTiff = (head: Uint8Array): boolean => /^(?:II[*+]\0|MM\0[*+])$/.test(ascii(head, 0, 4))

/** Two letters prove nothing: the size of the header that follows must be one of the six that Windows has written. */
const isBmp = (head: Uint8Array): boolean =>
  ascii(head, 0, 2) === 'BM' && [40, 52, 56, 64, 108, 124].includes(head[14] ?? 0) && head[15] === 0

/** HEIF family, by major brand, then by the compatible ones. https://nokiatech.github.io/heif/technical.html */
function isoFormat(head: Uint8Array): ImageFormat | undefined {
  const length = Math.min(u32(head, 0), 128)
  const brands: string[] = []
  for (let at = 8; at + 4 <= length; at += 4) if (at !== 12) brands.push(ascii(head, at, 4))
  const major = brands[0] ?? ''
  if (!AVIF_BRANDS.includes(major) && !HEIC_BRANDS.includes(major)) return undefined
  const isAvif = brands.some(brand => AVIF_BRANDS.includes(brand))
  return isAvif ? { format: 'avif', mediaType: 'image/avif' } : { format: 'heic', mediaType: 'image/heic' }
}
