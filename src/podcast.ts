/** What passed the gate, and what is made of it: the nouns that `check` hands to `render`, and `render` to `write`. */

import type { Episode, Show } from './fields/index.ts'
import type { ThemeFiles } from './measured.ts'
import type { Chapter, Cue, Instant, Lock } from './model.ts'
import type { Messages } from './vocabulary/page-phrases.ts'
import type { ThemeValues } from './vocabulary/theme-variables.ts'

export type { Episode, Show }

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
  readonly language?: string
  readonly rel?: 'captions'
}

/** The lines of a transcript, for a page. */
export interface PageTranscript {
  /** Absent when it is the show's. */
  readonly language?: string
  /** Read when they are asked for. Empty where the transcript has no times. */
  readonly cues: readonly Cue[]
}

/** What the page of an episode says beside what the feed does. */
export interface EpisodePage {
  /** Inside the output folder: `first-light/`. */
  readonly folder: string
  /** HTML; empty where there is none. */
  readonly overview: string
  /** Of the notes, plain, made when it is asked for: for the search. */
  readonly text: () => string
  /** The same, for a list: of the description, where there is one. */
  readonly teaser: () => string
  /** In order of time, addresses absolute. Empty where they are served elsewhere. */
  readonly chapters: readonly Chapter[]
  readonly transcripts: readonly PageTranscript[]
  /** Shown only because somebody asked to see what is not out yet. */
  readonly held?: 'draft' | 'future'
}

/** The page of an episode that was taken out of the feed on purpose. */
export interface WithdrawnPage {
  readonly folder: string
  readonly title?: string
}

/** What the pages need of a show beside what its feed says. */
export interface Website {
  /** Where the output folder is served, with its final slash. */
  readonly base: string
  /** IANA; without one, UTC. */
  readonly zone: string | undefined
  /** The body of show.md, as HTML. */
  readonly about: string
  /** Whether the show has a description beside that; else it is made of that, and may well show a tag as text. */
  readonly isDescribed: boolean
  /** Where the show is listed; without a name it is seen from the address. */
  readonly listings: readonly { readonly url: string; readonly name?: string }[]
  readonly withdrawn: readonly WithdrawnPage[]
  /** Words that are not ours. */
  readonly messages?: Messages
  readonly look: Look
}

/** How the pages look, beside our own theme. */
export interface Look extends Partial<ThemeFiles> {
  readonly values: ThemeValues
  /** Where a device is set to dark. */
  readonly dark: ThemeValues
  /** Whether scripts of the theme may run. */
  readonly mayRun: boolean
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
  /** Where the show has pages. */
  readonly page?: EpisodePage
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
  /** Where the show has pages. */
  readonly website?: Website
}

/** An episode that is held back until its time. */
export interface Coming {
  /** As messages name it. */
  readonly file: string
  readonly title: string | undefined
  /** When it goes live. */
  readonly instant: Instant
  /** Whether something is still missing without which it cannot be published. */
  readonly isIncomplete: boolean
  /** What that is, where it was found. */
  readonly lacks: readonly { readonly rule: string; readonly message: string }[]
}

/** A file of the output folder: its bytes, or the file of the show folder that it is. */
export type Artefact =
  | {
      readonly path: string
      readonly mediaType: string
      /** Made when they are asked for; of a page each time, unless pages are kept: thousands would be a burden. */
      readonly bytes: Uint8Array
      /** Of the bytes, where they have been made and are not kept. */
      readonly digest?: string | undefined
      /** A text that no file at this path is without that a build has written: who has another there has written it. */
      readonly mark?: string
      /** A digest of all that its bytes follow from: where it is the same, they are. */
      readonly made?: string
    }
  | { readonly path: string; readonly mediaType: string; readonly source: string }
