import type { Finding } from '../../diagnostic.ts'
import { firstOf, htmlIn } from '../feed-html.ts'
import { type FeedRule, shown } from '../feed-rule.ts'
import { w3cWarning } from '../specs.ts'

const TAG = /<(?:script|style|iframe|object|embed|applet|form|input|button|meta|base|link)\b/gi
const EVENT = /<[a-z][^<>]*?\s(on[a-z]{3,20})\s*=/gi

const rule: FeedRule = {
  id: 'document/unsafe-html',
  title: 'Notes hold no scripts, styles, frames, forms or event attributes',
  why: 'Apps strip them or refuse the text, and what they were to show is lost.',
  specs: [w3cWarning('SecurityRisk')],
  askedBy: { apple: 'ignores', spotify: 'ignores', w3c: 'advises' },
  covers: ['doc-html-script'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n<description><![CDATA[High water. <iframe src="https://player.example/2"></iframe>]]></description>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<description><![CDATA[<a href="https://player.example/2">Listen</a>]]></description>\n</item>',
    },
  },
  *check(feed): Iterable<Finding> {
    for (const { name, html, placeOf } of htmlIn(feed)) {
      const tags = firstOf(html.matchAll(TAG), ([tag]) => tag)
      for (const tag of tags)
        yield {
          place: placeOf(tag),
          message: `${shown(name)} contains ${tag.toLowerCase()}>, which no podcast app shows`,
          help: 'Replace it with a link, or remove it.',
        }
      const events = firstOf(html.matchAll(EVENT), ([, event = '']) => event)
      for (const event of events)
        yield {
          place: placeOf(event),
          message: `${shown(name)} contains the attribute ${event.toLowerCase()}, which would run a script, so apps remove it or refuse the text`,
          help: 'Remove it.',
        }
    }
  },
}
export default rule
