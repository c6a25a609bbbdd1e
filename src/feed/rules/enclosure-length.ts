import { eachNamed, type FeedRule } from '../feed-rule.ts'
import { appleGuide, rssProfile } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/enclosure-length',
  always: 'noticed',
  title: 'The length of an enclosure is known',
  why: 'With 0, apps cannot say how large a download is, and some do not show how far it has come.',
  specs: [appleGuide, rssProfile('element-channel-item-enclosure')],
  askedBy: { apple: 'advises', psp1: 'advises' },
  covers: ['ep-enclosure-length-bytes'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="0" type="audio/mpeg"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachNamed(['enclosure'], function* (node, feed) {
    if (!/^0+$/.test(node.attributes.length?.trim() ?? '')) return
    yield {
      place: feed.atAttribute(node, 'length'),
      message:
        '`length="0"` says that the size of the audio is not known, so apps cannot say how large a download will be',
      help: 'Write the size of the file in bytes, such as `length="992496"`.',
    }
  }),
}
export default rule
