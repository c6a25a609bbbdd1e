import type { Finding } from '../../diagnostic.ts'
import { eachItemNode, type FeedRule } from '../feed-rule.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/description-order',
  title: 'The description comes before content:encoded',
  why: 'Readers that let the later one win show the short text in place of the notes.',
  specs: [rssProfile('namespace-elements-content-encoded'), w3cWarning('NeedDescriptionBeforeContent')],
  askedBy: { w3c: 'advises' },
  covers: ['ep-description-order'],
  example: {
    bad: {
      'feed.xml':
        '<item>\n- description\n<content:encoded>High water and why.</content:encoded>\n<description>High water.</description>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n- content:encoded\n<description>High water.</description>\n<content:encoded>High water and why.</content:encoded>\n</item>',
    },
  },
  check: eachItemNode(function* (item, feed): Iterable<Finding> {
    const names = item.children.map(({ name }) => name)
    const content = names.indexOf('content:encoded')
    const description = names.indexOf('description')
    if (content < 0 || description < content) return
    yield {
      place: feed.atTag(item.children[description]!),
      message:
        '`<description>` comes after `<content:encoded>`, so some apps show the short text in place of the notes',
      help: 'Move `<description>` in front of `<content:encoded>`.',
    }
  }),
}
export default rule
