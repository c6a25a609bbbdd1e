import { compareText } from '../diagnostic.ts'
import type { TranscriptType } from '../model.ts'
import { map, readFileOrUrl, refined, shortOr } from '../schema/shape.ts'
import { choice, many, type Read, type Refusal, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { canonicalLanguage } from '../units/language.ts'
import { fileUrl, resolveUrl } from '../units/url.ts'
import { transcriptTypes } from '../vocabulary/podcast-words.ts'
import { language } from './language.ts'

export interface Transcript {
  readonly url: string
  readonly type: string
  /** BCP 47; absent when it is the show's. */
  readonly language?: string
  readonly rel?: 'captions'
}

export interface WrittenTranscript {
  /** A file of the show folder, or a URL. */
  readonly source: string
  readonly type?: (typeof transcriptTypes)[number]
  readonly language?: string
  readonly rel?: 'captions'
}

export const transcripts = field({
  key: 'transcripts',
  on: {
    episode: {
      says: 'Transcripts that do not share the name of the Markdown file.',
      example: 'talk.vtt',
      long: [{ file: 'talk.vtt' }],
      full: [
        { file: 'talk.vtt', rel: 'captions' },
        { url: 'https://show.example/talk.de.html', type: 'text/html', language: 'de' },
      ],
      synonyms: [
        ...['transcript', 'transcripturl', 'transcriptfile', 'captions', 'subtitles', 'podcasttranscript'],
        ...['vtt', 'srt'],
      ],
    },
  },
  form: () => many(transcript()),
  *names(transcripts) {
    for (const [i, { source }] of transcripts.entries())
      yield { name: source, path: [i, 'file'], kind: 'transcript' }
  },
  /** The files beside the episode are among `its.transcripts`, and so are those that a feed names. */
  resolve(_, { transcripts, folder, show }): readonly Transcript[] {
    if (transcripts.length === 0) return []
    const own = canonicalLanguage(show?.resolved(language) ?? '').toLowerCase()
    const links = transcripts.flatMap(({ path, url, type, language, rel }): Transcript[] => {
      const address =
        path !== undefined
          ? folder && fileUrl(folder.base, `transcripts/${path}`)
          : folder
            ? resolveUrl(folder.base, url ?? '')
            : url
      const spoken = language === undefined ? undefined : canonicalLanguage(language)
      if (address === undefined || type === undefined) return []
      return [
        {
          url: address,
          type,
          ...optional('language', spoken?.toLowerCase() === own ? undefined : spoken),
          ...optional('rel', rel),
        },
      ]
    })
    return links.sort(inOrder)
  },
  inFeed: [
    each(
      shape<Transcript>({
        name: 'podcast:transcript',
        attributes: { url: 'url', type: 'type', language: 'language', rel: 'rel' },
      }),
      { spec: podcastTag('transcript'), readBy: 'Apple, Podcast Addict, Fountain and 19 more apps' },
    ),
  ],
})

/** The best first: Apple takes the first that it knows. */
export const transcriptOrder: readonly TranscriptType[] = [
  'text/vtt',
  'application/x-subrip',
  'application/json',
  'text/html',
  'text/plain',
]

const rank = ({ type }: Transcript): number => transcriptOrder.indexOf(type as TranscriptType)

const inOrder = (a: Transcript, b: Transcript): number =>
  rank(a) - rank(b) || compareText(a.language ?? '', b.language ?? '') || compareText(a.url, b.url)

const transcript = () =>
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
