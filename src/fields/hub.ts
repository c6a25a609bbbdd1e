import { many, url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayList } from '../table/said.ts'
import { addressesOf, atomLink, linkTo, specs } from './atom-link.ts'

export const hub = field({
  key: 'hub',
  on: {
    show: {
      says: 'WebSub hubs that are told of new episodes.',
      example: 'https://hub.example/',
      long: ['https://hub.example/'],
      synonyms: ['hubs', 'websub', 'pubsubhubbub', 'huburl'],
    },
  },
  form: () => many(url()),
  resolve: hubs => hubs ?? [],
  inFeed: [
    {
      ...atomLink,
      spec: specs.websub,
      write: hubs => hubs.map(href => linkTo(href, 'hub')),
      read: nodes => sayList(addressesOf(nodes, 'hub')),
    },
  ],
})
