import type { Finding } from '../../diagnostic.ts'
import { schemeOf } from '../../units/url.ts'
import { firstOf, htmlIn } from '../feed-html.ts'
import { type FeedRule, quoted, shown, wholeAddress } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const LINK = /<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi

const rule: FeedRule = {
  id: 'document/relative-links',
  always: 'noticed',
  title: 'Links and pictures in notes have full addresses',
  why: 'An app does not know the page that they are meant from: the link leads nowhere, and the picture is missing.',
  specs: [rssProfile('element-channel-item-description'), w3cWarning('ContainsRelRef')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-absolute-urls'],
  example: {
    bad: {
      'feed.xml': '<item>\n<description><![CDATA[See <a href="/map">the map</a>.]]></description>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<description><![CDATA[See <a href="https://show.example/map">the map</a>.]]></description>\n</item>',
    },
  },
  *check(feed): Iterable<Finding> {
    for (const { name, html, placeOf } of htmlIn(feed)) {
      const links = firstOf(html.matchAll(LINK), ([, double, single]) => double ?? single ?? '', isRelative)
      for (const link of links) {
        yield {
          place: placeOf(link),
          message: `${quoted(link)} in ${shown(name)} is not a full address, so it leads nowhere from within an app`,
          help: `Write the whole address, such as \`${wholeAddress(feed, link)}\`.`,
        }
      }
    }
  },
}
export default rule

const isRelative = (link: string): boolean =>
  link.trim() !== '' && schemeOf(link.trim()) === undefined && !link.trim().startsWith('#')
