import type { AudioFacts } from '../../src/model.ts'
import { measureAudio } from '../../src/probe/audio/measure.ts'
import type { AskMusicMetadata, AudioReading } from '../../src/probe/audio/reading.ts'
import type { Reading } from '../../src/probe/bytes.ts'
import type { Span } from '../../src/units/span.ts'

/** What a reading asked for. */
export interface Watched<T> {
  readonly value: T
  readonly spans: readonly Span[]
  readonly bytesRead: number
}

/**
 * Runs a reading over bytes as the hardest driver may: each answer is destroyed when the next is given,
 * so that whoever holds on to one is found out.
 */
export const watch = <T>(reading: Reading<T>, bytes: Uint8Array, maxReads = 100_000): Watched<T> => {
  const spans: Span[] = []
  let before = new Uint8Array(0)
  let step = reading.next()
  while (!step.done) {
    if (spans.push(step.value) > maxReads) throw new Error('the reading does not end')
    const { offset, length } = step.value
    before.fill(0xaa)
    before = bytes.slice(offset, offset + length)
    step = reading.next(before)
  }
  return { value: step.value, spans, bytesRead: spans.reduce((sum, { length }) => sum + length, 0) }
}

/** What the reader says of a file of these bytes. */
export const read = (bytes: Uint8Array): Watched<AudioReading | AskMusicMetadata> =>
  watch(measureAudio(bytes.length), bytes)

/** The measured facts; it is a mistake of the test when there are none. */
export const measure = (bytes: Uint8Array): AudioFacts => {
  const { value } = read(bytes)
  if (value.kind !== 'audio') throw new Error(`no audio: ${JSON.stringify(value)}`)
  return value.facts
}
