import { count, fileOrUrl, map, mediaType } from '../schema/shape.ts'
import { many, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import type { Its } from '../table/its.ts'
import { optional, some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { formatRfc2822 } from '../units/instant.ts'
import { instantOf } from './date.ts'

export interface Trailer {
  readonly title: string
  readonly url: string
  /** An instant: milliseconds since 1970-01-01T00:00:00Z. */
  readonly date: number
  /** Bytes. */
  readonly length?: number
  readonly type?: string
  readonly season?: number
}

interface WrittenTrailer extends Omit<Trailer, 'date'> {
  readonly date: string
}

const usual = [{ title: 'Season three in a minute', url: 'trailer.mp3', date: '2026-01-05' }]

export const trailers = field({
  key: 'trailers',
  on: {
    show: {
      says: 'Trailers that are not episodes of their own. An episode with `episodeType: trailer` becomes one by itself.',
      example: usual,
      full: [{ ...usual[0]!, season: 3 }],
    },
  },
  form: () => many(trailer()),
  *names(trailers) {
    for (const [i, { url }] of trailers.entries()) yield { name: url, path: [i, 'url'], kind: 'media' }
  },
  /** Those that are written, and one for each trailer among the episodes; the newest first, as apps play it. */
  resolve(written, its): readonly Trailer[] | undefined {
    const named = written?.flatMap(one => trailerOf(one, its) ?? []) ?? []
    const urls = new Set(named.map(({ url }) => url))
    const others = its.folder?.trailers().filter(({ url }) => !urls.has(url)) ?? []
    return some([...named, ...others].sort((a, b) => b.date - a.date))
  },
  inFeed: [
    each(
      shape<Trailer>({
        name: 'podcast:trailer',
        text: 'title',
        attributes: {
          url: 'url',
          pubdate: ['date', formatRfc2822],
          length: 'length',
          type: 'type',
          season: 'season',
        },
      }),
      { spec: podcastTag('trailer'), readBy: 'Steno.fm, TrueFans and others' },
    ),
  ],
})

const trailerOf = (written: WrittenTrailer, { files, dates }: Its): Trailer | undefined => {
  const url = files.mediaUrl(written.url)
  const date = instantOf(written.date, dates)
  if (url === undefined || date === undefined || written.title === '') return undefined
  const file = files.find(written.url)
  const facts = file?.kind === 'media' ? file.facts : undefined
  return {
    title: written.title,
    url,
    date,
    ...optional('length', facts?.bytes ?? written.length),
    ...optional('type', facts?.mediaType ?? written.type),
    ...optional('season', written.season),
  }
}

const trailer = () =>
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
