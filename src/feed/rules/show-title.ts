import { requiredElement } from '../required-element.ts'
import { apple, psp1, rss } from '../specs.ts'

export default requiredElement({
  id: 'document/show-title',
  title: 'A channel has a title',
  why: 'It is the name of the show; no directory takes a show without.',
  specs: [rss('requiredChannelElements'), apple, psp1],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-title-required'],
  example: { bad: { 'feed.xml': '- title' }, good: { 'feed.xml': '<title>Harbour Notes</title>' } },
  parent: 'channel',
  element: 'title',
  without: 'so the show has no name, and directories refuse it',
  form: '<title>The name of the show</title>',
})
