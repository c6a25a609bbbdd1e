/** What a file is that should have been audio or a picture, and what to do about it. */

import type { AudioReading } from './audio/index.ts'
import type { ImageReading } from './image/index.ts'

export interface Words {
  /** Goes on after the file's name: `is empty`. */
  readonly is: string
  readonly help: string
}

export const notAudio = (reading: Exclude<AudioReading, { kind: 'audio' }>): Words =>
  reading.kind === 'not-audio' ? AUDIO[reading.looksLike] : NO_DURATION[reading.why]

export const notPicture = (reading: Exclude<ImageReading, { kind: 'image' }>): Words =>
  reading.kind === 'not-image'
    ? PICTURE[reading.looksLike]
    : {
        is: `begins like a picture (${reading.format}) and breaks off, or is damaged`,
        help: 'Export it again, or copy the complete file again.',
      }

type NotAudio = Extract<AudioReading, { kind: 'not-audio' }>['looksLike']
type NotPicture = Extract<ImageReading, { kind: 'not-image' }>['looksLike']
type Why = Extract<AudioReading, { kind: 'no-duration' }>['why']

const LFS = 'Run `git lfs pull` to download the file; in CI, check out with `lfs: true`.'
const WEB_PAGE =
  'Download it again: the server sent a web page, such as an error or a login, instead of the file.'
const AUDIO_AGAIN = 'Export the audio again, as MP3 or M4A.'
const PICTURE_AGAIN = 'Export it again as a JPEG or PNG of 3000 × 3000 pixels.'

const other = (format: string): Words => ({
  is: `is ${format}, which podcast apps do not play`,
  help: 'Convert it to MP3 or M4A, such as with `ffmpeg`, and put that in its place.',
})

const AUDIO: Readonly<Record<NotAudio, Words>> = {
  empty: { is: 'is empty, so there is nothing to play', help: AUDIO_AGAIN },
  'git-lfs-pointer': {
    is: 'is only a Git LFS pointer, a note of where the audio is stored, so there is nothing to play',
    help: LFS,
  },
  html: { is: 'is a web page and not audio, so there is nothing to play', help: WEB_PAGE },
  json: { is: 'is JSON and not audio, so there is nothing to play', help: WEB_PAGE },
  text: {
    is: 'is text and not audio, so there is nothing to play',
    help: 'Put the real audio file in its place.',
  },
  'tag-only': { is: 'holds a tag and no sound, so there is nothing to play', help: AUDIO_AGAIN },
  image: {
    is: 'is a picture and not audio, so there is nothing to play',
    help: 'Put the audio file in its place.',
  },
  pdf: {
    is: 'is a PDF and not audio, so there is nothing to play',
    help: 'Put the audio file in its place.',
  },
  zip: {
    is: 'is a ZIP archive, which no podcast app opens',
    help: 'Unpack it, and put the audio file in its place.',
  },
  playlist: {
    is: 'is a playlist (M3U), which holds addresses and no sound, so there is nothing to play',
    help: 'Put the recording itself in its place; a stream can be named in `alternateEnclosures`.',
  },
  caf: other('Core Audio (CAF)'),
  amr: other('AMR, the format of voice messages'),
  ac3: other('Dolby AC-3'),
  dts: other('DTS'),
  'mpeg-ts': other('an MPEG transport stream, a piece of a live stream or of HLS'),
  'mpeg-ps': other('an MPEG program stream, as on a DVD'),
  au: other('Sun audio (AU)'),
  midi: other('MIDI, which holds notes and no sound'),
  real: other('RealAudio'),
  tta: other('True Audio (TTA)'),
  flv: other('Flash video'),
  unknown: { is: 'holds nothing that a podcast app can play', help: AUDIO_AGAIN },
}

const NO_DURATION: Readonly<Record<Why, Words>> = {
  'no-index': {
    is: 'is unfinished: its table of contents (`moov`) is missing, so no player can open it',
    help: 'Export it again, or copy the complete file again.',
  },
  protected: {
    is: 'is copy-protected (encrypted), so no podcast app can play it',
    help: 'Use a recording of your own without protection, exported as MP3 or M4A.',
  },
  'index-astray': {
    is: 'cannot be played: its index points to places outside of the sound, as when a program has changed the file without it',
    help: 'Export it again, or copy it again from where it plays.',
  },
  'index-shifted': {
    is: 'cannot be played: a tag as MP3 has it (ID3) was put in front of it, and its index still counts without that tag',
    help: 'Take the tag off, such as with `mid3v2 --delete-all`, or export it again; then tag it with a program that knows M4A.',
  },
  'no-audio': { is: 'holds no sound, so there is nothing to play', help: AUDIO_AGAIN },
  'no-samples': { is: 'has a header, and no sound behind it', help: AUDIO_AGAIN },
  'not-stated': {
    is: 'does not say how long it is, and its format is not one whose sound can be measured',
    help: 'Convert it to MP3 or M4A.',
  },
}

const PICTURE: Readonly<Record<NotPicture, Words>> = {
  empty: { is: 'is empty, so apps would show no picture', help: PICTURE_AGAIN },
  'git-lfs-pointer': {
    is: 'is only a Git LFS pointer, a note of where the picture is stored, so apps would show no picture',
    help: LFS,
  },
  html: { is: 'is a web page and not a picture, so apps would show nothing', help: WEB_PAGE },
  text: {
    is: 'is text and not a picture, so apps would show nothing',
    help: 'Put the real picture in its place.',
  },
  unknown: { is: 'is not a picture, so apps would show nothing', help: PICTURE_AGAIN },
}
