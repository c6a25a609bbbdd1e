import * as z from 'zod'
import { formatClock, parseDuration } from '../units/duration.ts'
import { hrefOf } from '../units/url.ts'
import { integrityTypes, transcriptTypes } from '../vocabulary/podcast-words.ts'
import {
  addressText,
  count,
  fileOrUri,
  fileOrUrl,
  map,
  mediaType,
  readFileOrUri,
  readFileOrUrl,
  refined,
  seconds,
  shortOr,
  webAddress,
} from './shape.ts'
import {
  choice,
  decimal,
  flag,
  many,
  type Read,
  type Refusal,
  text,
  url,
  urlProblem,
  type Written,
} from './value.ts'

// --------------------------------------------------------------------------------------------------- soundbite

export interface WrittenSoundbite {
  readonly start: number
  readonly duration: number
  readonly title?: string
}

const notASoundbite = (written: string): Refusal => ({
  expected: 'duration',
  message: `"${written}" is not a stretch of the recording`,
  help: 'Write where it begins and how long it lasts, such as `5:12 +45 The storm`, or where it ends: `5:12-5:57 The storm`.',
})

const endsBefore = (start: number, end: number): Refusal => ({
  expected: 'duration',
  message: `the soundbite ends at ${formatClock(end)}, which is not after its start at ${formatClock(start)}`,
  help: 'Write the later time second.',
})

const readSoundbite = (written: string): Read<WrittenSoundbite> => {
  const [, from = '', sign = '', to = '', title] =
    /^([\d:.]+)\s*(\+|-|–|—)\s*([\d:.]+)(?:\s+(\S.*))?$/s.exec(written) ?? []
  const first = parseDuration(from)
  const second = parseDuration(to)
  if (!('seconds' in first) || !('seconds' in second)) return { refusal: notASoundbite(written) }
  const start = first.seconds
  const duration = sign === '+' ? second.seconds : lengthOf(start, second.seconds)
  if (duration <= 0) return { refusal: endsBefore(start, start + duration) }
  return { value: { start, duration, ...(title === undefined ? {} : { title }) } }
}

/** To the millisecond, so that no binary fraction creeps in: 62.4 − 60 is not quite 2.4. */
const lengthOf = (start: number, end: number): number => Math.round((end - start) * 1000) / 1000

export const soundbite = () =>
  shortOr(
    readSoundbite,
    refined(
      map({
        start: seconds().meta({ description: 'Where it begins.' }),
        duration: seconds().meta({ description: 'How long it lasts: 15 to 120 seconds do best.' }).optional(),
        end: seconds().meta({ description: 'Or where it ends.' }).optional(),
        title: text().meta({ description: 'Without it, apps show the title of the episode.' }).optional(),
      }),
      ({ start, duration, end, title }): { value: WrittenSoundbite } | { refusal: Refusal; key?: string } => {
        const rest = title === undefined ? {} : { title }
        if (duration !== undefined && end === undefined)
          return duration > 0
            ? { value: { start, duration, ...rest } }
            : { refusal: endsBefore(start, start), key: 'duration' }
        if (end === undefined || duration !== undefined)
          return {
            refusal: {
              expected: 'duration',
              message:
                end === undefined
                  ? '`duration` is missing: how long the soundbite lasts'
                  : 'both `duration` and `end` are written, and one of them is enough',
              help: 'Write `duration: 45`, or `end: 5:57`.',
            },
          }
        return end > start
          ? { value: { start, duration: lengthOf(start, end), ...rest } }
          : { refusal: endsBefore(start, end), key: 'end' }
      },
    ),
    {
      type: 'string',
      pattern: '^[0-9:.]+ *[-+–—] *[0-9:.]+',
      examples: ['5:12 +45 The storm', '5:12-5:57 The storm'],
    },
  )

// ------------------------------------------------------------------------------------------- other recordings

interface WrittenSource {
  readonly uri: string
  readonly contentType?: string
}

const source = () =>
  shortOr(
    (written): Read<WrittenSource> => {
      const result = readFileOrUri(written)
      return 'value' in result ? { value: { uri: result.value } } : result
    },
    map({
      uri: fileOrUri().meta({
        description: 'A file in the show folder, or an address: https, ipfs, a torrent …',
      }),
      contentType: mediaType('application/x-bittorrent')
        .meta({ description: 'The type of what the address gives, when that is not the recording itself.' })
        .optional(),
    }),
    { type: 'string', examples: ['001.opus', 'https://cdn.example/001.opus'] },
  )

const integrity = () =>
  shortOr(
    (value): Read<{ type: (typeof integrityTypes)[number]; value: string }> => ({
      value: { type: 'sri', value },
    }),
    map({
      type: choice(integrityTypes).meta({ description: 'How it is proved.' }),
      value: text().meta({ description: 'The hash or the signature.' }),
    }),
  )

export interface WrittenAlternate {
  readonly sources: readonly WrittenSource[]
  readonly type?: string
  readonly length?: number
  readonly bitrate?: number
  readonly height?: number
  readonly lang?: string
  readonly title?: string
  readonly rel?: string
  readonly codecs?: string
  readonly default?: boolean
  readonly integrity?: { readonly type: (typeof integrityTypes)[number]; readonly value: string }
}

