import type { ImageFacts } from '../../model.ts'
import { ascii } from './look.ts'

/** Whether a picture other than JPEG and PNG can be seen through, as far as its first bytes tell. */
export function hasAlpha(head: Uint8Array, format: ImageFacts['format']): boolean {
  if (format === 'webp') return webpAlpha(head)
  if (format === 'gif') return gifAlpha(head)
  // An auxiliary picture of this type is the alpha plane: ISO/IEC 23008-12, 6.5.8; AVIF 1.1, section 4.1.
  if (format === 'avif' || format === 'heic') {
    return includes(head, 'auxid:1') || includes(head, 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha')
  }
  return false
}

/** https://developers.google.com/speed/webp/docs/riff_container and webp_lossless_bitstream_specification, section 3 */
function webpAlpha(head: Uint8Array): boolean {
  const chunk = ascii(head, 12, 4)
  if (chunk === 'VP8X') return ((head[20] ?? 0) & 0x10) !== 0
  return chunk === 'VP8L' && ((head[24] ?? 0) & 0x10) !== 0
}

/** The flag of the first graphic control extension: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 23 */
function gifAlpha(head: Uint8Array): boolean {
  const flags = head[10] ?? 0
  const colourTable = flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
  let at = 13 + colourTable
  while (head[at] === 0x21) {
    if (head[at + 1] === 0xf9) return ((head[at + 3] ?? 0) & 1) === 1
    at += 2
    while ((head[at] ?? 0) > 0) at += 1 + head[at]!
    at += 1
  }
  return false
}

const includes = (head: Uint8Array, text: string): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes(text, 0, 'latin1')
