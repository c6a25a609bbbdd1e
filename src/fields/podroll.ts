import { many } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { sayList } from '../table/said.ts'
import { elementOf, firstSaid } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import {
  exampleOfItems,
  isNamed,
  itemsIn,
  remoteItem,
  remoteItemChild,
  remoteItemShape,
} from './remote-item.ts'

export const podroll = field({
  key: 'podroll',
  on: { show: { says: 'Other shows that you recommend.', ...exampleOfItems } },
  form: () => many(remoteItem()),
  resolve: items => some(items?.filter(isNamed)),
  inFeed: [
    {
      name: 'podcast:podroll',
      spec: podcastTag('podroll'),
      readBy: 'Podfriend, TrueFans',
      children: [remoteItemChild],
      write: items => [
        { name: 'podcast:podroll', children: items.map(item => elementOf(remoteItemShape, { ...item })) },
      ],
      read: nodes => firstSaid(nodes.map(node => sayList(itemsIn(node)))),
    },
  ],
})
