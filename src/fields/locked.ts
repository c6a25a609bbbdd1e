import { map, shortOr } from '../schema/shape.ts'
import { email, flag, flagOf, flagPattern } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional } from '../table/optional.ts'
import { one, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { owner } from './owner.ts'

/** Whether other hosts are asked not to import the feed. */
export interface Locked {
  readonly locked: boolean
  /** Who proves the ownership when the show moves. An e-mail address. */
  readonly owner?: string
}

export const locked = field({
  key: 'locked',
  on: {
    show: {
      says: 'Whether other hosts are asked not to import the show (yes unless you say otherwise), and whom to ask.',
      example: true,
      long: { locked: true },
      full: { locked: true, owner: 'move@show.example' },
      synonyms: ['podcastlocked', 'lock'],
    },
  },
  form: () =>
    shortOr<Locked>(
      written => {
        const read = flagOf(written)
        return 'value' in read ? { value: { locked: read.value } } : read
      },
      map({
        locked: flag().meta({ description: 'Whether other hosts are asked not to import the show.' }),
        owner: email()
          .meta({
            description: 'Who is asked when the show moves, when that is not the `owner` of the show.',
          })
          .optional(),
      }),
      { type: ['boolean', 'string'], pattern: flagPattern(), examples: [true] },
    ),
  resolve: (locked, { written }): Locked => ({
    locked: true,
    ...optional('owner', written(owner)?.email),
    ...locked,
  }),
  inFeed: [
    one(
      shape<Locked>({
        name: 'podcast:locked',
        text: ['locked', (isLocked: boolean) => (isLocked ? 'yes' : 'no')],
        attributes: { owner: 'owner' },
      }),
      { spec: podcastTag('locked'), readBy: 'the hosts to which a show may move' },
    ),
  ],
})
