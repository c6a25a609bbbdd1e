/** What stands in the show folder, as it was written and as it was measured. The raw side of the gate; see model.ts for the other. */

import type { Fix, Place } from './diagnostic.ts'
import type {
  AudioFacts,
  Chapter,
  Cue,
  Episode,
  ImageFacts,
  Lock,
  Show,
  TranscriptType,
  Validator,
} from './model.ts'
import type { EpisodeMeta, ShowMeta } from './schema/index.ts'
import type { Written } from './schema/value.ts'

/** A Markdown file with front matter. `meta` holds only the fields that were valid: the others have been reported. */
export interface Entry<Meta> {
  /** As a person opens it, e.g. `episodes/001.md`. */
  readonly file: string
  /** Inside the show folder, with forward slashes, e.g. `season-1/001.md`. */
  readonly path: string
  /** The path without its ending: what the audio, the transcripts and the artwork share. */
  readonly stem: string
  readonly meta: Partial<Meta>
  /** Of the whole file: the same text has the same. Undefined for what was never read from a file. */
  readonly digest?: string
  /** Every key as it was written, valid or not. */
  readonly raw: Readonly<Record<string, Written>>
  /** Fields that keys were meant for that nobody knows: that they are missing has been reported with the keys. */
  readonly meant: readonly string[]
  /** False when there is no such file, or none that can be read: that has been reported, and nothing else is to be said of it. */
  readonly isRead: boolean
  /** Whether a character of the file may be damaged or forbidden: only then need its text be looked at. */
  readonly hasOddCharacters: boolean
  /** Whether a line may begin with a time, as chapters do. */
  readonly mayHoldTimes: boolean
  /** Markdown. */
  readonly body: string
  /** Undefined where there is none, or nothing that a reader of the page would miss. */
  readonly pageCode?: PageCode
  /** The whole file, a byte order mark included. */
  readonly text: string
  /** Where a field stands; for one that was not written, the front matter's first line. */
  readonly at: (path?: string | readonly (string | number)[], part?: 'key' | 'value') => Place
  /** Where `length` UTF-16 units from `offset` of `body` stand. */
  readonly atBody: (offset: number, length?: number) => Place
  /** Repairs of the front matter that touch nothing else in the file. */
  readonly fix: {
    readonly replace: (
      path: string | readonly (string | number)[],
      value: string | boolean,
    ) => Fix | undefined
    readonly rename: (path: string | readonly (string | number)[], key: string) => Fix | undefined
    readonly remove: (path: string | readonly (string | number)[]) => Fix | undefined
    readonly insert: (key: string, value: string) => Fix | undefined
  }
}

/** What of an `.mdx` file belongs to the program of a web page, and is no part of its body. */
export interface PageCode {
  /** `import`, `export`, `<Player>`, `{…}`, each once. */
  readonly kinds: readonly string[]
  /** Of the first. */
  readonly place: Place
}

export interface Manuscript {
  /** The show folder as a person wrote it, e.g. `episodes`. */
  readonly folder: string
  readonly show: Entry<ShowMeta>
  readonly episodes: readonly Entry<EpisodeMeta>[]
  readonly lock: Lock | undefined
  /** Every file of the folder, relative to it, with forward slashes. Names that begin with `_` or `.` are not among them. */
  readonly files: ReadonlySet<string>
  /** The first paths that are not read because their names begin with `_`. */
  readonly ignored?: readonly string[]
  /** Files that links of the folder lead to: whoever names the link has them. */
  readonly linked?: ReadonlySet<string>
  /** What is there and cannot be read: reported already. */
  readonly unreadable: ReadonlySet<string>
  /** Links that are never followed, because they lead out of the folder or to what is never read: why. */
  readonly outside: ReadonlyMap<string, string>
}

