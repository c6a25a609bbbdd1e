/**
 * Bytes from a few words, for rule examples, which are printed as documentation:
 * `!mp3 60`, `!mp3 60 cut in half`, `!mp3 30 then another of 20 seconds`, `!mp3 10 mono 22050 Hz 64 kbps`, `!m4a 10 with its index at the end`,
 * `!mp3 10 titled "Tide tables"`, `!jpeg 3000x2000 cmyk`, `!png 3000 with alpha`, `!flac 10`.
 */

import { adts } from './adts.ts'
import { concat, noise } from './bytes.ts'
import { flac } from './flac.ts'
import { id3v2 } from './id3.ts'
import { gif, jpeg, png, webp } from './image.ts'
import { m4a } from './mp4.ts'
import { type Mp3Options, mp3 } from './mpeg.ts'
import { opus } from './ogg.ts'
import { wav } from './wav.ts'

export const recipe = (kind: string, words: string): Uint8Array => {
  const make = makers[kind]
  if (make === undefined) throw new Error(`there is no recipe "!${kind} ${words}"`)
  return make(words)
}

/** A recipe as it stands in an example or in a golden show's recipes.json. */
export const recipeOf = (text: string): Uint8Array => {
  const [, kind = '', words = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
  return recipe(kind, words)
}

const makers: Readonly<Record<string, (words: string) => Uint8Array>> = {
  mp3: words => (words === 'tag-only' ? tagOnly : emptied(cut(anyMp3(words), words), words)),
  m4a: words => emptied(cut(anyM4a(words), words), words),
  mp4: words => (words === 'unfinished' ? unfinishedMp4 : anyM4a(words)),
  aac: words => adts({ seconds: first(words) }),
  flac: words => flac({ seconds: first(words) }),
  opus: words => opus({ seconds: first(words) }),
  wav: words => wav({ seconds: first(words) }),
  jpeg: words => cut(anyJpeg(words), words),
  png: words => cut(anyPng(words), words),
  gif: words => gif(sizeOf(words).width, sizeOf(words).height),
  webp: words => webp(sizeOf(words).width, sizeOf(words).height),
}

const first = (words: string): number => Number(/^\d+/.exec(words)?.[0])
const numberIn = (words: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(words)?.[1]
  return found === undefined ? undefined : Number(found)
}
const cut = (bytes: Uint8Array, words: string): Uint8Array =>
  words.includes('cut in half') ? bytes.subarray(0, bytes.length >> 1) : bytes

/** As a download that is still running leaves it: of the full size, and filled up with zeros. */
const emptied = (bytes: Uint8Array, words: string): Uint8Array =>
  words.includes('second half empty') ? new Uint8Array(bytes).fill(0, bytes.length >> 1) : bytes

// --------------------------------------------------------------------------------------------------- audio

const anyMp3 = (words: string): Uint8Array => {
  const options = mp3Options(words)
  const audio = mp3({ ...options, seconds: first(words) })
  const next = numberIn(words, /then another of (\d+)/)
  const garbage = noise(numberIn(words, /(\d+) bytes of noise/) ?? 0)
  const middle = words.includes('inside') ? audio.length >> 1 : audio.length
  return concat(
    taggedMp3(words),
    words.includes('after') ? garbage : [],
    audio.subarray(0, middle),
    words.includes('inside') || words.includes('before') ? garbage : [],
    audio.subarray(middle),
    next === undefined ? [] : mp3({ ...options, seconds: next }),
  )
}

const mp3Options = (words: string): Mp3Options => {
  const claimed = numberIn(words, /claims ([\d.]+)/)
  return {
    mode: words.includes('mono') ? 'mono' : 'joint',
    bitrate: numberIn(words, /(\d+) kbps/) ?? (words.includes('mono') ? 96 : 128),
    sampleRate: numberIn(words, /(\d+) Hz/) ?? 44_100,
    layer: words.includes('layer 2') ? 2 : 3,
    ...(words.includes('without a header') ? { header: 'none' as const } : {}),
    ...(claimed === undefined ? {} : { claim: { frames: Math.round((claimed * 44_100) / 1152) } }),
  }
}

const named = (words: string): { title?: string; album?: string } => {
  const title = /titled "([^"]*)"/.exec(words)?.[1]
  const album = /of the show "([^"]*)"/.exec(words)?.[1]
  return { ...(title === undefined ? {} : { title }), ...(album === undefined ? {} : { album }) }
}

const taggedMp3 = (words: string): Uint8Array => {
  const { title, album } = named(words)
  const texts = {
    ...(title === undefined ? {} : { TIT2: title }),
    ...(album === undefined ? {} : { TALB: album }),
  }
  return Object.keys(texts).length === 0 ? new Uint8Array(0) : id3v2({ texts })
}

const anyM4a = (words: string): Uint8Array => {
  const videoCodec = /with video as (\w{4})/.exec(words)?.[1]
  return m4a({
    seconds: first(words),
    tags: named(words),
    moovAtEnd: words.includes('index at the end'),
    ...(words.includes('with video')
      ? {
          hasVideo: true,
          brand: 'isom',
          ...(videoCodec === undefined ? {} : { videoCodec }),
        }
      : {}),
  })
}

/** The boxes `ftyp` and `mdat`, as an upload that broke off leaves them: the index never came. */
const unfinishedMp4 = Buffer.from('\0\0\0\x10ftypM4A \0\0\0\0\0\0\0\x10mdat01234567', 'latin1')

/** An ID3v2.4 tag of ten zero bytes, and no audio. */
const tagOnly = Uint8Array.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 10, ...new Array(10).fill(0)])

// ------------------------------------------------------------------------------------------------- artwork

const sizeOf = (words: string): { width: number; height: number } => {
  const [width, height = width] = words.split(' ')[0]!.split('x').map(Number)
  return { width: width!, height: height! }
}

const anyJpeg = (words: string): Uint8Array => {
  const kilobytes = numberIn(words, /of (\d+) KB/)
  const dpi = numberIn(words, /(\d+) dpi/)
  const plain = {
    ...sizeOf(words),
    progressive: words.includes('progressive'),
    profile: words.includes('profile'),
    ...(words.includes('cmyk') ? { components: 4 as const, adobe: 2 as const } : {}),
    ...(words.includes('grey') ? { components: 1 as const } : {}),
    ...(dpi === undefined ? {} : { dpi }),
  }
  const missing = kilobytes === undefined ? 0 : kilobytes * 1024 - jpeg(plain).length
  return missing > 0 ? jpeg({ ...plain, exif: missing }) : jpeg(plain)
}

const anyPng = (words: string): Uint8Array => {
  const alpha = words.includes('with alpha') ? '-alpha' : ''
  const colour = words.includes('palette')
    ? 'palette'
    : (`${words.includes('grey') ? 'grey' : 'rgb'}${alpha}` as const)
  return png({
    ...sizeOf(words),
    colour,
    interlaced: words.includes('interlaced'),
    transparent: words.includes('transparent'),
  })
}
