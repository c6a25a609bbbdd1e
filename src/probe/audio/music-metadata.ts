/**
 * The only door to music-metadata: for Matroska, WebM and the rarer containers. Loaded when one is met: its import costs 80 ms.
 *
 * Traps that are fenced here:
 * - `parseFile` takes the parser from the file's name, and a MIME type is believed likewise: neither is passed, so that it sniffs.
 * - It throws nothing for a file without audio: a missing or zero duration is the only sign, and never accepted.
 * - `includeChapters` throws for MP4, and loses the whole result with it: never set.
 * - It reads as long as the file makes it: what it may read is bounded.
 */

import { embeddedPictureBytes, tagReaderBytes, tagReaderReads } from '../../limits.ts'
import type { AudioFacts, AudioTags, Disagreement } from '../../model.ts'
import { meanBitrate } from './parts.ts'
import { type AskMusicMetadata, type AudioReading, audio, noDuration } from './reading.ts'

/** Bytes from `start` on, at most `length` of them; fewer at the end of the file. */
export type ReadBytes = (start: number, length: number) => Uint8Array | Promise<Uint8Array>

type Metadata = Awaited<ReturnType<typeof import('music-metadata')['parseBlob']>>

/** Measures what the reader of our own left over. */
export const askMusicMetadata = async (
  asked: AskMusicMetadata,
  size: number,
  read: ReadBytes,
): Promise<AudioReading> => {
  const metadata = await parse(size, read)
  const container = asked.container
  const duration = asked.lastBlock?.end ?? metadata?.format.duration
  if (metadata === undefined || duration === undefined || !Number.isFinite(duration) || duration <= 0)
    return noDuration(container, 'not-stated')
  const { format, common } = metadata
  const hasVideo = format.trackInfo.some(track => track.video !== undefined)
  return audio({
    container,
    ...codecOf(asked.name, format.codec),
    ...typeOf(asked, format.container ?? '', hasVideo),
    duration,
    method: 'container',
    bytes: size,
    bitrate: meanBitrate(size, duration),
    ...(format.sampleRate === undefined ? {} : { sampleRate: format.sampleRate }),
    ...(format.numberOfChannels === undefined ? {} : { channels: format.numberOfChannels }),
    ...(hasVideo ? { hasVideo } : {}),
    chapters: asked.chapters ?? [],
    disagreements: truncatedBy(asked, format.duration, size),
    payload: { start: 0, end: size },
    fingerprint: '',
    tags: tagsOf(common),
  })
}

/** Pictures that a recording holds in its tags, as they are. */
export interface EmbeddedPictures {
  readonly cover?: Uint8Array
  /** Of the chapters that begin there, in seconds. */
  readonly chapters: ReadonlyMap<number, Uint8Array>
}

/** Nothing where it cannot be read. The sound is passed over. */
export const picturesIn = async (size: number, read: ReadBytes): Promise<EmbeddedPictures> => {
  const { parseBlob } = await import('music-metadata')
  try {
    const blob = lazyBlob(size, read, embeddedPictureBytes)
    const { common, native } = await parseBlob(blob, { duration: false, skipPostHeaders: true })
    const front = common.picture?.find(({ type }) => type === 'Cover (front)') ?? common.picture?.[0]
    const chapters = Object.values(native)
      .flat()
      .flatMap(({ id, value }) => (id === 'CHAP' ? chapterPicture(value as ChapterFrame) : []))
    return { ...(front === undefined ? {} : { cover: front.data }), chapters: new Map(chapters) }
  } catch {
    return { chapters: new Map() }
  }
}

/** https://id3.org/id3v2-chapters-1.0: milliseconds, and frames of its own. */
interface ChapterFrame {
  readonly info?: { readonly startTime?: number }
  readonly frames?: ReadonlyMap<string, unknown>
}

const chapterPicture = ({ info, frames }: ChapterFrame): readonly (readonly [number, Uint8Array])[] => {
  const picture = frames?.get('APIC') ?? frames?.get('PIC')
  const data = (picture as { readonly data?: unknown } | undefined)?.data
  return info?.startTime !== undefined && data instanceof Uint8Array ? [[info.startTime / 1000, data]] : []
}

