import type { Finding } from '../../diagnostic.ts'
import { type FeedRule, named, quoted, trimmed } from '../feed-rule.ts'
import { rss, w3cError } from '../specs.ts'

/** Pixels. */
const most: Readonly<Record<string, number>> = { width: 144, height: 400 }

const rule: FeedRule = {
  id: 'document/rss-image',
  title: 'The image of RSS has its three parts, and no size beyond 144 by 400',
  why: 'It is a small button beside the artwork. With the real size of the artwork, validators refuse it.',
  specs: [rss('ltimagegtSubelementOfLtchannelgt'), w3cError('InvalidWidth'), w3cError('InvalidHeight')],
  askedBy: { w3c: 'requires' },
  covers: ['show-image-rss-size'],
  example: {
    bad: {
      'feed.xml':
        '<image><url>https://show.example/cover.jpg</url><title>Harbour Notes</title><link>https://show.example/</link><width>3000</width></image>',
    },
    good: {
      'feed.xml':
        '<image><url>https://show.example/cover.jpg</url><title>Harbour Notes</title><link>https://show.example/</link></image>',
    },
  },
  *check(feed): Iterable<Finding> {
    for (const image of named(feed.channel, 'image')) {
      const missing = ['url', 'title', 'link'].filter(
        name => !named(image, name).some(node => trimmed(node) !== ''),
      )
      if (missing.length > 0)
        yield {
          place: feed.atTag(image),
          message: `the \`<image>\` has no ${missing.map(name => `\`<${name}>\``).join(' and no ')}`,
          help: 'Write all of `<url>`, `<title>` and `<link>`, or leave `<image>` out: apps use `<itunes:image>`.',
        }
      for (const [name, limit] of Object.entries(most))
        for (const node of named(image, name)) {
          const written = trimmed(node)
          if (/^\d{1,4}$/.test(written) && Number(written) > 0 && Number(written) <= limit) continue
          yield {
            place: feed.atText(node),
            message: `the ${name} ${quoted(written)} of \`<image>\` is not a number from 1 to ${limit}, which is all that RSS allows, so validators call the feed invalid`,
            help: `Remove \`<${name}>\`: \`<image>\` is a small button beside your artwork, and needs no size.`,
          }
        }
    }
  },
}
export default rule
