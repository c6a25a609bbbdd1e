/** A field that does not exist, declared as all others are: what the table makes of it, it makes of every field. */

import { count, map, shortOr } from '../../src/schema/shape.ts'
import { choice, type Read } from '../../src/schema/value.ts'
import { field } from '../../src/table/field.ts'
import { one, shape } from '../../src/table/shape.ts'

interface Mood {
  readonly word: 'calm' | 'merry'
  readonly strength?: number
}

const words = ['calm', 'merry'] as const
const readWord = (written: string): Read<Mood> => {
  const word = words.find(one => one === written.toLowerCase())
  return word === undefined
    ? {
        refusal: {
          expected: 'choice',
          message: `"${written}" is not a mood`,
          help: 'Write `calm` or `merry`.',
        },
      }
    : { value: { word } }
}

export const mood = field({
  key: 'mood',
  on: {
    show: {
      says: 'How the show sounds.',
      example: 'calm',
      long: { word: 'calm' },
      full: { word: 'calm', strength: 3 },
      synonyms: ['atmosphere'],
    },
    episode: { says: 'How the episode sounds, when it is not as the show does.', example: 'merry' },
  },
  form: () =>
    shortOr<Mood>(
      readWord,
      map({
        word: choice(words).meta({ description: 'In a word.' }),
        strength: count(1).meta({ description: 'How much so.' }).optional(),
      }),
    ),
  resolve: mood => mood,
  inFeed: [
    one(shape<Mood>({ name: 'podcast:mood', text: 'word', attributes: { strength: 'strength' } }), {
      spec: 'https://podcast.example/mood',
      readBy: 'nobody yet',
    }),
  ],
})
