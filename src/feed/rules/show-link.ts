import { requiredElement } from '../required-element.ts'
import { psp1, rss } from '../specs.ts'

export default requiredElement({
  id: 'document/show-link',
  title: 'A channel has a link',
  why: "It leads to the show's site; Spotify and PSP-1 require it, and RSS does too.",
  specs: [rss('requiredChannelElements'), psp1],
  askedBy: { apple: 'advises', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-link-required'],
  example: { bad: { 'feed.xml': '- link' }, good: { 'feed.xml': '<link>https://show.example/</link>' } },
  parent: 'channel',
  element: 'link',
  without: 'so apps cannot lead listeners to your site, and Spotify refuses the show',
  form: '<link>https://show.example/</link>',
  yours: 'the address of your site',
})
