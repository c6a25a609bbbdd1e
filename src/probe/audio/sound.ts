/**
 * What a recording is told from others by: a few samples of its sound alone. What is around and between it (tags, an encoder's
 * note of the length, the index of a container, the pages of an Ogg file) changes when a file is retagged, and is left out.
 */

import { createHash } from 'node:crypto'
import type { Disagreement } from '../../model.ts'
import type { Span } from '../../units/span.ts'
import type { ByteWindow, Reading } from '../bytes.ts'

/**
 * Stands in front of every fingerprint. Raise it whenever the same file would get another one: when the samples change,
 * or where the reader of audio sees the sound begin or end. Fingerprints of different methods are not compared.
 */
const method = 2

/** Where the samples are. */
export interface Sound {
  /** What a cut changes: the bytes of the sound, or how many parts of it there are. */
  readonly length: number
  /** In the order of the sound. A sample is one stretch, or several where something else stands between its parts. */
  readonly samples: readonly (readonly Span[])[]
}

/** So many samples, of so many bytes, evenly over the recording. */
export const SAMPLES = 4
export const SAMPLE_BYTES = 4 * 1024
const AHEAD = 16 * 1024

/** Of sound in one piece. */
export const soundBetween = (start: number, end: number): Sound => {
  const length = Math.max(0, end - start)
  if (length <= SAMPLES * SAMPLE_BYTES) return { length, samples: [[{ offset: start, length }]] }
  const step = (length - SAMPLE_BYTES) / (SAMPLES - 1)
  const samples = Array.from({ length: SAMPLES }, (_, i) => [
    { offset: start + Math.floor(i * step), length: SAMPLE_BYTES },
  ])
  return { length, samples }
}

export interface Sampled {
  /** The same after retagging, renaming or moving; another after re-encoding or cutting. */
  readonly fingerprint: string
  /** Where the first sample begins in which there is no sound. */
  readonly hole: number | undefined
}

/**
 * Reads the samples: 16 KB of a file of any size, so that a change of a few bytes between them stays unseen.
 * `holdsSound` is asked of each stretch.
 */
export function* sampleSound(
  window: ByteWindow,
  sound: Sound,
  holdsSound: (bytes: Uint8Array) => boolean = () => true,
): Reading<Sampled> {
  const hash = createHash('sha256').update(`${sound.length}\n`)
  let hole: number | undefined
  for (const spans of sound.samples) {
    let isHeard = false
    const last = spans.at(-1)
    const end = last === undefined ? 0 : last.offset + last.length
    for (const { offset, length } of spans) {
      // What stands between the parts of a sample is little: one read takes all of it.
      const bytes = yield* window.at(offset, length, Math.min(end - offset, AHEAD))
      hash.update(bytes)
      isHeard ||= holdsSound(bytes)
    }
    if (!isHeard && spans.length > 0) hole ??= spans[0]!.offset
  }
  return { fingerprint: `${method}:${hash.digest('hex').slice(0, 32)}`, hole }
}

/** What is to be said of a hole that the samples have shown. Of a file that was cut off, the end is known to be missing. */
export const holes = ({ hole }: Sampled, others: readonly Disagreement[]): readonly Disagreement[] =>
  hole === undefined || others.some(({ kind }) => kind === 'truncated')
    ? []
    : [{ kind: 'hole', offset: hole }]

/** A download that was not finished, and a file that a cloud has not fetched yet, are filled up with zeros. */
export const isNotZero = (bytes: Uint8Array): boolean => bytes.some(byte => byte !== 0)
