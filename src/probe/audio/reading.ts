/** What comes out of reading an audio file. */

import type { AudioFacts, Chapter, Container } from '../../model.ts'

/** What a file holds that is no audio. `tag-only`: tags, and nothing that they describe. */
export type LooksLike =
  | 'empty'
  | 'git-lfs-pointer'
  | 'html'
  | 'json'
  | 'text'
  | 'tag-only'
  | 'image'
  | 'pdf'
  | 'zip'
  /** A list of addresses for a player, such as of HLS. */
  | 'playlist'
  /** Sound in a format that no podcast app plays. */
  | 'caf'
  | 'amr'
  | 'ac3'
  | 'dts'
  | 'mpeg-ts'
  | 'mpeg-ps'
  | 'au'
  | 'midi'
  | 'real'
  | 'tta'
  | 'flv'
  | 'unknown'

/** Why a container that is audio has no length. */
export type NoDuration =
  /** MP4 without `moov`: the upload broke off, or the recorder never finished the file. */
  | 'no-index'
  /** MP4 whose index names places where no media is, so that nothing plays. `index-shifted`: because a tag was put in front of it. */
  | 'index-astray'
  | 'index-shifted'
  /** Encrypted: only the player of whoever sold it can play it. */
  | 'protected'
  /** The container is sound, and no audio is in it. */
  | 'no-audio'
  /** A header without samples behind it. */
  | 'no-samples'
  /** The container does not say, and its codec is none that we can count. */
  | 'not-stated'

/** What a file is by its bytes: a recording with its facts, something else, or one whose length nothing in it tells. */
export type AudioReading =
  | { readonly kind: 'audio'; readonly facts: AudioFacts }
  | { readonly kind: 'not-audio'; readonly looksLike: LooksLike }
  | { readonly kind: 'no-duration'; readonly container: Container; readonly why: NoDuration }

/** The end of the last block, found because the header does not say it or cannot be right. */
export interface LastBlock {
  /** Seconds. */
  readonly end: number
  /** Bytes that the file lacks by its own account; 0: the recorder left the size open. */
  readonly missing: number
}

/** A container that is left to music-metadata. `container` is what the magic bytes say. */
export interface AskMusicMetadata {
  readonly kind: 'ask-music-metadata'
  readonly container: 'matroska' | 'other'
  /** Matroska that was cut off, or whose header states no length. */
  readonly lastBlock?: LastBlock
  readonly chapters?: readonly Chapter[]
  readonly name: 'matroska' | 'asf' | 'ape' | 'wavpack' | 'musepack' | 'dsf' | 'dsdiff'
}

export const audio = (facts: AudioFacts): AudioReading => ({ kind: 'audio', facts })
export const notAudio = (looksLike: LooksLike): AudioReading => ({ kind: 'not-audio', looksLike })
export const noDuration = (container: Container, why: NoDuration): AudioReading => ({
  kind: 'no-duration',
  container,
  why,
})
