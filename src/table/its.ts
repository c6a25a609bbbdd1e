/** What a field is told when it is resolved: plain data, the same in a show folder and in a feed, but for `folder`. */

import type { Audio, ChapterList, NamedFile, Picture, TranscriptFile } from '../measured.ts'
import type { Instant } from '../model.ts'
import type { DateReading } from '../units/instant.ts'
import type { AnyField, Owner } from './field.ts'

/** The fields of one owner, as other fields see them. */
export interface Others {
  /** How a field was written. */
  readonly written: <W>(field: AnyField<unknown, W>) => W | undefined
  /** What it came to. */
  readonly resolved: <M>(field: AnyField<M>) => M | undefined
}

export interface Its extends Others {
  readonly owner: Owner
  /** Undefined for the show itself. */
  readonly show: Others | undefined
  readonly files: Files
  readonly dates: DateReading
  /** Markdown as HTML; in a feed, which holds HTML, the text itself. */
  readonly html: (text: string) => string
  /** In order of precedence: the first counts. */
  readonly chapters: readonly ChapterList[]
  readonly transcripts: readonly LinkedTranscript[]
  /** What only a show folder has: nothing that a feed says depends on it. */
  readonly folder: Folder | undefined
}

export type LinkedTranscript = Pick<TranscriptFile, 'path' | 'url' | 'type' | 'language' | 'rel'>

export interface Files {
  readonly find: (written: string) => NamedFile | undefined
  /** The address that a name in front matter means. Undefined for a file that is not there: that has been reported. */
  readonly pictureUrl: (written: string) => string | undefined
  readonly mediaUrl: (written: string) => string | undefined
}

export interface Folder {
  /** The name and version of this program. */
  readonly generator: string
  /** Where the output folder is served, with its final slash. */
  readonly base: string
  /** What an episode's files are called after. */
  readonly stem: string
  readonly audio: Audio | undefined
  /** The address of the audio, without prefixes. */
  readonly audioUrl: string | undefined
  readonly picture: Picture | undefined
  /** Of the lock, or a new one. */
  readonly guid: string | undefined
  /** The lock says that the guid was published as the address of a page. */
  readonly isPermalink?: boolean
  /** The address of the page that the build makes of it. */
  readonly page: string | undefined
  /** What the body of show.md says, as plain text. */
  readonly about: string
  /** What the body of the episode's file says, as HTML. */
  readonly notes: string
  /** The date of the newest episode that is in the feed. */
  readonly newest: () => Instant | undefined
  /** The episodes that are trailers, as far as they are in the feed. */
  readonly trailers: () => readonly {
    readonly title: string
    readonly url: string
    readonly date: Instant
    readonly length: number
    readonly type: string
    readonly season?: number
  }[]
}

/** The address of nothing: keeps the rules running where one is missing, which has been reported. */
export const nowhere = 'https://missing.invalid/'
