/** What is in the output folder already. Links are never followed, and nothing but regular files is opened: anybody may have put it there. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readOnly } from '../door/flags.ts'
import type { ByteSource } from '../door/open.ts'
import { lookAt } from './output-folder.ts'

/** Whether a file of that size is there. */
export const isThere = (path: string, size: number): boolean => {
  const there = lookAt(path)
  return there?.isFile() === true && there.size === size
}

/** Bytes that are held at once of each of two files. */
const block = 1 << 20

export type IsSame = (path: string, source: ByteSource) => boolean

/** Whether a file has the bytes of another. One pair of blocks serves for many files. */
export const sameBytes = (): IsSame => {
  const [one, other] = [Buffer.allocUnsafeSlow(block), Buffer.allocUnsafeSlow(block)]
  return (path, source) =>
    withFile(path, (there, size) => {
      if (size !== source.size) return false
      for (let at = 0; at < size; at += block) {
        const length = Math.min(block, size - at)
        if (fill(there, one, length, at) !== length || fill(source.read, other, length, at) !== length)
          return false
        if (!one.subarray(0, length).equals(other.subarray(0, length))) return false
      }
      return true
    })
}

/** Whether a file has these bytes. */
export const holds = (path: string, bytes: Uint8Array): boolean =>
  withFile(path, (there, size) => {
    if (size !== bytes.length) return false
    const found = Buffer.allocUnsafe(size)
    return fill(there, found, size, 0) === size && found.equals(bytes)
  })

/** The bytes of a file. */
export const contentOf = (path: string): Uint8Array =>
  withFile(path, (there, size) => {
    const found = Buffer.allocUnsafe(size)
    return found.subarray(0, fill(there, found, size, 0))
  })

/** Whether a text stands in a file. */
export const contentHas = (path: string, text: string): boolean => {
  const { buffer, byteOffset, byteLength } = contentOf(path)
  return Buffer.from(buffer, byteOffset, byteLength).includes(text)
}

type Read = ByteSource['read']

const withFile = <T>(path: string, use: (read: Read, size: number) => T): T => {
  const fd = openSync(path, readOnly)
  try {
    return use((into, at, length, position) => readSync(fd, into, at, length, position), fstatSync(fd).size)
  } finally {
    closeSync(fd)
  }
}

/** A read may give less than asked before the end of the file, e.g. on a network drive. */
const fill = (read: Read, into: Uint8Array, length: number, position: number): number => {
  let filled = 0
  while (filled < length) {
    const got = read(into, filled, length - filled, position + filled)
    if (got === 0) break
    filled += got
  }
  return filled
}
