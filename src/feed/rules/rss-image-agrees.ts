import type { Finding } from '../../diagnostic.ts'
import { type FeedRule, named, quoted, trimmed } from '../feed-rule.ts'
import { rssProfile } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/rss-image-agrees',
  title: 'The image of RSS has the title and the link of its channel',
  why: 'It is a picture of the show that leads to its site; readers that show it expect the same words.',
  specs: [rssProfile('element-channel-image')],
  askedBy: { w3c: 'advises' },
  covers: ['show-image-rss-matches'],
  example: {
    bad: {
      'feed.xml':
        '<image><url>https://show.example/cover.jpg</url><title>Cover</title><link>https://show.example/</link></image>',
    },
    good: {
      'feed.xml':
        '<image><url>https://show.example/cover.jpg</url><title>Harbour Notes</title><link>https://show.example/</link></image>',
    },
  },
  *check(feed): Iterable<Finding> {
    const [image] = named(feed.channel, 'image')
    if (image === undefined) return
    for (const name of ['title', 'link']) {
      const [own] = named(feed.channel, name)
      const [repeated] = named(image, name)
      if (!own || !repeated || trimmed(repeated) === '' || trimmed(own) === trimmed(repeated)) continue
      yield {
        place: feed.atText(repeated),
        message: `the ${name} of \`<image>\` is ${quoted(trimmed(repeated))}, and that of the show ${quoted(trimmed(own))}, so some apps may take them for two shows`,
        help: `Write \`<${name}>${trimmed(own).slice(0, 100)}</${name}>\` into \`<image>\` too.`,
        related: [{ place: feed.atText(own), message: `the ${name} of the show` }],
      }
    }
  },
}
export default rule
