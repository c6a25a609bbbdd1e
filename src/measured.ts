/** What is found in a show folder beside what was written: audio, pictures, chapters and transcripts, as they were measured and read. */

import type { Fix, Place } from './diagnostic.ts'
import type { AudioFacts, Chapter, Cue, ImageFacts, TranscriptType, Validator } from './model.ts'

/** Audio as it was found: on disk, or (when it is not there) as the lock remembers it, or as an episode or a feed that exists states it. */
export interface Audio {
  /** Inside the show folder. */
  readonly path: string
  readonly from: 'disk' | 'lock' | 'web' | 'feed' | 'given'
  /** Where it is served, when that does not follow from its path. */
  readonly url?: string
  readonly facts: Pick<AudioFacts, 'mediaType' | 'duration' | 'bytes'> & Partial<AudioFacts>
  /** Of the sound without the tags around it; stays when a file is tagged anew or renamed. By the method that the lock has of it. */
  readonly fingerprint: string
  /** Of what is served elsewhere. */
  readonly validator?: Validator
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
  readonly textFile?: TextFile
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

/** A file of text beside an episode, as repairs see it. */
export interface TextFile {
  /** Inside the show folder. */
  readonly path: string
  /** As a person opens it. */
  readonly file: string
  /** The whole of it, a byte order mark included; undefined where it cannot be had, or not as it is. */
  readonly text: () => string | undefined
  /** Takes so many hours from each of its times; undefined where that cannot be done without changing more. */
  readonly earlier: (hours: number) => Fix | undefined
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
  readonly textFile?: TextFile
  readonly problems: readonly (TranscriptProblem & { readonly place: Place })[]
}

/** A text of the show folder that becomes a part of the pages. */
export interface ThemeFile {
  /** As a person opens it. */
  readonly file: string
  readonly text: string
}

export interface ThemeFiles {
  /** By the name inside the folder of the theme: `show.liquid`. */
  readonly templates: Readonly<Record<string, ThemeFile>>
  /** Instead of ours. */
  readonly style?: ThemeFile
  /** After it. */
  readonly stylesheet?: ThemeFile
  /** What is copied. `path`: inside the folder of the theme. */
  readonly assets: readonly { readonly source: string; readonly path: string; readonly mediaType: string }[]
}
