import { requiredElement } from '../required-element.ts'
import { apple, psp1 } from '../specs.ts'

export default requiredElement({
  id: 'document/show-category',
  title: 'A channel has a category',
  why: 'Without one, Apple does not know which chart and which page the show belongs on, and refuses it.',
  specs: [apple, psp1, 'https://podcasters.apple.com/support/1691-apple-podcasts-categories'],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['show-category-required'],
  example: {
    bad: { 'feed.xml': '- itunes:category' },
    good: { 'feed.xml': '<itunes:category text="Technology"/>' },
  },
  parent: 'channel',
  element: 'itunes:category',
  attribute: 'text',
  without: 'and Apple refuses a show without a category',
  form: '<itunes:category text="Technology"/>',
  yours: "the category from Apple's list that fits",
})
