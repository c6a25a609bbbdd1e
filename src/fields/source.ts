import { origin } from '../schema/feeds.ts'
import { field } from '../table/field.ts'
import { one, shape } from '../table/shape.ts'
import { ofItemElement } from '../table/specs.ts'

/** The feed that an item was taken from. */
export interface Origin {
  readonly url: string
  readonly title: string
}

export const source = field({
  key: 'source',
  on: {
    episode: {
      says: 'The feed of another show that the episode was taken from.',
      example: { url: 'https://friend.example/feed.xml', title: "A friend's show" },
    },
  },
  form: origin,
  resolve: (source): Origin | undefined => source,
  inFeed: [
    one(shape<Origin>({ name: 'source', text: 'title', attributes: { url: 'url' } }), {
      spec: ofItemElement('source'),
      readBy: 'few',
    }),
  ],
})
