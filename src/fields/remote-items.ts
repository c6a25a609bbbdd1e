import { many } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { exampleOfItems, isNamed, remoteItem, remoteItemShape } from './remote-item.ts'

export const remoteItems = field({
  key: 'remoteItems',
  on: { show: { says: 'What a list is made of, or the shows of a publisher.', ...exampleOfItems } },
  form: () => many(remoteItem()),
  resolve: items => some(items?.filter(isNamed)),
  inFeed: [
    each(remoteItemShape, {
      spec: podcastTag('remote-item'),
      readBy: 'the apps that read lists and publishers',
    }),
  ],
})