export const alternateEnclosure = () =>
  shortOr(
    (written): Read<WrittenAlternate> => {
      const result = readFileOrUri(written)
      return 'value' in result ? { value: { sources: [{ uri: result.value }] } } : result
    },
    map({
      sources: many(source()).meta({
        description:
          'Where it is: a file in the show folder, or addresses. A file is measured, and the keys below need not be written.',
      }),
      type: mediaType('audio/opus').meta({ description: 'The media type.' }).optional(),
      length: count().meta({ description: 'Bytes.' }).optional(),
      bitrate: decimal().meta({ description: 'Bits per second.' }).optional(),
      height: count(1).meta({ description: 'Pixels of a video.' }).optional(),
      lang: text({ examples: ['nl'] })
        .meta({ description: 'The language, when it is another.' })
        .optional(),
      title: text({ examples: ['Small'] })
        .meta({ description: 'What to call it: 32 characters at most.' })
        .optional(),
      rel: text().meta({ description: 'A word that binds versions of the same thing together.' }).optional(),
      codecs: text({ examples: ['mp4a.40.2'] })
        .meta({ description: 'The codecs, as in RFC 6381.' })
        .optional(),
      default: flag()
        .meta({ description: 'The same recording as the audio, and better to take.' })
        .optional(),
      integrity: integrity()
        .meta({ description: 'A hash of the file (`sha384-…`), or a signature.' })
        .optional(),
    }),
    { type: 'string', examples: ['001.opus'] },
  ) as z.ZodType<WrittenAlternate, unknown>

export const trailer = () =>
  map({
    title: text({ examples: ['Season three in a minute'] }).meta({ description: 'What apps show.' }),
    url: fileOrUrl({ examples: ['trailer.mp3'] }).meta({
      description: 'A file in the show folder, or its URL.',
    }),
    date: text({ examples: ['2026-01-05'] }).meta({ description: 'When it appeared; the newest is played.' }),
    length: count().meta({ description: 'Bytes; measured from a file.' }).optional(),
    type: mediaType('audio/mpeg').meta({ description: 'The media type; measured from a file.' }).optional(),
    season: count(1).meta({ description: 'The season it belongs to.' }).optional(),
  })

export const contentLink = () =>
  shortOr(
    (written): Read<{ href: string; text: string }> => {
      const refusal = urlProblem(written)
      if (refusal !== undefined) return { refusal }
      const href = hrefOf(written)
      return { value: { href, text: addressText(href) } }
    },
    refined(
      map({
        href: url().meta({ description: 'Where else it can be heard or seen.' }),
        text: text({ examples: ['Watch the filmed version'] })
          .meta({ description: 'What the link says. Without it: the address.' })
          .optional(),
      }),
      written => ({ value: { href: written.href, text: written.text ?? addressText(written.href) } }),
    ),
    { ...webAddress, examples: ['https://video.example/w/7'] },
  )

// ------------------------------------------------------------------------------------------------- pictures

export interface WrittenImage {
  readonly href: string
  readonly alt?: string
  readonly aspectRatio?: string
  readonly width?: number
  readonly height?: number
  readonly type?: string
  readonly purpose?: string
}

export const image = () =>
  shortOr(
    (written): Read<WrittenImage> => {
      const result = readFileOrUrl(written)
      return 'value' in result ? { value: { href: result.value } } : result
    },
    map({
      href: fileOrUrl({ examples: ['wide.jpg'] }).meta({
        description: 'A file in the show folder, or its URL. A file is measured.',
      }),
      alt: text({ examples: ['A pier at dawn'] })
        .meta({ description: 'What it shows, for those who do not see it.' })
        .optional(),
      aspectRatio: text({ examples: ['16/9'] })
        .meta({ description: 'Width by height; measured from a file.' })
        .optional(),
      width: count(1).meta({ description: 'Pixels; measured from a file.' }).optional(),
      height: count(1).meta({ description: 'Pixels; measured from a file.' }).optional(),
      type: mediaType('image/jpeg').meta({ description: 'Measured from a file.' }).optional(),
      purpose: text({ examples: ['social', 'banner'] })
        .meta({ description: 'What it is for; several words if need be.' })
        .optional(),
    }),
    { type: 'string', examples: ['wide.jpg'] },
  )

// ------------------------------------------------------------------------------------ chapters, transcripts

/** As it was written: what the lines and the maps mean is read where the chapters of all sources are. */
export const chapter = () =>
  z.union([
    text({ examples: ['00:00 Intro', '1:35 The letter'] }),
    z.record(z.string(), z.any()),
  ]) as unknown as z.ZodType<string | { readonly [key: string]: Written }, unknown>

export interface WrittenTranscript {
  /** A file of the show folder, or a URL. */
  readonly source: string
  readonly type?: (typeof transcriptTypes)[number]
  readonly language?: string
  readonly rel?: 'captions'
}

export const transcript = () =>
  shortOr(
    (written): Read<WrittenTranscript> => {
      const result = readFileOrUrl(written)
      return 'value' in result ? { value: { source: result.value } } : result
    },
    refined(
      map({
        file: text({ examples: ['001.de.vtt'] })
          .meta({ description: 'A file in the show folder.' })
          .optional(),
        url: url().meta({ description: 'Or the address of one that is elsewhere.' }).optional(),
        type: choice(transcriptTypes)
          .meta({ description: 'Seen from the name where that tells.' })
          .optional(),
        language: text({ examples: ['de'] })
          .meta({ description: "When it is not the show's." })
          .optional(),
        rel: choice(['captions'])
          .meta({ description: 'It has times, and can run with the recording.' })
          .optional(),
      }),
      ({ file, url: address, ...rest }): { value: WrittenTranscript } | { refusal: Refusal } => {
        const found = file ?? address
        return found !== undefined && (file === undefined || address === undefined)
          ? { value: { source: found, ...rest } }
          : {
              refusal: {
                expected: 'map',
                message:
                  found === undefined
                    ? 'neither `file` nor `url` says where the transcript is'
                    : 'both `file` and `url` are written, and one of them is enough',
                help: 'Write `file: 001.vtt` or `url: https://…`.',
              },
            }
      },
    ),
    { type: 'string', examples: ['001.vtt'] },
  )