const truncatedBy = (
  { lastBlock }: AskMusicMetadata,
  claimed: number | undefined,
  size: number,
): readonly Disagreement[] =>
  lastBlock === undefined || lastBlock.missing === 0
    ? []
    : [
        {
          kind: 'truncated',
          found: lastBlock.end,
          bytes: lastBlock.missing,
          offset: size,
          ...(claimed === undefined ? {} : { claimed }),
        },
      ]

const parse = async (size: number, read: ReadBytes): Promise<Metadata | undefined> => {
  const { parseBlob } = await import('music-metadata')
  try {
    return await parseBlob(lazyBlob(size, read), { duration: false, skipPostHeaders: true, skipCovers: true })
  } catch {
    // Whatever it did not like, the file has no length that we could state.
    return undefined
  }
}

/** It reads in steps of one to sixteen bytes. */
const BLOCK = 16 * 1024

/** Of a Blob, music-metadata uses the size, the type (empty: sniff the content) and slices; so nothing is read before it is wanted. */
const lazyBlob = (size: number, read: ReadBytes, most = tagReaderBytes): Blob => {
  let budget = most
  let calls = tagReaderReads
  let start = 0
  let block: Uint8Array = new Uint8Array(0)
  const bytes = async (from: number, to: number): Promise<ArrayBuffer> => {
    if (calls-- <= 0) throw new Error('too many reads')
    if (from < start || to > start + block.length) {
      const length = Math.min(Math.max(to - from, BLOCK), size - from)
      budget -= length
      if (budget < 0) throw new Error('too much to read')
      block = (await read(from, length)).slice()
      start = from
    }
    return new Uint8Array(block.subarray(from - start, to - start)).buffer
  }
  const slice = (from: number, to: number) => ({ arrayBuffer: () => bytes(from, to) })
  return { size, type: '', slice } as unknown as Blob
}

/** In the rarer containers music-metadata gives the name of the encoder's version, or of what comes out of the decoder. */
const codecOf = (name: AskMusicMetadata['name'], codec: string | undefined): { codec?: string } => {
  if (name !== 'matroska') return { codec: name === 'asf' ? 'wma' : name.startsWith('ds') ? 'dsd' : name }
  return codec === undefined ? {} : { codec: codec.toLowerCase() }
}

const typeOf = (
  { name }: AskMusicMetadata,
  container: string,
  hasVideo: boolean,
): Pick<AudioFacts, 'mediaType' | 'extensions'> => {
  if (name === 'matroska') {
    const kind = hasVideo ? 'video' : 'audio'
    return /webm/i.test(container)
      ? { mediaType: `${kind}/webm`, extensions: ['.webm', '.weba'] }
      : { mediaType: `${kind}/x-matroska`, extensions: hasVideo ? ['.mkv'] : ['.mka', '.mkv'] }
  }
  return OTHERS[name]
}

const OTHERS: Readonly<
  Record<Exclude<AskMusicMetadata['name'], 'matroska'>, Pick<AudioFacts, 'mediaType' | 'extensions'>>
> = {
  asf: { mediaType: 'audio/x-ms-wma', extensions: ['.wma', '.asf'] },
  ape: { mediaType: 'audio/x-ape', extensions: ['.ape'] },
  wavpack: { mediaType: 'audio/x-wavpack', extensions: ['.wv'] },
  musepack: { mediaType: 'audio/x-musepack', extensions: ['.mpc'] },
  dsf: { mediaType: 'audio/x-dsf', extensions: ['.dsf'] },
  dsdiff: { mediaType: 'audio/x-dff', extensions: ['.dff'] },
}

const tagsOf = (common: Metadata['common']): AudioTags => {
  const { title, album, artist, year, track } = common
  const comment = common.comment?.[0]?.text
  return {
    ...(title === undefined ? {} : { title }),
    ...(album === undefined ? {} : { album }),
    ...(artist === undefined ? {} : { artist }),
    ...(comment === undefined ? {} : { comment }),
    ...(year === undefined ? {} : { year: String(year) }),
    ...(track.no === null ? {} : { track: track.of === null ? String(track.no) : `${track.no}/${track.of}` }),
    ...(common.picture === undefined || common.picture.length === 0 ? {} : { hasCover: true }),
  }
}
