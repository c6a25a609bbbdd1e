import { requiredElement } from '../required-element.ts'
import { apple, appleForHosts, psp1, w3cWarning } from '../specs.ts'

export default requiredElement({
  id: 'document/episode-guid',
  title: 'An item has a guid',
  why: 'By it an app knows an episode again. Without it, a changed title or address makes everybody download it twice.',
  specs: [apple, appleForHosts, psp1, w3cWarning('MissingGuid')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['ep-guid-required'],
  example: {
    bad: { 'feed.xml': '<item>\n- guid\n</item>' },
    good: { 'feed.xml': '<item>\n<guid isPermaLink="false">harbour-2</guid>\n</item>' },
  },
  parent: 'item',
  element: 'guid',
  without: 'so after any change apps may take it for a new episode, and listeners get it twice',
  form: '<guid isPermaLink="false">harbour-notes-2026-01-12</guid>',
  yours: 'a text that no other episode has',
})