/** Audio as it was found: on disk, or (when it is not there) as the lock remembers it, or as a feed that exists states it. */
export interface Audio {
  /** Inside the show folder. */
  readonly path: string
  readonly from: 'disk' | 'lock' | 'web' | 'feed'
  /** Where it is served, when that does not follow from its path. */
  readonly url?: string
  readonly facts: Pick<AudioFacts, 'mediaType' | 'duration' | 'bytes'> & Partial<AudioFacts>
  /** Of the audio frames without the tags around them; stays when a file is re-tagged or renamed. */
  readonly fingerprint: string
  /** Of what is served elsewhere. */
  readonly validator?: Validator
  /** Equal while the facts and the fingerprint are; of what was measured on disk. */
  readonly digest?: string
  /** Of all of its sound; only where another recording on disk has the same fingerprint. */
  readonly whole?: string
}

export interface Picture {
  /** Inside the show folder. */
  readonly path: string
  readonly facts: ImageFacts
  /** Of the whole file. */
  readonly digest: string
}

/** Where an episode's chapters may stand, in order of precedence. */
export type ChapterSource = 'front matter' | 'file' | 'audio' | 'notes'

export interface ChapterList {
  readonly source: ChapterSource
  /** The whole of it. */
  readonly place: Place
  /** Of a file: inside the show folder. */
  readonly path?: string
  /** Of a file: equal while its content is. */
  readonly digest?: string
  /** Of a file, from its content. */
  readonly format?: 'json' | 'psc' | 'webvtt' | 'audacity' | 'csv' | 'timestamps'
  /** JSON chapters that are served elsewhere: linked, not read. */
  readonly url?: string
  /** In the order that they were written in. */
  readonly chapters: readonly Chapter[]
  /** Where a chapter stands, from 0, or a field of it. */
  readonly at: (index: number, field?: keyof Chapter) => Place
  /** What was found in reading; the order of the chapters and their values are judged apart. */
  readonly problems: readonly (ChapterProblem & { readonly place: Place })[]
  /** The files of the show folder that its chapters name as pictures, by what was written. */
  readonly pictures: ReadonlyMap<string, Picture>
}

export type ChapterProblemKind =
  /** A byte that is none of UTF-8. */
  | 'encoding'
  /** Nothing in it. */
  | 'empty'
  /** Not read, or not further: see limits.ts. */
  | 'too-large'
  /** `value`: what should have stood there, as in json.ts. */
  | 'invalid-json'
  /** `value`: what the XML parser says. */
  | 'not-well-formed'
  /** The document, or a chapter of it, is no JSON object (in front matter: neither text nor a map). */
  | 'not-an-object'
  | 'missing-version'
  /** `value`: the version that stands there. */
  | 'wrong-version'
  /** No list of chapters, or an empty one. */
  | 'no-chapters'
  /** `value`: the namespace of the element. */
  | 'wrong-namespace'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  /** A time in quotes where JSON wants a number. */
  | 'number-as-text'
  /** `value`: what stands in place of a time. */
  | 'bad-time'
  | 'missing-title'
  /** A line that is no chapter. `value`: its beginning. */
  | 'bad-line'
  /** Timestamps that look like a list of chapters, but begin later. `value`: the first time, in seconds. */
  | 'first-not-zero'
  | 'not-ascending'
  /** Two chapters that are shown begin together. */
  | 'same-start'
  | 'end-before-start'

export interface ChapterProblem {
  readonly kind: ChapterProblemKind
  /** From 1; of front matter only the index is known. */
  readonly line?: number
  readonly column?: number
  /** Of the chapter as written, from 0. */
  readonly index?: number
  readonly key?: string
  readonly value?: string
}

