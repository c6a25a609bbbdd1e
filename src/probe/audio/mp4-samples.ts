/** The tables that say how long each sample of a track is and where it stands. ISO/IEC 14496-12 8.6.1, 8.7. */

import { mp4TableBytes } from '../../limits.ts'
import { type ByteWindow, type Reading, u32be, u64be } from '../bytes.ts'
import { type Box, bodyOf, find } from './mp4-box.ts'

const BLOCK = 64 * 1024

/** A table of `count` entries of `entry` bytes each, in blocks; `visit` returns false to stop. */
function* eachEntry(
  window: ByteWindow,
  box: Box | undefined,
  first: number,
  entry: number,
  visit: (b: Uint8Array, at: number, index: number) => boolean,
): Reading<void> {
  if (box === undefined) return
  const end = Math.min(box.end, box.body + mp4TableBytes)
  let index = 0
  for (let at = box.body + first; at + entry <= end; ) {
    const bytes = yield* window.at(at, Math.min(end - at, BLOCK - (BLOCK % entry)))
    if (bytes.length < entry) return
    for (let i = 0; i + entry <= bytes.length; i += entry) if (!visit(bytes, i, index++)) return
    at += bytes.length - (bytes.length % entry)
  }
}

export function* countOf(window: ByteWindow, box: Box | undefined): Reading<number> {
  const head = yield* bodyOf(window, box, 8)
  return head.length < 8 ? 0 : u32be(head, 4)
}

/** The length of the first `samples` samples (all by default), in units of the track's time scale. */
export function* timeOf(window: ByteWindow, stbl: readonly Box[], samples = Infinity): Reading<number> {
  const stts = find(stbl, 'stts')
  const count = yield* countOf(window, stts)
  let left = samples
  let time = 0
  yield* eachEntry(window, stts, 8, 8, (b, at, index) => {
    if (index >= count || left <= 0) return false
    const run = Math.min(u32be(b, at), left)
    time += run * u32be(b, at + 4)
    left -= run
    return true
  })
  return time
}

export interface ChunkRun {
  readonly firstChunk: number
  readonly samples: number
}

/** `stsc`: from which chunk on there are how many samples in each. Chunks count from 1. */
export function* chunkRuns(window: ByteWindow, stbl: readonly Box[]): Reading<ChunkRun[]> {
  const stsc = find(stbl, 'stsc')
  const count = yield* countOf(window, stsc)
  const runs: ChunkRun[] = []
  yield* eachEntry(window, stsc, 8, 12, (b, at, index) => {
    if (index >= count) return false
    runs.push({ firstChunk: u32be(b, at), samples: u32be(b, at + 4) })
    return true
  })
  return runs
}

interface Chunk {
  readonly offset: number
  readonly samples: number
}

/** The chunks that begin before `limit`, at most `max` of them. */
function* chunksBefore(
  window: ByteWindow,
  stbl: readonly Box[],
  limit: number,
  max: number,
): Reading<Chunk[]> {
  const runs = yield* chunkRuns(window, stbl)
  const box = find(stbl, 'stco') ?? find(stbl, 'co64')
  const long = box?.type === 'co64'
  const count = yield* countOf(window, box)
  const chunks: Chunk[] = []
  let run = 0
  yield* eachEntry(window, box, 8, long ? 8 : 4, (b, at, index) => {
    const offset = long ? u64be(b, at) : u32be(b, at)
    if (index >= count || chunks.length >= max || offset >= limit) return false
    while (run + 1 < runs.length && runs[run + 1]!.firstChunk <= index + 1) run++
    chunks.push({ offset, samples: runs[run]?.samples ?? 0 })
    return true
  })
  return chunks
}

/** The bytes of `count` samples from the sample `first` on. */
export function* sizesOf(
  window: ByteWindow,
  stbl: readonly Box[],
  first: number,
  count: number,
): Reading<number[]> {
  const stsz = find(stbl, 'stsz')
  const head = yield* bodyOf(window, stsz, 12)
  if (stsz === undefined || head.length < 12) return []
  const all = u32be(head, 4)
  const wanted = Math.max(0, Math.min(count, u32be(head, 8) - first, mp4TableBytes / 4))
  if (all > 0) return Array.from({ length: wanted }, () => all)
  const at = stsz.body + 12 + first * 4
  const bytes = yield* window.at(at, Math.max(0, Math.min(wanted * 4, stsz.end - at)))
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => u32be(bytes, i * 4))
}

/** How many samples lie whole before `limit`: the end of a file that was cut off. */
export function* samplesBefore(window: ByteWindow, stbl: readonly Box[], limit: number): Reading<number> {
  const chunks = yield* chunksBefore(window, stbl, limit, mp4TableBytes / 4)
  const last = chunks.pop()
  if (last === undefined) return 0
  const before = chunks.reduce((sum, chunk) => sum + chunk.samples, 0)
  let end = last.offset
  let whole = 0
  for (const size of yield* sizesOf(window, stbl, before, last.samples)) {
    end += size
    if (end > limit) break
    whole++
  }
  return before + whole
}

export interface Sample {
  /** In units of the track's time scale. */
  readonly time: number
  readonly offset: number
  readonly size: number
}

/** The first `max` samples, with their places. */
export function* firstSamples(window: ByteWindow, stbl: readonly Box[], max: number): Reading<Sample[]> {
  const sizes = yield* sizesOf(window, stbl, 0, max)
  const chunks = yield* chunksBefore(window, stbl, window.size, max)
  const times = yield* timesOf(window, stbl, max)
  const samples: Sample[] = []
  for (const chunk of chunks) {
    let { offset } = chunk
    for (let i = 0; i < chunk.samples && samples.length < sizes.length; i++) {
      const size = sizes[samples.length]!
      samples.push({ time: times[samples.length] ?? 0, offset, size })
      offset += size
    }
  }
  return samples
}

function* timesOf(window: ByteWindow, stbl: readonly Box[], max: number): Reading<number[]> {
  const stts = find(stbl, 'stts')
  const times: number[] = []
  let time = 0
  yield* eachEntry(window, stts, 8, 8, (b, at) => {
    for (let i = u32be(b, at); i > 0 && times.length < max; i--) {
      times.push(time)
      time += u32be(b, at + 4)
    }
    return times.length < max
  })
  return times
}
