/** What passed the gate, and what is made of it: the nouns that `check` hands to `render`, and `render` to `write`. */

import type { Chapter, Cue, Instant, Lock } from './model.ts'
import type {
  AlternateEnclosure,
  Block,
  Chat,
  ContentLink,
  Funding,
  Image,
  License,
  Location,
  Locked,
  Origin,
  Pages,
  Person,
  RemoteItem,
  SocialInteract,
  Soundbite,
  Thumbnail,
  Trailer,
  Txt,
  UpdateFrequency,
  Value,
} from './podcasting.ts'

export interface Category {
  readonly name: string
  readonly sub?: string
}

export interface Owner {
  readonly name?: string
  readonly email: string
}

/** A podcast:transcript. */
export interface TranscriptLink {
  readonly url: string
  readonly type: string
  /** BCP 47; absent when it is the show's. */
  readonly language?: string
  readonly rel?: 'captions'
}

export interface Enclosure {
  readonly url: string
  /** Bytes. */
  readonly length: number
  readonly type: string
}

/** A file of the show folder that the feed names, and where it goes in the output folder. */
export interface Asset {
  /** Inside the show folder, with forward slashes. */
  readonly source: string
  /** Inside the output folder. */
  readonly path: string
  readonly mediaType: string
  readonly kind: 'audio' | 'artwork' | 'transcript'
}

/** A file of JSON chapters that the output folder gets. */
export interface ChapterFile {
  /** Inside the output folder. */
  readonly path: string
  /** In order of time, addresses absolute. */
  readonly chapters: readonly Chapter[]
}

/** A transcript that the output folder gets in a format that it was not written in. */
export interface CueFile {
  /** Inside the output folder. */
  readonly path: string
  readonly type: 'text/vtt' | 'application/json' | 'text/plain'
  /** Read when they are asked for. */
  readonly cues: readonly Cue[]
  /** @internal Equal while the cues are; absent when that is not known. */
  readonly key?: string
}

/** The channel: every field final. Addresses are absolute, text is free of what XML forbids. */
export interface Show {
  readonly title: string
  readonly link: string
  /** Plain text. */
  readonly description: string
  readonly language: string
  readonly categories: readonly Category[]
  readonly explicit: boolean
  readonly image: string
  readonly feedUrl: string
  readonly hub: readonly string[]
  readonly author?: string
  readonly owner?: Owner
  readonly copyright?: string
  readonly type: 'episodic' | 'serial'
  readonly newFeedUrl?: string
  readonly block: boolean
  readonly complete: boolean
  /** Missing only while the show has no address of its own: see check/identity.ts. */
  readonly guid?: string
  readonly locked: Locked
  readonly medium: string
  readonly txt: readonly Txt[]
  /** Lists that are there are not empty. */
  readonly funding?: readonly Funding[]
  readonly persons?: readonly Person[]
  readonly locations?: readonly Location[]
  /** Newest first. */
  readonly trailers?: readonly Trailer[]
  readonly license?: License
  readonly remoteItems?: readonly RemoteItem[]
  readonly value?: readonly Value[]
  readonly podroll?: readonly RemoteItem[]
  readonly publisher?: RemoteItem
  readonly updateFrequency?: UpdateFrequency
  readonly podping?: true
  readonly blocks?: readonly Block[]
  readonly chat?: Chat
  readonly socialInteract?: readonly SocialInteract[]
  readonly images?: readonly Image[]
  readonly liveItems?: readonly LiveItem[]
  readonly keywords?: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly countryOfOrigin?: readonly string[]
  readonly spotifyLimit?: number
  readonly pages?: Pages
  readonly generator: string
  /** Of the newest content, never the clock: the same input gives the same bytes. */
  readonly lastBuildDate?: Instant
  readonly pubDate?: Instant
}

/** An item: every field final. */
export interface Episode {
  readonly title: string
  readonly itunesTitle: string
  readonly link?: string
  readonly guid: string
  readonly date: Instant
  /** HTML. */
  readonly description: string
  /** HTML. */
  readonly content: string
  readonly summary?: string
  readonly audio: Enclosure
  /** Whole seconds. */
  readonly duration: number
  readonly season?: number
  readonly episode?: number
  readonly episodeType: 'full' | 'trailer' | 'bonus'
  readonly explicit: boolean
  readonly image?: string
  readonly block: boolean
  readonly transcripts: readonly TranscriptLink[]
  /** Where the JSON chapters are served. */
  readonly chaptersUrl?: string
  /** Lists that are there are not empty. */
  readonly chapters?: readonly Chapter[]
  readonly podcastSeason?: { readonly number: number; readonly name?: string }
  readonly podcastEpisode?: { readonly number: number; readonly display?: string }
  readonly soundbites?: readonly Soundbite[]
  /** With the show's hosts: apps take them instead of the show's. */
  readonly persons?: readonly Person[]
  readonly locations?: readonly Location[]
  readonly license?: License
  readonly alternateEnclosures?: readonly AlternateEnclosure[]
  readonly contentLinks?: readonly ContentLink[]
  readonly funding?: readonly Funding[]
  readonly value?: readonly Value[]
  readonly socialInteract?: readonly SocialInteract[]
  readonly txt?: readonly Txt[]
  readonly chat?: Chat
  readonly images?: readonly Image[]
  readonly thumbnail?: Thumbnail
  readonly keywords?: readonly string[]
  readonly comments?: string
  readonly source?: Origin
}

/** A broadcast: what an item may say, as far as it is known before or while it runs. */
export interface LiveItem {
  readonly status: 'pending' | 'live' | 'ended'
  readonly start: Instant
  readonly end?: Instant
  readonly item: Partial<Episode> & Pick<Episode, 'title' | 'guid'>
}

/** An episode, and what links it to the show folder and to the lock. */
export interface Release {
  readonly episode: Episode
  /** Its key in the lock. */
  readonly stem: string
  /** Its Markdown file, inside the show folder. */
  readonly path: string
  readonly fingerprint: string
  /** Where the show's own address has the audio, without tracking prefixes, wherever this build is served: its identity. */
  readonly url: string
  readonly assets: readonly Asset[]
  readonly chapterFile?: ChapterFile
  readonly cueFiles: readonly CueFile[]
  /** @internal Equal while nothing has changed that it was made of; absent when that is not known. */
  readonly key?: string
}

/** What passed the gate. Only `check` makes one, and `render` takes nothing else. */
export interface Podcast {
  readonly show: Show
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly assets: readonly Asset[]
  /** What the lock will say; undefined when this build leaves it alone. */
  readonly lock: Lock | undefined
  /** The show has no address of its own yet: see check/identity.ts. */
  readonly isProvisional: boolean
}

/** A file of the output folder: its bytes, or the file of the show folder that it is. */
export type Artefact =
  | {
      readonly path: string
      readonly mediaType: string
      /** Made when they are asked for. */
      readonly bytes: Uint8Array
      /** @internal Of one that need not be made again while its file stands as it stood. */
      readonly made?: Made
    }
  | { readonly path: string; readonly mediaType: string; readonly source: string }

/** What is known of a file that was made of the same before. */
export interface Made {
  /** Under which the memo has its state. */
  readonly name: readonly [kind: string, path: string, key: string]
  /** Of its file in the output folder, when a build last saw that it holds these bytes: see units/file-state.ts. */
  readonly state: string | undefined
}
