import type { ByteSource } from '../../door/index.ts'
import type { Span } from '../../units/span.ts'
import { type ReadBuffer, readFile, readSource } from '../bytes.ts'
import { measureAudio } from './measure.ts'
import { askMusicMetadata } from './music-metadata.ts'
import type { AudioReading } from './reading.ts'

/**
 * Measures an open audio file: an hour with a header costs a few small reads, one without a scan of 0.05 s.
 * @throws what the system says when the file cannot be read.
 */
export const readAudio = async (file: ByteSource, buffer?: ReadBuffer): Promise<AudioReading> => {
  const reading = readFile(measureAudio(file.size), file, buffer)
  return reading.kind === 'ask-music-metadata'
    ? await askMusicMetadata(reading, file.size, (start, length) => readBytes(file, start, length))
    : reading
}

/**
 * Measures audio of `size` bytes that is read from anywhere.
 * @throws what `read` rejects with, except while music-metadata reads.
 */
export const readAudioFrom = async (
  size: number,
  read: (span: Span) => Promise<Uint8Array>,
): Promise<AudioReading> => {
  const reading = await readSource(measureAudio(size), read)
  return reading.kind === 'ask-music-metadata'
    ? await askMusicMetadata(reading, size, (offset, length) => read({ offset, length }))
    : reading
}

const readBytes = (file: ByteSource, start: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  return bytes.subarray(0, file.read(bytes, 0, length, start))
}
