import { isUuid, podcastGuid } from '../units/uuid.ts'
import { mediums } from '../vocabulary/podcast-words.ts'
import { map, noWebAddress, refined, shortOr } from './shape.ts'
import { choice, flag, type Read, type Refusal, text, url } from './value.ts'

export interface WrittenRemoteItem {
  readonly feedGuid: string
  readonly feedUrl?: string
  readonly itemGuid?: string
  readonly medium?: string
  readonly title?: string
}

const noGuid = (address: string): Refusal => ({
  expected: 'text',
  message: 'another show is named by its podcast:guid, and here is only its address, which may change',
  help: `Write \`{ feedGuid: …, feedUrl: ${address} }\`; the guid stands in that feed, and if the show never moved it is \`${podcastGuid(address)}\`.`,
})

export const remoteItem = () =>
  shortOr(
    (written): Read<WrittenRemoteItem> =>
      /^https?:/i.test(written) ? { refusal: noGuid(written) } : { value: { feedGuid: guidOf(written) } },
    refined(
      map({
        feedGuid: text({ examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'] })
          .meta({ description: 'The podcast:guid of the other show.' })
          .optional(),
        feedUrl: url().meta({ description: 'Its feed, for apps that do not know the guid.' }).optional(),
        itemGuid: text().meta({ description: 'The guid of one episode of it.' }).optional(),
        medium: choice(mediums)
          .meta({ description: 'What kind of feed it is. Without it: podcast.' })
          .optional(),
        title: text().meta({ description: 'What to call it.' }).optional(),
      }),
      ({ feedGuid, ...rest }): { value: WrittenRemoteItem } | { refusal: Refusal; key?: string } => {
        if (feedGuid !== undefined) return { value: { feedGuid: guidOf(feedGuid), ...rest } }
        return rest.feedUrl !== undefined
          ? { refusal: noGuid(rest.feedUrl) }
          : {
              refusal: {
                expected: 'text',
                message: '`feedGuid` is missing',
                help: 'Add the podcast:guid of that show.',
              },
            }
      },
    ),
    { ...noWebAddress, examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'] },
  )

const guidOf = (written: string): string => (isUuid(written) ? written.toLowerCase() : written)

export const updateFrequency = () =>
  shortOr(
    (written): Read<{ text: string; rrule?: string; dtstart?: string; complete?: boolean }> =>
      /^(rrule:)?freq=/i.test(written)
        ? {
            refusal: {
              expected: 'text',
              message: 'a rule for machines needs words for people beside it',
              help: `Write \`{ text: …, rrule: "${written}" }\`, such as \`text: Every Tuesday\`.`,
            },
          }
        : { value: { text: written } },
    map({
      text: text({ examples: ['Every Tuesday'] }).meta({ description: 'In words, for people.' }),
      rrule: text({ examples: ['FREQ=WEEKLY;BYDAY=TU'] })
        .meta({ description: 'The same for machines, as a recurrence rule of RFC 5545.' })
        .optional(),
      dtstart: text({ examples: ['2026-01-06T06:00:00Z'] })
        .meta({ description: 'The first time, in ISO 8601; a rule that counts needs it.' })
        .optional(),
      complete: flag().meta({ description: 'Nothing more will come.' }).optional(),
    }),
    { pattern: '^(?!([rR][rR][uU][lL][eE]:)?[fF][rR][eE][qQ]=)', examples: ['Every Tuesday'] },
  )

export const txt = () =>
  shortOr(
    (value): Read<{ purpose?: string; value: string }> => ({ value: { value } }),
    map({
      purpose: text({ examples: ['verify', 'ai-content'] })
        .meta({ description: 'What it is for, so that services find it.' })
        .optional(),
      value: text().meta({ description: 'Any text for machines.' }),
    }),
    { examples: ['abcd1234'] },
  )

export const pages = () =>
  map({
    first: url().meta({ description: 'The newest page.' }).optional(),
    previous: url().meta({ description: 'The next newer page.' }).optional(),
    next: url().meta({ description: 'The next older page.' }).optional(),
    last: url().meta({ description: 'The oldest page.' }).optional(),
    current: url().meta({ description: 'In an archive: the live feed.' }).optional(),
    'prev-archive': url().meta({ description: 'The archive before this.' }).optional(),
    'next-archive': url().meta({ description: 'The archive after this.' }).optional(),
  })

export const origin = () =>
  map({
    url: url().meta({ description: 'The feed that the episode was taken from.' }),
    title: text().meta({ description: 'Its name.' }),
  })
