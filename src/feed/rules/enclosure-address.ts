import { reachOfUrl } from '../../units/host.ts'
import { isHttpUrl } from '../../units/url.ts'
import { eachNamed, type FeedRule, quoted } from '../feed-rule.ts'
import { apple } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/enclosure-address',
  always: 'broken',
  title: 'An enclosure is where listeners can reach it',
  why: 'An address of your own machine or network, or a made-up one, plays for you at best, and for no listener.',
  specs: [apple],
  askedBy: { apple: 'refuses', spotify: 'refuses', youtube: 'refuses', amazon: 'refuses' },
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://localhost/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n</item>',
    },
  },
  check: eachNamed(['enclosure'], function* (node, feed) {
    const url = node.attributes.url?.trim() ?? ''
    if (!isHttpUrl(url)) return
    const reach = reachOfUrl(url)
    if (reach === 'public') return
    yield {
      place: feed.atAttribute(node, 'url'),
      message:
        reach === 'nearby'
          ? `${quoted(url)} works only on one machine or network, so no listener can reach it`
          : `${quoted(url)} is still a placeholder, so there is nothing at that address to play`,
      help: `Write the public address of the recording, in place of ${new URL(url).host}.`,
    }
  }),
}
export default rule
