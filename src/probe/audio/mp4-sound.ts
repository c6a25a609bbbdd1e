/**
 * Where samples of a track stand, counted in the track: a tagger lays the chunks elsewhere, and a track of chapters stands between
 * them, but the access units stay what they are. ISO/IEC 14496-12 8.7.
 */

import type { Span } from '../../units/span.ts'
import { type ByteWindow, type Reading, u32be, u64be } from '../bytes.ts'
import { type Box, bodyOf, find } from './mp4-box.ts'
import { type ChunkRun, chunkRuns, countOf, sizesOf } from './mp4-samples.ts'
import { SAMPLES, type Sound } from './sound.ts'

/** Access units in a sample; of sound that is not compressed, where one holds a few bytes, more. */
const UNITS = 16
const SMALL_UNITS = 1024
const SMALL = 64
/** Of one access unit: those of video are large. */
const UNIT_BYTES = 1024

/** Where the track's chunks stand. */
export interface Chunks {
  readonly runs: readonly ChunkRun[]
  readonly box: Box
  readonly count: number
}

export function* readChunks(window: ByteWindow, stbl: readonly Box[]): Reading<Chunks | undefined> {
  const box = find(stbl, 'stco') ?? find(stbl, 'co64')
  const count = yield* countOf(window, box)
  if (box === undefined || count === 0) return undefined
  return { runs: yield* chunkRuns(window, stbl), box, count }
}

/** Where the chunk begins; undefined when the table ends before it. Chunks count from 0. */
export function* offsetOf(window: ByteWindow, { box }: Chunks, chunk: number): Reading<number | undefined> {
  const entry = box.type === 'co64' ? 8 : 4
  const at = box.body + 8 + chunk * entry
  if (at + entry > box.end) return undefined
  const b = yield* window.at(at, entry, 64)
  return b.length < entry ? undefined : entry === 8 ? u64be(b, 0) : u32be(b, 0)
}

/** Undefined where the tables say nothing, as in a file of fragments. */
export function* soundOf(
  window: ByteWindow,
  stbl: readonly Box[],
  chunks: Chunks,
): Reading<Sound | undefined> {
  const head = yield* bodyOf(window, find(stbl, 'stsz'), 12)
  if (head.length < 12) return undefined
  const length = u32be(head, 8)
  const size = u32be(head, 4)
  const units = size > 0 && size < SMALL ? SMALL_UNITS : UNITS
  const samples: Span[][] = []
  for (let i = 0; i < SAMPLES; i++) {
    const first = Math.max(0, Math.floor(((length - units) * i) / (SAMPLES - 1)))
    const spans = yield* spansOf(window, stbl, chunks, first, Math.min(units, length))
    if (spans !== undefined) samples.push(spans)
  }
  return samples.length < SAMPLES ? undefined : { length, samples }
}

function* spansOf(
  window: ByteWindow,
  stbl: readonly Box[],
  chunks: Chunks,
  first: number,
  units: number,
): Reading<Span[] | undefined> {
  const place = locate(chunks, first)
  if (place === undefined) return undefined
  let { chunk, left } = place
  const sizes = yield* sizesOf(window, stbl, place.firstOfChunk, first - place.firstOfChunk + units)
  const before = first - place.firstOfChunk
  let offset = yield* offsetOf(window, chunks, chunk)
  if (offset === undefined || sizes.length < before + units) return undefined
  for (let i = 0; i < before; i++) offset += sizes[i]!
  const spans: Span[] = []
  for (const size of sizes.slice(before)) {
    while (left === 0) {
      const next: number | undefined = yield* offsetOf(window, chunks, ++chunk)
      if (next === undefined) return undefined
      offset = next
      left = samplesIn(chunks, chunk)
      if (chunk >= chunks.count) return undefined
    }
    add(spans, { offset, length: Math.min(size, UNIT_BYTES) })
    offset += size
    left--
  }
  return spans
}

const add = (spans: Span[], span: Span): void => {
  const last = spans.at(-1)
  if (last !== undefined && last.offset + last.length === span.offset)
    spans[spans.length - 1] = { offset: last.offset, length: last.length + span.length }
  else if (span.length > 0) spans.push(span)
}

/** The chunk that holds the sample `wanted`, the first sample in it, and how many from `wanted` on are in it. */
const locate = (
  { runs, count }: Chunks,
  wanted: number,
): { chunk: number; firstOfChunk: number; left: number } | undefined => {
  let first = 0
  for (const [i, { firstChunk, samples }] of runs.entries()) {
    const upTo = Math.min((runs[i + 1]?.firstChunk ?? count + 1) - 1, count)
    const held = Math.max(0, upTo - (firstChunk - 1)) * samples
    if (samples > 0 && wanted < first + held) {
      const chunk = Math.floor((wanted - first) / samples)
      const firstOfChunk = first + chunk * samples
      return { chunk: firstChunk - 1 + chunk, firstOfChunk, left: firstOfChunk + samples - wanted }
    }
    first += held
  }
  return undefined
}

const samplesIn = ({ runs }: Chunks, chunk: number): number =>
  runs.findLast(run => run.firstChunk <= chunk + 1)?.samples ?? 0
