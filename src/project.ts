/** What stands in the show folder, as it was written and as it was measured. The raw side of the gate; see podcast.ts for the other. */

import type { Fix, Place } from './diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from './fields/index.ts'
import type { Audio, ChapterList, NamedFile, Picture, ThemeFiles, TranscriptFile } from './measured.ts'
import type { Lock } from './model.ts'
import type { Episode, Show } from './podcast.ts'
import type { Written } from './schema/value.ts'
import type { Medium } from './table/medium.ts'

/** A Markdown file with front matter. `meta` holds only the fields that were valid: the others have been reported. */
export interface Entry<Meta> {
  /** As a person opens it, e.g. `episodes/001.md`. */
  readonly file: string
  /** Inside the show folder, with forward slashes, e.g. `season-1/001.md`. */
  readonly path: string
  /** The path without its ending: what the audio, the transcripts and the artwork share. */
  readonly stem: string
  readonly meta: Partial<Meta>
  /** Every key as it was written, valid or not. */
  readonly raw: Readonly<Record<string, Written>>
  /** Fields that keys were meant for that nobody knows: that they are missing has been reported with the keys. */
  readonly meant: readonly string[]
  /** False when there is no such file, or none that can be read: that has been reported, and nothing else is to be said of it. */
  readonly isRead: boolean
  /** `show` for the show itself, whatever its file is called. */
  readonly owner?: 'show'
  /** Whether a character of the file may be damaged or forbidden: only then need its text be looked at. */
  readonly hasOddCharacters: boolean
  /** Whether a line may begin with a time, as chapters do. */
  readonly mayHoldTimes: boolean
  /** Markdown; or HTML, where `site` says so. */
  readonly body: string
  /** Of the page of a site: how its notes are read. */
  readonly site?: SitePage
  /** Undefined where there is none, or nothing that a reader of the page would miss. */
  readonly pageCode?: PageCode
  /** The whole file, a byte order mark included. */
  readonly text: string
  /** How its fields are called where it was written. */
  readonly words: Medium
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

/** How the notes of a page are read that a site generator makes. */
export interface SitePage {
  /** What relative links are meant from, with its final slash. Default: where the feed is served. */
  readonly base?: string
  /** What pictures with a leading slash are meant from, with its final slash. */
  readonly pictures?: string
  readonly isHtml?: true
  /** Elements and marks that were left out: what the rendered notes depend on, beside the file. */
  readonly without: readonly string[]
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
  readonly show: Entry<WrittenShow>
  readonly episodes: readonly Entry<WrittenEpisode>[]
  readonly lock: Lock | undefined
  /** Every file of the folder, relative to it, with forward slashes. Names that begin with `_` or `.` are not among them. */
  readonly files: ReadonlySet<string>
  /** Show and site are one repository, in which much else stands that belongs to no episode. */
  readonly isSite?: true
  /** Of a site: how many files `content` means, episodes or not. */
  readonly contentFiles?: number
  /** Bytes, duration and type of audio that is served elsewhere are taken as the episodes state them. */
  readonly takesGiven?: true
  /** The first paths that are not read because their names begin with `_`. */
  readonly ignored?: readonly string[]
  /** Files that links of the folder lead to: whoever names the link has them. */
  readonly linked?: ReadonlySet<string>
  /** What is there and cannot be read: reported already. */
  readonly unreadable: ReadonlySet<string>
  /** Links that are never followed, because they lead out of the folder or to what is never read: why. */
  readonly outside: ReadonlyMap<string, string>
}

export interface Recording {
  readonly entry: Entry<WrittenEpisode>
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
  /** Where the show has pages, and a theme that names files. */
  readonly theme?: ThemeFiles
  /** Whether any host was asked: a lock that is written spares the next run that. */
  readonly hasAsked?: boolean
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
