import { map, shortOr } from '../schema/shape.ts'
import { flag, flagOf, many, type Read, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'

export interface Block {
  /** A service's slug; without one, every service. */
  readonly service?: string
  readonly blocked: boolean
}

/** At services of any kind. For Apple alone: `block`. */
export const blocks = field({
  key: 'blocks',
  on: {
    show: {
      says: 'Services that are asked not to carry the show: `all`, or their slugs.',
      example: 'amazon',
      long: [{ service: 'amazon', blocked: true }],
      full: ['all', { service: 'podcastindex', blocked: false }],
    },
  },
  form: () =>
    many(
      shortOr(
        readBlock,
        map({
          service: text({ examples: ['amazon'] })
            .meta({ description: 'The name of a service on the list. Without it: every service.' })
            .optional(),
          blocked: flag().meta({ description: 'Whether it is asked not to carry the show.' }),
        }),
        { examples: ['all', 'amazon'] },
      ),
    ),
  resolve: some<Block>,
  inFeed: [
    each(
      shape<Block>({
        name: 'podcast:block',
        text: ['blocked', (isBlocked: boolean) => (isBlocked ? 'yes' : 'no')],
        attributes: { id: 'service' },
      }),
      { spec: podcastTag('block'), readBy: 'the services that honour it' },
    ),
  ],
})

/** `all`, a flag, or the slug of a service. */
function readBlock(written: string): Read<Block> {
  if (written.toLowerCase() === 'all') return { value: { blocked: true } }
  const everyone = flagOf(written)
  return 'value' in everyone
    ? { value: { blocked: everyone.value } }
    : { value: { service: written.toLowerCase(), blocked: true } }
}
