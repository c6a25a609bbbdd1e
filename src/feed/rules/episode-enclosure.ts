import { requiredElement } from '../required-element.ts'
import { apple, psp1, rss } from '../specs.ts'

export default requiredElement({
  id: 'document/episode-enclosure',
  title: 'An item has an enclosure',
  why: 'It is the audio. Without it an item is a blog post, which apps skip or show with nothing to play.',
  specs: [apple, psp1, rss('ltenclosuregtSubelementOfLtitemgt')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['ep-enclosure-required'],
  example: {
    bad: { 'feed.xml': '<item>\n- enclosure\n</item>' },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  parent: 'item',
  element: 'enclosure',
  attribute: 'url',
  without: 'so there is nothing to play',
  form: '<enclosure url="https://show.example/1.mp3" length="28816456" type="audio/mpeg"/>',
  yours: 'the address of the recording and its size in bytes',
})
