import { count, fileOrUri, map, mediaType, readFileOrUri, shortOr } from '../schema/shape.ts'
import { choice, decimal, flag, many, type Read, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import type { Files } from '../table/its.ts'
import { optional, some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { schemeOf } from '../units/url.ts'
import { integrityTypes } from '../vocabulary/podcast-words.ts'

export interface Source {
  readonly uri: string
  readonly contentType?: string
}

export interface Integrity {
  readonly type: 'sri' | 'pgp-signature'
  readonly value: string
}

export interface AlternateEnclosure {
  readonly sources: readonly Source[]
  readonly integrity?: Integrity
  readonly type: string
  /** Bytes. */
  readonly length?: number
  /** Bits per second. */
  readonly bitrate?: number
  /** Pixels. */
  readonly height?: number
  /** BCP 47. */
  readonly lang?: string
  /** The same, as some hosts call it. */
  readonly language?: string
  readonly title?: string
  readonly rel?: string
  /** RFC 6381. */
  readonly codecs?: string
  /** The same recording as the enclosure, and preferred to it. */
  readonly default?: boolean
}

/** As it was written: the type may be left to the file. */
type WrittenAlternate = Omit<AlternateEnclosure, 'type'> & Partial<Pick<AlternateEnclosure, 'type'>>

export const alternateEnclosures = field({
  key: 'alternateEnclosures',
  on: {
    episode: {
      says: 'Other versions of the recording: smaller, filmed, over another network.',
      example: '001.opus',
      long: [{ sources: [{ uri: '001.opus' }] }],
      full: [
        { sources: ['001.opus', 'ipfs://QmX33FYehk6ckGQ6g1D9D3FqZPix5JpKstKQKbaS8quUFb'], title: 'Small' },
        {
          sources: 'https://video.example/001.mp4',
          type: 'video/mp4',
          length: 7924786,
          bitrate: 511276.52,
          height: 720,
          lang: 'en',
          language: 'en',
          rel: 'filmed',
          codecs: 'avc1.64001F, mp4a.40.2',
          integrity: 'sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo',
        },
      ],
    },
    live: { says: 'Other streams of the broadcast.', example: 'https://live.example/s.opus' },
  },
  form: () => many(alternateEnclosure()),
  *names(alternates) {
    for (const [i, { sources }] of alternates.entries())
      for (const [j, { uri }] of sources.entries())
        yield { name: uri, path: [i, 'sources', j, 'uri'], kind: 'media' }
  },
  resolve: (alternates, { files, folder }): readonly AlternateEnclosure[] | undefined =>
    some(alternates?.map(one => alternateOf(one, files, folder !== undefined))),
  inFeed: [
    each(
      shape<AlternateEnclosure>({
        name: 'podcast:alternateEnclosure',
        attributes: {
          type: 'type',
          length: 'length',
          bitrate: 'bitrate',
          height: 'height',
          lang: 'lang',
          language: 'language',
          title: 'title',
          rel: 'rel',
          codecs: 'codecs',
          default: 'default',
        },
        children: {
          sources: [
            shape<Source>({
              name: 'podcast:source',
              attributes: { uri: 'uri', contentType: 'contentType' },
            }),
          ],
          integrity: shape<Integrity>({
            name: 'podcast:integrity',
            attributes: { type: 'type', value: 'value' },
          }),
        },
      }),
      {
        spec: podcastTag('alternate-enclosure'),
        readBy: 'Podcast Addict, PeerTube, Podverse, TrueFans and others',
      },
    ),
  ],
})

/** An HLS playlist says by its name what it is: https://www.rfc-editor.org/rfc/rfc8216#section-4 */
export const playlistType = ({ sources }: Pick<WrittenAlternate, 'sources'>): string | undefined =>
  sources.some(({ uri }) => /\.m3u8(?:[?#]|$)/i.test(uri)) ? 'application/x-mpegURL' : undefined

/** The first file among its sources is measured. Of a feed, which has to say the type itself, none is made up. */
const alternateOf = (written: WrittenAlternate, files: Files, isOurs: boolean): AlternateEnclosure => {
  const file = written.sources.map(({ uri }) => files.find(uri)).find(found => found?.kind === 'media')
  const measured = file?.kind === 'media' ? file : undefined
  const hash = measured && ({ type: 'sri', value: measured.integrity } as const)
  return {
    sources: written.sources.flatMap(({ uri, contentType }) => {
      const address = files.mediaUrl(uri) ?? (isOtherUri(uri) ? uri : undefined)
      return address === undefined ? [] : [{ uri: address, ...optional('contentType', contentType) }]
    }),
    ...optional('integrity', written.integrity ?? hash),
    type: measured?.facts.mediaType ?? written.type ?? (isOurs ? playlistType(written) : undefined) ?? '',
    ...optional('length', measured?.facts.bytes ?? written.length),
    ...optional('bitrate', wholeBitrate(measured?.facts.bitrate) ?? written.bitrate),
    ...optional('height', written.height),
    ...optional('lang', written.lang),
    ...optional('language', written.language),
    ...optional('title', written.title),
    ...optional('rel', written.rel),
    ...optional('codecs', written.codecs ?? measured?.codecs),
    ...optional('default', written.default),
  }
}

const wholeBitrate = (bitrate: number | undefined): number | undefined =>
  bitrate === undefined ? undefined : Math.round(bitrate)

/** `ipfs:` and the like: an address that no file stands behind. */
const isOtherUri = (written: string): boolean => (schemeOf(written)?.length ?? 1) > 1

const source = () =>
  shortOr(
    (written): Read<Source> => {
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
    (value): Read<Integrity> => ({
      value: { type: 'sri', value },
    }),
    map({
      type: choice(integrityTypes).meta({ description: 'How it is proved.' }),
      value: text().meta({ description: 'The hash or the signature.' }),
    }),
  )

const alternateEnclosure = () =>
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
      language: text({ examples: ['nl'] })
        .meta({ description: 'The same, under the name that PeerTube gives it in a feed.' })
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
  )
