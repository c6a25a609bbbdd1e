import { chaptersType } from '../../vocabulary/podcast-words.ts'
import { eachNamed, type FeedRule, quoted } from '../feed-rule.ts'
import { podcastNamespace } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/chapters-type',
  title: 'JSON chapters are called application/json+chapters',
  why: 'Apps tell by the type whether they can read the file, and pass over one that is called otherwise.',
  specs: [podcastNamespace],
  askedBy: { podcastindex: 'ignores' },
  example: {
    bad: {
      'feed.xml':
        '<item>\n<podcast:chapters url="https://show.example/2.json" type="application/json"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<podcast:chapters url="https://show.example/2.json" type="application/json+chapters"/>\n</item>',
    },
  },
  check: eachNamed(['podcast:chapters'], function* (node, feed) {
    const type = node.attributes.type?.trim()
    if (!type || type === chaptersType) return
    yield {
      place: feed.atAttribute(node, 'type'),
      message: `${quoted(type)} is not the type of a chapters file, so apps skip it`,
      help: `Write \`type="${chaptersType}"\`.`,
    }
  }),
}
export default rule
