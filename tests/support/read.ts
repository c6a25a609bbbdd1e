import { openNamed } from '../../src/door/index.ts'
import { type AudioReading, readAudio } from '../../src/probe/audio/index.ts'
import type { Reading } from '../../src/probe/bytes.ts'
import type { Span } from '../../src/units/span.ts'

/** Answers a reader from bytes in memory, as a file would, and keeps what it asked for. */
export function readFrom<T>(bytes: Uint8Array, reading: Reading<T>): { value: T; spans: Span[] } {
  const spans: Span[] = []
  let step = reading.next()
  while (!step.done) {
    const { offset, length } = step.value
    spans.push(step.value)
    // A copy whose neighbours in memory are not the file's: reading past the end finds nothing.
    step = reading.next(new Uint8Array(bytes.subarray(offset, offset + length)))
  }
  return { value: step.value, spans }
}

export const bytesRead = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.length, 0)

/** Measures an audio file by its path. */
export const readAudioFile = async (path: string): Promise<AudioReading> => {
  const file = openNamed(path)
  try {
    return await readAudio(file)
  } finally {
    file.close()
  }
}
