/** The files of a show that stand in its folder, by the names that they have there: then front matter need not say where they are. */

import { audioEndings, imageEndings } from '../names.ts'

export interface Local {
  readonly audio: boolean
  readonly image: boolean
  readonly chapters: boolean
  readonly transcripts: boolean
}

export const nothingLocal: Local = { audio: false, image: false, chapters: false, transcripts: false }

/** Of the show's own artwork. */
export const coverStem = 'cover'

/** `001-talk.chapters.json` */
export const chaptersPath = (stem: string): string => `${stem}.chapters.json`

export const transcriptEndings: Readonly<Record<string, string>> = {
  'text/vtt': 'vtt',
  'application/srt': 'srt',
  'application/x-subrip': 'srt',
  'application/json': 'json',
  'text/html': 'html',
  'text/plain': 'txt',
}

/** The path of a file of one of these endings, if it is there. */
const withEnding = (
  files: ReadonlySet<string>,
  stem: string,
  endings: readonly string[],
): string | undefined => endings.map(ending => `${stem}.${ending}`).find(path => files.has(path))

export const localAudio = (files: ReadonlySet<string>, stem: string): string | undefined =>
  withEnding(files, stem, audioEndings)

export const localImage = (files: ReadonlySet<string>, stem: string): string | undefined =>
  withEnding(files, stem, imageEndings)

const TRANSCRIPT = /^(.+?)(?:\.[a-z]{2,3}(?:-[a-z\d]{2,8})*)?\.(?:vtt|srt|json|html|txt)$/i

/** Of `001-talk.vtt` and `001-talk.de.vtt`; undefined for what is no transcript. */
export const transcriptStem = (path: string): string | undefined =>
  /\.chapters\.\w+$/i.test(path) ? undefined : TRANSCRIPT.exec(path)?.[1]
