import { requiredElement } from '../required-element.ts'
import { apple, psp1 } from '../specs.ts'

export default requiredElement({
  id: 'document/episode-title',
  title: 'An item has a title',
  why: 'An episode without a name is refused, or shown as an empty line.',
  specs: [apple, psp1],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['ep-title-required'],
  example: {
    bad: { 'feed.xml': '<item>\n- title\n</item>' },
    good: { 'feed.xml': '<item>\n<title>Tide tables</title>\n</item>' },
  },
  parent: 'item',
  element: 'title',
  without: 'so the episode has no name, and apps show an empty line or refuse it',
  form: '<title>The name of the episode</title>',
})
