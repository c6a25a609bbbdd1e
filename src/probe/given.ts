/** What an episode states of its audio, for shows that say to take it: nothing is fetched then. */

import { basename } from 'node:path/posix'
import type { WrittenEpisode } from '../fields/index.ts'
import type { Audio } from '../measured.ts'
import { endingOf } from '../names.ts'
import type { Entry, Manuscript } from '../project.ts'

/** By the ending of an address, where nothing is said of the type. */
const types: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
}

/** Undefined where the show takes nothing as given, or where bytes, duration or type are missing: then it is measured. */
export const givenAudio = (
  { takesGiven }: Pick<Manuscript, 'takesGiven'>,
  { meta }: Entry<WrittenEpisode>,
  url: string,
): Audio | undefined => {
  const { audio, duration } = meta
  if (!takesGiven || !audio?.length || !duration) return undefined
  const path = basename(new URL(url).pathname)
  const mediaType = audio.type ?? usualType(url)
  if (mediaType === undefined) return undefined
  return { path, from: 'given', url, facts: { mediaType, duration, bytes: audio.length }, fingerprint: '' }
}

/** What the ending of an address stands for; undefined where that is not known. */
export const usualType = (url: string): string | undefined => types[endingOf(new URL(url).pathname)]
