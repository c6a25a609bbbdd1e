import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'

export const language = field({
  key: 'language',
  on: {
    show: {
      says: 'The spoken language: two letters (ISO 639-1), optionally a region.',
      example: 'en-gb',
      required: true,
      synonyms: ['lang', 'locale', 'languagecode', 'ituneslanguage'],
    },
  },
  form: () => text({ examples: ['en', 'en-gb', 'pt-BR'] }),
  resolve: language => language ?? '',
  inFeed: [inText('language', { spec: ofChannelToo, readBy: 'Apple, Spotify, most directories' })],
})
