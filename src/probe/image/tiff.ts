/** TIFF 6.0, section 2, and BigTIFF: https://www.awaresystems.be/imaging/tiff/bigtiff.html */

import { tiffEntries } from '../../limits.ts'
import type { Reading } from '../bytes.ts'
import { type Look, u16 } from './look.ts'

/**
 * A small TIFF that holds only the first directory. Most writers put the directory behind the pixels, where a bounded head
 * does not reach; width and height lie within its entries.
 */
export function* tiffDirectory(look: Look): Reading<Uint8Array> {
  const header = new Uint8Array(yield* look(0, 16))
  const littleEndian = header[0] === 0x49
  const big = u16(header, 2) === 0x002b || u16(header, 2) === 0x2b00
  if (header.length < 16) return header
  const view = new DataView(header.buffer)
  const offset = big ? Number(view.getBigUint64(8, littleEndian)) : view.getUint32(4, littleEndian)
  const directory = yield* look(offset, tiffEntries * (big ? 20 : 12))
  if (big) view.setBigUint64(8, 16n, littleEndian)
  else view.setUint32(4, 16, littleEndian)
  const relocated = new Uint8Array(16 + directory.length)
  relocated.set(header)
  relocated.set(directory, 16)
  return relocated
}
