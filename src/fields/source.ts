import { map } from '../schema/shape.ts'
import { text, url } from '../schema/value.ts'
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
  form: () =>
    map({
      url: url().meta({ description: 'The feed that the episode was taken from.' }),
      title: text().meta({ description: 'Its name.' }),
    }),
  resolve: (source): Origin | undefined => source,
  inFeed: [
    one(shape<Origin>({ name: 'source', text: 'title', attributes: { url: 'url' } }), {
      spec: ofItemElement('source'),
      readBy: 'few',
    }),
  ],
})
