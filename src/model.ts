/** The nouns that the stages hand on. Plain, readonly data; no verbs live here. */

import type { Place } from './diagnostic.ts'
import type { EpisodeMeta, ShowMeta } from './schema/index.ts'

/** Seconds, as measured: may have a fraction. */
export type Seconds = number
/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

// ---------------------------------------------------------------------------------------------------- load

/** A Markdown file with front matter. `meta` holds only the fields that were valid: the others have been reported. */
export interface Entry<Meta> {
  /** As a person opens it, e.g. `episodes/001.md`. */
  readonly file: string
  /** Inside the show folder, with forward slashes, e.g. `season-1/001.md`. */
  readonly path: string
  /** The path without its extension: what the audio, the transcripts and the artwork share. */
  readonly stem: string
  readonly meta: Meta
  /** Every key that was written, valid or not. */
  readonly written: ReadonlySet<string>
  /** Markdown. */
  readonly body: string
  /** Where a field's value stands (or its key; or the front matter, when it was not written). */
  readonly at: (field?: string, part?: 'key' | 'value') => Place
  /** Where the UTF-16 unit `offset` of `body` stands. */
  readonly atBody: (offset: number, length?: number) => Place
}

export interface Manuscript {
  /** The show folder as a person wrote it, e.g. `episodes`. */
  readonly folder: string
  readonly show: Entry<Partial<ShowMeta>>
  readonly episodes: readonly Entry<Partial<EpisodeMeta>>[]
  readonly lock: Lock | undefined
  /** Every file of the folder, relative to it, with forward slashes, sorted. Ignored names are not among them. */
  readonly files: ReadonlySet<string>
}

/** What was published under a name, kept from build to build in feed.lock.json. */
export interface LockedEpisode {
  readonly guid: string
  /** The enclosure URL without prefixes. */
  readonly url: string
  readonly bytes: number
  readonly type: string
  /** Whole seconds. */
  readonly duration: number
  /** Of the audio frames, not of the tags. */
  readonly fingerprint: string
  /** First published. RFC 3339, UTC. */
  readonly pubDate: string
}

export interface Lock {
  readonly version: 1
  readonly podcastGuid: string
  /** By the episode's stem. */
  readonly episodes: Readonly<Record<string, LockedEpisode>>
}

// --------------------------------------------------------------------------------------------------- probe

export type Container = 'mp3' | 'mp4' | 'adts' | 'ogg' | 'flac' | 'wav' | 'aiff' | 'matroska' | 'other'

/** How a duration was found: a header that agrees with the bytes, a count of all frames, or the container's own clock. */
export type Method = 'header' | 'scan' | 'container'

/** What the bytes say against each other. */
export interface Disagreement {
  readonly kind:
    | 'truncated'
    | 'joined'
    | 'header-lies'
    | 'leading-garbage'
    | 'inner-garbage'
    | 'trailing-garbage'
  /** The length that the header claims, where it claims one. A `truncated` without it: only the last frame or page is known to be cut. */
  readonly claimed?: Seconds
  /** The length of what is there. */
  readonly found?: Seconds
  /** How many bytes are garbage or missing, where that is known. */
  readonly bytes?: number
  /** Where in the file, in bytes. */
  readonly offset?: number
}

export interface Chapter {
  readonly start: Seconds
  readonly title?: string
  readonly end?: Seconds
  readonly url?: string
  readonly image?: string
  /** `false`: a silent marker, not shown in a list. */
  readonly toc?: boolean
  readonly location?: { readonly name: string; readonly geo: string; readonly osm?: string }
}

/** What was measured from the bytes of an audio (or video) file. */
export interface AudioFacts {
  readonly container: Container
  /** As in `mp3`, `aac`, `opus`, `vorbis`, `flac`, `alac`, `pcm`; undefined when it could not be told. */
  readonly codec?: string
  /** From the bytes, never from the name. */
  readonly mediaType: string
  /** The file-name endings that fit, best first, with the dot. */
  readonly extensions: readonly string[]
  readonly duration: Seconds
  readonly method: Method
  /** Of the whole file. */
  readonly bytes: number
  /** Bits per second, mean. */
  readonly bitrate?: number
  /** Hertz. */
  readonly sampleRate?: number
  readonly channels?: number
  readonly hasVideo?: boolean
  /** MP4: the index stands after the media, so that playback cannot start at once. */
  readonly moovAtEnd?: boolean
  readonly chapters: readonly Chapter[]
  readonly disagreements: readonly Disagreement[]
  /** Where the audio itself stands, without the tags around it; identifies the recording after re-tagging. */
  readonly payload: { readonly start: number; readonly end: number }
  readonly tags: AudioTags
}

export interface AudioTags {
  readonly title?: string
  readonly album?: string
  readonly artist?: string
  readonly comment?: string
  readonly year?: string
  readonly track?: string
  readonly hasCover?: boolean
}

/** What was measured from the bytes of a picture. */
export interface ImageFacts {
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'svg' | 'avif' | 'heic' | 'tiff' | 'bmp' | 'other'
  readonly mediaType: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly colour: 'rgb' | 'grey' | 'cmyk' | 'palette' | 'unknown'
  readonly alpha: boolean
  readonly progressive: boolean
}
