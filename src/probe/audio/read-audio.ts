import type { ByteSource } from '../../door/index.ts'
import type { AudioFacts } from '../../model.ts'
import type { Span } from '../../units/span.ts'
import { ByteWindow, type ReadBuffer, type Reading, readFile, readSource } from '../bytes.ts'
import { measureAudio } from './measure.ts'
import { askMusicMetadata } from './music-metadata.ts'
import { type AudioReading, audio } from './reading.ts'
import { holes, isNotZero, sampleSound, soundBetween } from './sound.ts'

/**
 * Measures an open audio file: an hour with a header costs a few small reads, one without a scan of 0.05 s.
 * @throws what the system says when the file cannot be read.
 */
export const readAudio = async (file: ByteSource, buffer?: ReadBuffer): Promise<AudioReading> => {
  const reading = readFile(measureAudio(file.size), file, buffer)
  if (reading.kind !== 'ask-music-metadata') return reading
  const asked = await askMusicMetadata(reading, file.size, (start, length) => readBytes(file, start, length))
  return asked.kind === 'audio' ? readFile(withFingerprint(asked.facts), file, buffer) : asked
}

/**
 * Measures audio of `size` bytes that is read from anywhere. `countable`: as `measureAudio` has it.
 * @throws what `read` rejects with, except while music-metadata reads.
 */
export const readAudioFrom = async (
  size: number,
  read: (span: Span) => Promise<Uint8Array>,
  countable?: number,
): Promise<AudioReading> => {
  const reading = await readSource(measureAudio(size, countable), read)
  if (reading.kind !== 'ask-music-metadata') return reading
  const asked = await askMusicMetadata(reading, size, (offset, length) => read({ offset, length }))
  return asked.kind === 'audio' ? readSource(withFingerprint(asked.facts), read) : asked
}

/** What music-metadata measured has no reader of ours that knows its parts. */
function* withFingerprint(facts: AudioFacts): Reading<AudioReading> {
  const { start, end } = facts.payload
  const sampled = yield* sampleSound(new ByteWindow(facts.bytes), soundBetween(start, end), isNotZero)
  return audio({
    ...facts,
    fingerprint: sampled.fingerprint,
    disagreements: [...facts.disagreements, ...holes(sampled, facts.disagreements)],
  })
}

export const readBytes = (file: ByteSource, start: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length)
  return bytes.subarray(0, file.read(bytes, 0, length, start))
}
