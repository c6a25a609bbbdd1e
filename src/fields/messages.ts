import * as limits from '../limits.ts'
import { map, textMap } from '../schema/shape.ts'
import { exactly, type Read, scalar } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { type Phrase, phrases, placesIn } from '../vocabulary/page-phrases.ts'

export type { Messages } from '../vocabulary/page-phrases.ts'

/** @param places what `{name}` in the words may stand for. */
const words = (places: readonly string[] = []) =>
  scalar(
    (written): Read<string> => {
      if (written.length > limits.pageWordCharacters)
        return refusal(
          `this is longer than the ${limits.pageWordCharacters} characters that a word of a page may have`,
          'Write a word or a sentence.',
        )
      const odd = Array.from(written.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).find(
        name => !places.includes(name),
      )
      if (odd === undefined) return { value: written }
      const meant = places.map(place => `\`{${place}}\``).join(' or ')
      return refusal(
        `nothing takes the place of \`{${odd}}\` here, and listeners would read it as it is`,
        meant === '' ? 'Write the words without it.' : `Write ${meant} instead.`,
      )
    },
    { type: ['string', 'number', 'boolean'] },
  )

const months = (key: string, what: string) => exactly(12, words(), { key, what })

const pattern = (key: string, example: string) =>
  scalar(
    (written): Read<string> =>
      /M/.test(written) && /D/.test(written) && /YYYY/.test(written) && written.length <= 60
        ? { value: written }
        : refusal(
            `\`${key}\` is "${written}", which does not say where day, month and year stand`,
            `Write a pattern such as \`${example}\`: D is the day, M, MM, MMM or MMMM the month, YYYY the year; other letters go into brackets, \`D [de] MMMM\`.`,
          ),
    { type: 'string', examples: [example] },
  )

const refusal = (message: string, help: string) => ({ refusal: { expected: 'text' as const, message, help } })

export const messages = field({
  key: 'messages',
  on: {
    show: {
      says: "Words and date patterns of the pages, where the program's own do not fit or have not got the language of the show (docs/theming.md lists them).",
      example: { recent: 'Lately on {show}', longDate: 'MMMM D, YYYY' },
      synonyms: ['translations', 'labels', 'strings', 'i18n'],
    },
  },
  form: () =>
    map({
      months: months('months', 'the names of the months, from January')
        .meta({ description: 'From January.' })
        .optional(),
      shortMonths: months('shortMonths', 'the short names of the months, from January')
        .meta({ description: 'From January, short.' })
        .optional(),
      longDate: pattern('longDate', 'D MMMM YYYY').optional(),
      shortDate: pattern('shortDate', 'D MMM YYYY').optional(),
      categories: textMap({ description: "What Apple's categories are called." }).optional(),
      roles: textMap({ description: 'What the roles of people are called.' }).optional(),
      languages: textMap({ description: 'What languages are called, by their code.' }).optional(),
      ...(Object.fromEntries(phrases.map(name => [name, words(placesIn[name]).optional()])) as {
        readonly [Name in Phrase]: ReturnType<ReturnType<typeof words>['optional']>
      }),
    }),
  inFeed: [],
})
