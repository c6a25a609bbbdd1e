/** The parts that every container's reader shares. */

import type { AudioTags, Chapter, Disagreement } from '../../model.ts'

/** What stands before and around the audio: tags, and what they say. */
export interface Surroundings {
  readonly tags: AudioTags
  readonly chapters: readonly Chapter[]
}

export const NOTHING: Surroundings = { tags: {}, chapters: [] }

/** Field by field, the first that says something wins. */
export const mergeTags = (...all: readonly AudioTags[]): AudioTags => Object.assign({}, ...all.toReversed())

/** Chapters of the first that has any. */
export const firstChapters = (...all: readonly (readonly Chapter[])[]): readonly Chapter[] =>
  all.find(chapters => chapters.length > 0) ?? []

/** Bits per second, whole. */
export const meanBitrate = (bytes: number, duration: number): number =>
  duration > 0 ? Math.round((bytes * 8) / duration) : 0

/** Bytes between the tags and the first frame. */
export const leadingGarbage = (expected: number, found: number): readonly Disagreement[] =>
  found > expected ? [{ kind: 'leading-garbage', bytes: found - expected, offset: expected }] : []

/** Fields of a fixed length are filled up with zeros. */
export const untilZero = (text: string): string => text.split('\0', 1)[0]!.trim()

/** Another file stands behind the one that is played. */
export const joined = (offset: number | undefined, found: number): readonly Disagreement[] =>
  offset === undefined ? [] : [{ kind: 'joined', found, offset }]
