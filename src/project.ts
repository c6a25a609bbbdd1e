/** What stands in the show folder, as it was written and as it was measured. The raw side of the gate; see model.ts for the other. */

import type { Fix, Place } from './diagnostic.ts'
import type { AudioFacts, Chapter, ImageFacts, Lock } from './model.ts'
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
  /** False when there is no such file, or none that can be read: that has been reported, and nothing else is to be said of it. */
  readonly isRead: boolean
  /** Whether a character of the file may be damaged or forbidden: only then need its text be looked at. */
  readonly hasOddCharacters: boolean
  /** Markdown. */
  readonly body: string
  /** The whole file, a byte order mark included. */
  readonly text: string
  /** Where a field stands; for one that was not written, the front matter's first line. */
  readonly at: (path?: string | readonly (string | number)[], part?: 'key' | 'value') => Place
  /** Where `length` UTF-16 units from `offset` of `body` stand. */
  readonly atBody: (offset: number, length?: number) => Place
  /** Repairs of the front matter that touch nothing else in the file. */
  readonly fix: {
    readonly replace: (path: string | readonly (string | number)[], value: string) => Fix | undefined
    readonly rename: (path: string | readonly (string | number)[], key: string) => Fix | undefined
    readonly remove: (path: string | readonly (string | number)[]) => Fix | undefined
    readonly insert: (key: string, value: string) => Fix | undefined
  }
}

export interface Manuscript {
  /** The show folder as a person wrote it, e.g. `episodes`. */
  readonly folder: string
  readonly show: Entry<ShowMeta>
  readonly episodes: readonly Entry<EpisodeMeta>[]
  readonly lock: Lock | undefined
  /** Every file of the folder, relative to it, with forward slashes. Names that begin with `_` or `.` are not among them. */
  readonly files: ReadonlySet<string>
  /** What is there and cannot be read: reported already. */
  readonly unreadable: ReadonlySet<string>
  /** Links that lead out of the folder: never followed. */
  readonly outside: ReadonlySet<string>
}

/** Audio as it was found: on disk, or (when it is not there) as the lock remembers it. */
export interface Audio {
  /** Inside the show folder. */
  readonly path: string
  readonly from: 'disk' | 'lock' | 'web'
  /** Where it is served, when that does not follow from its path. */
  readonly url?: string
  readonly facts: Pick<AudioFacts, 'mediaType' | 'duration' | 'bytes'> & Partial<AudioFacts>
  /** Of the audio frames without the tags around them; stays when a file is re-tagged or renamed. */
  readonly fingerprint: string
}

export interface Picture {
  /** Inside the show folder. */
  readonly path: string
  readonly facts: ImageFacts
}

/** A file of the show folder that a field names, beside an episode's own audio and artwork. */
export type NamedFile =
  | (Picture & { readonly kind: 'picture' })
  | {
      readonly kind: 'media'
      /** Inside the show folder. */
      readonly path: string
      readonly facts: AudioFacts
      /** RFC 6381, where it is known. */
      readonly codecs?: string
      /** Of the whole file: `sha384-…`. */
      readonly integrity: string
    }

export interface TranscriptFile {
  /** Inside the show folder. */
  readonly path: string
  readonly type: string
  /** BCP 47, from the file name (`001.de.vtt`). */
  readonly language?: string
  readonly bytes: number
}

export interface Recording {
  readonly entry: Entry<EpisodeMeta>
  readonly audio: Audio | undefined
  readonly picture: Picture | undefined
  readonly transcripts: readonly TranscriptFile[]
  readonly chapters?: readonly Chapter[]
  /** By the name as it was written; undefined when no field names a file. */
  readonly named?: ReadonlyMap<string, NamedFile> | undefined
}

export interface Project {
  readonly manuscript: Manuscript
  readonly picture: Picture | undefined
  /** What show.md names, as of a recording. */
  readonly named?: ReadonlyMap<string, NamedFile> | undefined
  readonly recordings: readonly Recording[]
}
