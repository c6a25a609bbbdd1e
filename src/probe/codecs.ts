import type { AudioFacts } from '../model.ts'

/**
 * The codecs of a file, in the words of https://www.rfc-editor.org/rfc/rfc6381; undefined for a type that names its codec itself
 * (`audio/mpeg`), and where more would have to be known than was measured, as of video.
 */
export const codecsOf = ({ container, codec, hasVideo, objectType }: AudioFacts): string | undefined => {
  if (hasVideo || codec === undefined) return undefined
  if (container === 'ogg') return inOgg[codec]
  if (container === 'mp4')
    return codec === 'aac' && objectType !== undefined ? `mp4a.40.${objectType}` : inMp4[codec]
  return undefined
}

/** https://www.iana.org/assignments/media-types/audio/ogg */
const inOgg: Readonly<Record<string, string | undefined>> = {
  opus: 'opus',
  vorbis: 'vorbis',
  flac: 'flac',
  speex: 'speex',
}

/** https://mp4ra.org/registered-types/sampleentries */
const inMp4: Readonly<Record<string, string | undefined>> = {
  alac: 'alac',
  opus: 'Opus',
  flac: 'fLaC',
  mp3: 'mp4a.6B',
  ac3: 'ac-3',
}
