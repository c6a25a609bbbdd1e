import type { AudioFacts, Container } from '../../model.ts'

/** What servers call them, in use as well as registered: https://www.iana.org/assignments/media-types/ */
const NAMES: Readonly<Record<Exclude<Container, 'other'>, RegExp>> = {
  mp3: /^audio\/(x-)?(mpeg|mp3|mpg|mpeg-?3|mp2)$/,
  mp4: /^(audio|video)\/((x-)?m4[abv]|mp4|mp4a-latm|quicktime)$/,
  adts: /^audio\/(x-)?(aac|aacp|hx-aac-adts)$/,
  ogg: /^(audio|video|application)\/(x-)?(ogg|opus|vorbis)$/,
  flac: /^audio\/(x-)?flac$/,
  wav: /^audio\/(x-|vnd\.)?(wav|wave|pn-wav)$/,
  aiff: /^audio\/(x-)?(aiff|aifc)$/,
  matroska: /^(audio|video)\/(webm|(x-)?matroska)$/,
}

/** Whether a server's name for a file is one that its content goes by. The rare containers go by any. */
export const isNamedAs = (contentType: string | undefined, { container }: Partial<AudioFacts>): boolean =>
  container === undefined ||
  container === 'other' ||
  (contentType !== undefined && NAMES[container].test(contentType))
