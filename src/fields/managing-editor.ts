/** Whom RSS of old asks for. No directory reads them; a feed that has them keeps them. */

import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'

export const managingEditor = field({
  key: 'managingEditor',
  on: {
    show: {
      says: 'Who answers for what is said, with an e-mail address in front. Podcast apps do not read it.',
      example: 'ada@show.example (Ada Pier)',
    },
  },
  form: () => text(),
  resolve: editor => editor || undefined,
  inFeed: [inText('managingEditor', { spec: ofChannelToo, readBy: 'few' })],
})

export const webMaster = field({
  key: 'webMaster',
  on: {
    show: {
      says: 'Who answers for the feed itself, with an e-mail address in front. Podcast apps do not read it.',
      example: 'jo@show.example (Jo Sail)',
    },
  },
  form: () => text(),
  resolve: master => master || undefined,
  inFeed: [inText('webMaster', { spec: ofChannelToo, readBy: 'few' })],
})
