import { schemeOf } from '../../units/url.ts'
import { type FeedRule, quoted, wholeAddress } from '../feed-rule.ts'
import { urlsIn } from '../feed-urls.ts'
import { rssProfile, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/absolute-url',
  title: 'Every address is a full one',
  why: 'A feed is read far away from the site it came from: an address without its host leads nowhere.',
  specs: [rssProfile('data-types-url'), w3cError('InvalidFullLink')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['doc-absolute-urls'],
  example: {
    bad: { 'feed.xml': '<itunes:image href="/cover.jpg"/>' },
    good: { 'feed.xml': '<itunes:image href="https://show.example/cover.jpg"/>' },
  },
  *check(feed) {
    for (const { name, written, place } of urlsIn(feed))
      if (schemeOf(written) === undefined)
        yield {
          place,
          message: `${quoted(written)}, the ${name}, is not a full address, so no app can open it`,
          help: `Write the whole address, such as \`${wholeAddress(feed, written)}\`.`,
        }
  },
}
export default rule
