/** Which audio and video files the directories take from a feed. */

import type { Audio } from '../../../measured.ts'

type Facts = Audio['facts']

/** https://podcasters.apple.com/support/893-audio-requirements, and the table of types in https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'audio/mpeg': ['.mp3'],
  'audio/x-m4a': ['.m4a', '.mp4'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/x-m4v': ['.m4v', '.mp4'],
  'video/quicktime': ['.mov'],
}
const CODECS = ['mp3', 'aac']

/** Every ending that Apple takes for an audio or video file. */
export const ENDINGS: readonly string[] = [...new Set(Object.values(TYPES).flat())]

/** The endings for such a file that Apple takes; none for a file that it does not take. */
export const endingsOf = ({ mediaType }: Facts): readonly string[] => TYPES[mediaType] ?? []

/** MP3, or AAC in an MP4 container. What could not be told is taken; only what is known to be something else is not. */
export const isTaken = ({ mediaType, container, codec }: Facts): boolean =>
  container === undefined || (mediaType in TYPES && (codec === undefined || CODECS.includes(codec)))

/** What a person has to be told: MP3 in an MP3 file, and AAC that its container names, go without saying. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  mp1: 'MPEG layer I',
  mp2: 'MPEG layer II',
  aac: 'AAC',
  alac: 'Apple Lossless',
  opus: 'Opus',
  vorbis: 'Vorbis',
  speex: 'Speex',
  flac: 'FLAC',
  ac3: 'Dolby AC-3',
  eac3: 'Dolby E-AC-3',
  ac4: 'Dolby AC-4',
  truehd: 'Dolby TrueHD',
  dts: 'DTS',
  amr: 'AMR',
  evrc: 'EVRC',
  qcelp: 'QCELP',
  gsm: 'GSM',
  mpegh: 'MPEG-H',
}
const CONTAINER_NAMES: Readonly<Record<string, string>> = {
  adts: 'frames without a container (ADTS)',
  wav: 'WAV',
  aiff: 'AIFF',
  flac: 'FLAC',
  ogg: 'Ogg',
  mp4: 'MP4',
  'audio/webm': 'WebM',
  'video/webm': 'WebM',
  'audio/x-matroska': 'Matroska',
  'video/x-matroska': 'Matroska',
  'audio/x-ms-wma': 'Windows Media',
  'audio/x-ape': "Monkey's Audio",
  'audio/x-wavpack': 'WavPack',
  'audio/x-musepack': 'Musepack',
}

/** In a WAV they go without saying. Others have four letters for a name there, of whoever made them. */
const inMp4 = (codec: string): string | undefined =>
  codec === 'pcm'
    ? 'uncompressed sound (PCM)'
    : ({ adpcm: 'ADPCM', alaw: 'A-law', ulaw: 'µ-law', mp3: 'MP3' }[codec] ??
      (codec === '' ? undefined : `"${codec}"`))

/** As a person calls it: `FLAC`, `Opus in Ogg`. */
export const formatName = ({ mediaType, container = 'other', codec = '' }: Facts): string => {
  const outer = CONTAINER_NAMES[container] ?? CONTAINER_NAMES[mediaType] ?? mediaType
  const inner = CODEC_NAMES[codec] ?? (container === 'mp4' ? inMp4(codec) : undefined)
  if (inner === undefined || inner === outer) return container === 'mp3' ? 'MP3' : outer
  return container === 'mp3' ? inner : `${inner} in ${outer}`
}
