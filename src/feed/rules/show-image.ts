import { requiredElement } from '../required-element.ts'
import { apple, psp1 } from '../specs.ts'

export default requiredElement({
  id: 'document/show-image',
  title: 'A channel has its artwork',
  why: 'Apple and Spotify do not take a show without, and the `<image>` of RSS is too small for them.',
  specs: [apple, psp1],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['show-image-required'],
  example: {
    bad: { 'feed.xml': '- itunes:image' },
    good: { 'feed.xml': '<itunes:image href="https://show.example/cover.jpg"/>' },
  },
  parent: 'channel',
  element: 'itunes:image',
  attribute: 'href',
  without: 'so the show has no artwork, and Apple and Spotify refuse it',
  form: '<itunes:image href="https://show.example/cover.jpg"/>',
  yours: 'the address of your own artwork',
})
