import { map, shortOr } from '../schema/shape.ts'
import { flag, type Read, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayMap, sayText } from '../table/said.ts'
import { firstSaid, one, shape } from '../table/shape.ts'
import { podcastTag, rawvoice } from '../table/specs.ts'

export interface UpdateFrequency {
  readonly text: string
  /** RFC 5545. */
  readonly rrule?: string
  /** ISO 8601. */
  readonly dtstart?: string
  /** Nothing more will come. */
  readonly complete?: boolean
}

export const updateFrequency = field({
  key: 'updateFrequency',
  on: {
    show: {
      says: 'How often episodes appear.',
      example: 'Every Tuesday',
      long: { text: 'Every Tuesday' },
      full: { text: 'Every Tuesday', rrule: 'FREQ=WEEKLY;BYDAY=TU', dtstart: '2026-01-06T06:00:00Z' },
    },
  },
  form: () =>
    shortOr(
      (written): Read<UpdateFrequency> =>
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
    ),
  resolve: (frequency): UpdateFrequency | undefined => (frequency?.text ? frequency : undefined),
  inFeed: [
    one(
      shape<UpdateFrequency>({
        name: 'podcast:updateFrequency',
        text: 'text',
        attributes: { complete: 'complete', dtstart: 'dtstart', rrule: 'rrule' },
      }),
      { spec: podcastTag('update-frequency'), readBy: 'TrueFans' },
    ),
    {
      name: 'rawvoice:frequency',
      spec: rawvoice,
      isDeprecated: true,
      read: nodes => firstSaid(nodes.map(node => sayMap(node, { text: sayText(node) }))),
    },
  ],
})
