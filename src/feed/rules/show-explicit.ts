import { requiredElement } from '../required-element.ts'
import { apple, psp1 } from '../specs.ts'

export default requiredElement({
  id: 'document/show-explicit',
  title: 'A channel says whether it is explicit',
  why: 'Apple does not take a show that leaves it open, because some countries hide explicit shows.',
  specs: [apple, psp1],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['show-explicit-required'],
  example: {
    bad: { 'feed.xml': '- itunes:explicit' },
    good: { 'feed.xml': '<itunes:explicit>false</itunes:explicit>' },
  },
  parent: 'channel',
  element: 'itunes:explicit',
  without: 'and Apple refuses a show that leaves it open',
  form: '<itunes:explicit>false</itunes:explicit>',
  yours: '`true` in it if there is strong language',
})
