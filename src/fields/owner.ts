import { map } from '../schema/shape.ts'
import { email, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayMap, sayText } from '../table/said.ts'
import { firstSaid, one, shape } from '../table/shape.ts'
import { apple, google } from '../table/specs.ts'

export interface ShowOwner {
  readonly name?: string
  readonly email: string
}

export const owner = field({
  key: 'owner',
  on: {
    show: {
      says: 'Who owns the show, for the directories; not shown to listeners.',
      example: { name: 'Ada Pier', email: 'ada@show.example' },
    },
  },
  form: () =>
    map({
      name: text().meta({ description: 'The name of the person or company that owns the show.' }).optional(),
      email: email().meta({
        description: 'Where Spotify, YouTube and Amazon send the code that proves ownership.',
      }),
    }),
  resolve: (owner): ShowOwner | undefined => owner,
  inFeed: [
    one(
      shape<ShowOwner>({ name: 'itunes:owner', children: { name: 'itunes:name', email: 'itunes:email' } }),
      {
        spec: apple,
        readBy: 'Spotify, YouTube, Amazon, to prove who you are',
      },
    ),
    {
      name: 'googleplay:owner',
      spec: google,
      isDeprecated: true,
      read: nodes => firstSaid(nodes.map(node => sayMap(node, { email: sayText(node) }))),
    },
  ],
})
