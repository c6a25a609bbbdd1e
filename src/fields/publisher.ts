import { field } from '../table/field.ts'
import { elementOf, firstSaid } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import {
  isNamed,
  itemsIn,
  type RemoteItem,
  remoteItem,
  remoteItemChild,
  remoteItemShape,
} from './remote-item.ts'

const feedGuid = '2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22'

export const publisher = field({
  key: 'publisher',
  on: {
    show: {
      says: 'The feed of the publisher, which has to name this show in turn.',
      example: feedGuid,
      long: { feedGuid },
      full: { feedGuid, feedUrl: 'https://pub.example/feed.xml' },
    },
  },
  form: remoteItem,
  /** What the item is, the tag around it says already; the item has to say it all the same. */
  resolve: (item): RemoteItem | undefined =>
    item && isNamed(item) ? { ...item, medium: 'publisher' } : undefined,
  inFeed: [
    {
      name: 'podcast:publisher',
      spec: podcastTag('publisher'),
      readBy: 'TrueFans and others',
      children: [remoteItemChild],
      write: item => [{ name: 'podcast:publisher', children: [elementOf(remoteItemShape, { ...item })] }],
      read: nodes => firstSaid(nodes.flatMap(itemsIn)),
    },
  ],
})
