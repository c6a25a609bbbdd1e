import { readSync } from 'node:fs'
import { readFile } from '../bytes.ts'
import { measureAudio } from './measure.ts'
import { askMusicMetadata } from './music-metadata.ts'
import type { AudioReading } from './reading.ts'

/**
 * Measures an open audio file of `size` bytes: an hour with a header costs a few small reads, one without a scan of 0.05 s.
 * @throws what the system says when the file cannot be read.
 */
export const readAudio = async (fd: number, size: number): Promise<AudioReading> => {
  const reading = readFile(measureAudio(size), fd)
  return reading.kind === 'ask-music-metadata'
    ? await askMusicMetadata(reading, size, (start, length) => readBytes(fd, start, length))
    : reading
}

const readBytes = (fd: number, start: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  return bytes.subarray(0, readSync(fd, bytes, 0, length, start))
}
