/** How each field is written, short and long, as its words say: for the tests that build every one of them. */

import { yamlOf } from '../../scripts/documents/yaml-of.ts'
import type { Example } from '../../src/diagnostic.ts'
import { fields } from '../../src/fields/index.ts'
import type { AnyField, Json } from '../../src/table/field.ts'
import { wordsOf } from '../../src/table/owned.ts'
import type { Writer } from '../../src/table/table.ts'

export interface FieldExample {
  /** The form that most will want, where another form says the same. */
  readonly short?: string
  /** With a short form, just what the short form says. */
  readonly long: string
  /** With everything that may be said. */
  readonly full?: string
  /** What else the example needs, to be built. */
  readonly beside?: Example
}

export type Examples = Readonly<Record<string, FieldExample>>

const noEpisodes: Example = {
  '001.md': '!nothing',
  '002.md': '!nothing',
  '001.mp3': '!nothing',
  '002.mp3': '!nothing',
}
const wide: Example = { 'wide.jpg': '!jpeg 1920x1080' }

const besides: Readonly<Record<Writer, Readonly<Record<string, Example>>>> = {
  show: {
    trailers: { 'trailer.mp3': '!mp3 12' },
    remoteItems: { 'show.md': 'medium: musicL', ...noEpisodes },
    images: wide,
    preset: {
      'show.md':
        'content: "*.md"\nfields: { season: season, episode: episode, link: link, description: description }',
    },
  },
  episode: {
    image: { '001.jpg': '!jpeg 3000' },
    images: wide,
    personsOnly: { '001.md': 'persons: Lou Reef' },
    seasonName: { '001.md': 'season: 1' },
    soundbites: { '001.mp3': '!mp3 400' },
    alternateEnclosures: { '001.opus': '!opus 10' },
    episodeDisplay: { '001.md': 'episode: 1.5' },
    chaptersInNotes: { '001.md': 'chapters: [0:00 Intro, 0:03 The letter, 0:07 The end]' },
    transcripts: {
      'talk.vtt': '!text WEBVTT\n\n00:00:00.000 --> 00:00:04.200\n<v Ada>Low water was at six.\n',
    },
  },
}

const examplesOf = (owner: Writer): Examples =>
  Object.fromEntries(
    fields.flatMap((field: AnyField): [string, FieldExample][] => {
      const words = wordsOf(field, owner)
      if (words === undefined) return []
      const written = (value: Json): string => yamlOf(field.key, value).join('\n')
      const { example, long, full } = words
      const beside = besides[owner][field.key]
      return [
        [
          field.key,
          {
            ...(long !== undefined && { short: written(example) }),
            long: written(long ?? example),
            ...(full !== undefined && { full: written(full) }),
            ...(beside && { beside }),
          },
        ],
      ]
    }),
  )

export const showExamples = examplesOf('show')
export const episodeExamples = examplesOf('episode')
