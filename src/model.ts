/** What is measured of files, and what the lock keeps of them. Plain, readonly data; no verbs live here. */

/** Seconds, as measured: may have a fraction. */
export type Seconds = number
/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** How a host tells a version of a file from others at the same address; without an ETag, its date. Never both. */
export interface Validator {
  readonly etag?: string
  /** As the host writes it. */
  readonly lastModified?: string
}

/** What was published under a name, kept from build to build in feed.lock.json. The validator is one of audio that is served elsewhere. */
export interface LockedEpisode extends Validator {
  readonly guid: string
  /** The guid was published as the address of the episode's page, as an imported feed may have it. */
  readonly permalink?: true
  /** When last built: what is told of an episode whose file is gone. */
  readonly title?: string
  /** The enclosure URL without prefixes. */
  readonly url: string
  /** The episode's page, inside the output folder: `first-light/`. */
  readonly page?: string
  /** The address of its page on the web, where only the feed that the show is joined with may say it. */
  readonly link?: string
  readonly bytes: number
  /** Empty only where a feed that was imported gave none. */
  readonly type: string
  /** Whole seconds. Missing only where a feed that was imported gave none. */
  readonly duration?: number
  /** How bytes, type and duration are known, when not by measuring the whole recording. */
  readonly facts?: LockedFacts
  /** Of the audio frames, not of the tags. Missing only where the recording was never read. */
  readonly fingerprint?: string
  /** First published; of a scheduled episode, when it will be. RFC 3339, UTC. */
  readonly pubDate: string
  /** Its day had not come when the lock was last changed. Without it, and without `gone`, the episode is out, and stays out. */
  readonly scheduled?: true
  readonly artwork?: LockedPicture
  /** The audio's own, where the episode has no others: so that a build without the audio gives the same feed. */
  readonly chapters?: readonly Chapter[]
  readonly inherited?: InheritedFaults
  /** Taken out of the feed on purpose; kept for its guid. */
  readonly gone?: true
}

/** `given`: stated by a feed or a site, not measured. `estimated`: the duration is reckoned from a part of the recording. */
export type LockedFacts = 'given' | 'estimated'

/** A picture as it was published. */
export interface LockedPicture {
  readonly url: string
  /** Of the whole file. */
  readonly digest: string
}

/** Faults that were published before they were refused: by rule, the digests of what each is about, sorted. See check/inherit.ts. */
export type InheritedFaults = Readonly<Record<string, readonly string[]>>

/** A feed that episodes were taken over from. */
export interface LockedFeed {
  /** Of what was read. */
  readonly digest: string
}

export interface Lock {
  /** As read. What is written is always 2. */
  readonly version: 1 | 2
  /** Missing while a show that was imported has no public address yet, and its feed named none. */
  readonly podcastGuid?: string
  /** Where subscribers read the feed. */
  readonly feedUrl?: string
  readonly artwork?: LockedPicture
  /** Of show.md. */
  readonly inherited?: InheritedFaults
  /** By the episode's stem. */
  readonly episodes: Readonly<Record<string, LockedEpisode>>
  /** Recordings that fields name beside the episodes' own, by their path in the show folder. */
  readonly files?: Readonly<Record<string, LockedFile>>
  /** Digests of what `import` wrote, by path in the show folder: what has another one now was edited since. */
  readonly imported?: Readonly<Record<string, string>>
  /** By address, or by path. */
  readonly feeds?: Readonly<Record<string, LockedFeed>>
}

/** What was measured of an alternate enclosure or a trailer. */
export interface LockedFile {
  readonly bytes: number
  readonly type: string
  /** Bits per second. */
  readonly bitrate?: number
  /** RFC 6381. */
  readonly codecs?: string
  /** `sha384-…` */
  readonly integrity: string
}

// --------------------------------------------------------------------------------------------------- probe

export type Container = 'mp3' | 'mp4' | 'adts' | 'ogg' | 'flac' | 'wav' | 'aiff' | 'matroska' | 'other'

/** How a duration was found: a header that agrees with the bytes, a count of all frames, the container's own clock; or reckoned from the frames in parts of the file. */
export type Method = 'header' | 'scan' | 'container' | 'estimate'

/** What the bytes say against each other. */
export interface Disagreement {
  readonly kind:
    | 'truncated'
    /** Zeros where sound should be: a download or a copy that was not finished. */
    | 'hole'
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

/** A chapter of a recording. */
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
  /** AAC: of ISO/IEC 14496-3 1.5.1.1. 2 is Low Complexity. */
  readonly objectType?: number
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
  /** MP4: the sample entry of the picture, as in `avc1`, `hvc1`, `av01`. */
  readonly videoCodec?: string
  /** A video without a sound track. */
  readonly isSilent?: boolean
  /** MP4: the index stands after the media, so that playback cannot start at once. */
  readonly moovAtEnd?: boolean
  readonly chapters: readonly Chapter[]
  readonly disagreements: readonly Disagreement[]
  /** Where the audio itself stands, without the tags around it. */
  readonly payload: {
    readonly start: number
    readonly end: number
    /** Bytes at its beginning that are an encoder's note of the length, and no sound. */
    readonly note?: number
  }
  /** Of samples of the sound alone: the same after tagging anew. See probe/audio/sound.ts. */
  readonly fingerprint: string
  readonly tags: AudioTags
}

/** What a recording says of itself: the texts of ID3, MP4, Vorbis comments and the like. */
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
  /** Pixels, as stored: before any rotation that EXIF asks for. 0 × 0: an SVG without a size of its own. */
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly colour: 'rgb' | 'grey' | 'cmyk' | 'palette' | 'unknown'
  /** JPEG and PNG exactly; for the other formats as far as their header tells. */
  readonly alpha: boolean
  /** JPEG: progressive. PNG: interlaced. */
  readonly progressive: boolean
  /** JPEG: of the Adobe marker. 0: RGB or CMYK as they are, 1: YCbCr, 2: YCCK. */
  readonly adobeTransform?: number
  /** Bits per sample (PNG palette: per index). */
  readonly bitDepth?: number
  /** An ICC profile is embedded. */
  readonly hasProfile?: boolean
  /** Dots per inch, where the header states a density in real units. */
  readonly dpi?: number
  /** The end of the picture is missing. Undefined when it was not looked for. */
  readonly truncated?: boolean
}

/** The types that podcast:transcript knows, as it writes them. */
export type TranscriptType =
  | 'text/vtt'
  | 'application/x-subrip'
  | 'application/json'
  | 'text/html'
  | 'text/plain'

export interface Cue {
  readonly start: Seconds
  /** Missing where the format has none (HTML) or leaves it open (JSON). */
  readonly end?: Seconds
  readonly speaker?: string
  /** Plain, without markup; lines as they were broken. */
  readonly text: string
  /** Where it stands in its file, from 1. */
  readonly line?: number
}

export interface Transcript {
  /** From the content, never from the name. */
  readonly type: TranscriptType
  /** In the order of the file. Empty when the transcript has no times. */
  readonly cues: readonly Cue[]
  /** Only of a transcript without times: paragraphs, parted by blank lines, with `Name: ` in front where a speaker is named. */
  readonly text?: string
}