export type TranscriptProblemKind =
  /** `value`: `utf-16`, or `not-utf-8`, where the first damaged byte is. */
  | 'encoding'
  /** Nothing in it. */
  | 'empty'
  /** Not read. `value`: of what there is too much, `characters`, `lines`, `cues` or `values`. */
  | 'too-large'
  /** `value`: the type that the file's name promises. */
  | 'name-disagrees'
  // WebVTT and SRT
  /** The first line is not `WEBVTT`. `value`: what it is. */
  | 'no-header'
  /** A line with an arrow that is no timing line. `value`: the line. */
  | 'bad-timing'
  /** A comma before the milliseconds in WebVTT. `value`: the line. */
  | 'comma-in-time'
  /** A full stop before the milliseconds in SRT. `value`: the line. */
  | 'dot-in-time'
  | 'start-not-before-end'
  /** A cue starts before the one above it. */
  | 'not-ascending'
  | 'empty-cue'
  | 'missing-number'
  /** `value`: the number that stands there. */
  | 'number-out-of-order'
  | 'blank-line-in-cue'
  /** Text that belongs to no cue. `value`: its beginning. */
  | 'stray-text'
  // JSON
  /** `value`: what should have stood there, as in json.ts. */
  | 'invalid-json'
  | 'not-an-object'
  | 'missing-version'
  /** `value`: the version that stands there. */
  | 'wrong-version'
  | 'no-segments'
  /** `value`: the key. */
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  /** A time in quotes. `value`: the key. */
  | 'number-as-text'
  // HTML
  /** `value`: the name of the tag; reported once for each name. */
  | 'disallowed-tag'
  | 'unclosed-tag'
  /** `value`: what stands in place of a time. */
  | 'bad-time'

export interface TranscriptProblem {
  readonly kind: TranscriptProblemKind
  /** From 1. */
  readonly line: number
  /** From 1, where the format makes it worth telling. */
  readonly column?: number
  readonly value?: string
}

/** A file of the show folder that a field names, beside an episode's own audio and artwork. */
export type NamedFile =
  | (Picture & { readonly kind: 'picture' })
  | {
      readonly kind: 'media'
      /** Inside the show folder. */
      readonly path: string
      readonly from: 'disk' | 'lock'
      readonly facts: Pick<AudioFacts, 'mediaType' | 'bytes' | 'bitrate'>
      /** RFC 6381, where it is known. */
      readonly codecs?: string
      /** Of the whole file: `sha384-…`. */
      readonly integrity: string
    }

export interface TranscriptFile {
  /** Inside the show folder; undefined when it is served elsewhere. */
  readonly path?: string
  /** That path as a person opens it. */
  readonly file?: string
  /** Of one that is served elsewhere. */
  readonly url?: string
  /** From the content; of one that is served elsewhere, as written or from its name, and undefined when neither tells. */
  readonly type: TranscriptType | undefined
  /** As the front matter has it. */
  readonly writtenType?: TranscriptType
  /** BCP 47, as written, or from the file name (`001.de.vtt`). */
  readonly language?: string
  readonly rel?: 'captions'
  readonly place: Place
  /** Where the front matter says something of it; else the file. */
  readonly at: (field: 'type' | 'language' | 'rel') => Place
  /** In the order of the file; empty when it has no times, or was not read. They are read when they are asked for. */
  readonly cues: readonly Cue[]
  /** Of a file: equal while its content is. */
  readonly digest?: string
  readonly problems: readonly (TranscriptProblem & { readonly place: Place })[]
}

export interface Recording {
  readonly entry: Entry<EpisodeMeta>
  readonly audio: Audio | undefined
  readonly picture: Picture | undefined
  readonly transcripts: readonly TranscriptFile[]
  /** In order of precedence: the first is the episode's. */
  readonly chapters: readonly ChapterList[]
  /** By the name as it was written; undefined when no field names a file. */
  readonly named?: ReadonlyMap<string, NamedFile> | undefined
}

export interface Project {
  readonly manuscript: Manuscript
  readonly picture: Picture | undefined
  /** What show.md names, as of a recording. */
  readonly named?: ReadonlyMap<string, NamedFile> | undefined
  readonly recordings: readonly Recording[]
  /** Whether another run with the same options would ask the web, though the lock knew everything. */
  readonly asksAgain?: boolean
}

/** A feed that exists, as if it had been written and measured: places point into the feed. */
export interface Publication {
  readonly project: Project
  /** As read; what the feed does not say has a placeholder, and has been reported. */
  readonly show: Show
  /** For each recording what it became; undefined where a part is missing that every episode needs. */
  readonly episodes: readonly (Episode | undefined)[]
}
