/**
 * A recording that is not on disk, as in a CI without them: what it was when it was published.
 *
 * Size, length and type are the lock's to say. Where it is served is not: that follows from the show, as if the recording were
 * there. A lock is a long file that few people read, and one in a pull request could send every listener to another host.
 */

import type { Audio } from '../measured.ts'
import type { LockedEpisode, Validator } from '../model.ts'
import type { Entry, Manuscript } from '../project.ts'
import { foldedName, nameOf, unescaped } from '../units/file-name.ts'
import { fileUrl, pathBelow } from '../units/url.ts'

/** One whose length is known, so that it can do without its recording. */
export type MeasuredEpisode = LockedEpisode & { readonly duration: number }

export const isMeasured = (locked: LockedEpisode): locked is MeasuredEpisode => locked.duration !== undefined

/** Only that: a lock holds more. */
export const validatorOf = ({ etag, lastModified }: LockedEpisode): Validator => ({
  ...(etag === undefined ? {} : { etag }),
  ...(lastModified === undefined ? {} : { lastModified }),
})

/** Of a recording that is served elsewhere, which front matter names by this very address. */
export const lockedWebAudio = (locked: LockedEpisode): Audio =>
  audioAt(locked, nameOf(new URL(locked.url).pathname), locked.url)

/**
 * Of one that belongs in the show folder. Undefined when the lock knows one of another name at another place, which is none of
 * this episode's.
 */
export const lockedAudio = (
  locked: MeasuredEpisode,
  { stem }: Pick<Entry<never>, 'stem'>,
  { meta: { audioBaseUrl, baseUrl } }: Manuscript['show'],
): Audio | undefined => {
  const base = audioBaseUrl ?? baseUrl
  if (base === undefined) return lockedWebAudio(locked)
  const below = pathBelow(base, locked.url)
  if (below !== undefined) return audioAt(locked, below, locked.url)
  const path = pathOf(stem, nameIn(locked.url))
  const url = path === undefined ? undefined : fileUrl(base, path)
  return path === undefined || url === undefined ? undefined : audioAt(locked, path, url)
}

/** Of one that front matter names. */
export const lockedNamedAudio = (
  locked: MeasuredEpisode,
  path: string,
  { meta: { audioBaseUrl, baseUrl } }: Manuscript['show'],
): Audio | undefined => {
  if (foldedName(nameOf(path)) !== foldedName(nameIn(locked.url))) return undefined
  const base = audioBaseUrl ?? baseUrl
  return base === undefined
    ? lockedWebAudio(locked)
    : audioAt(locked, path, fileUrl(base, path) ?? locked.url)
}

/** The ending is what only the lock knows of `season-1/001.mp3`. */
const pathOf = (stem: string, name: string): string | undefined => {
  const dot = name.lastIndexOf('.')
  return dot > 0 && foldedName(name.slice(0, dot)) === foldedName(nameOf(stem))
    ? stem + name.slice(dot)
    : undefined
}

const audioAt = (locked: LockedEpisode, path: string, url: string): Audio => {
  // Of an unknown length it is not known where it ends.
  const { bytes, type, duration = Number.POSITIVE_INFINITY, fingerprint, chapters } = locked
  return {
    path,
    from: 'lock',
    url,
    facts: { mediaType: type, duration, bytes, ...(chapters === undefined ? {} : { chapters }) },
    fingerprint: fingerprint ?? '',
    validator: validatorOf(locked),
  }
}

const nameIn = (url: string): string => unescaped(nameOf(new URL(url).pathname))
