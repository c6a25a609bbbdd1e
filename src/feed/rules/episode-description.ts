import type { Finding } from '../../diagnostic.ts'
import { isBlankHtml } from '../../units/blank.ts'
import { eachItemNode, type FeedRule, named, nameOfItem, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1 } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/episode-description',
  always: 'noticed',
  title: 'An item has a description',
  why: 'It is what people read before they listen. Spotify asks for one.',
  specs: [appleGuide, psp1],
  askedBy: { spotify: 'advises', apple: 'advises', psp1: 'advises' },
  covers: ['ep-description'],
  example: {
    bad: { 'feed.xml': '<item>\n- description\n- content:encoded\n</item>' },
    good: { 'feed.xml': '<item>\n<description>High water, low water, and why.</description>\n</item>' },
  },
  check: eachItemNode(function* (item, feed): Iterable<Finding> {
    if (named(item, 'description').some(node => !isBlankHtml(trimmed(node)))) return
    const hasContent = named(item, 'content:encoded').some(node => !isBlankHtml(trimmed(node)))
    const [empty] = named(item, 'description')
    yield {
      place: feed.atTag(empty ?? item),
      message: hasContent
        ? `${nameOfItem(item)} has \`<content:encoded>\` and no \`<description>\`, and some apps show only that`
        : `${nameOfItem(item)} has no description, so listeners read nothing that would make them press play`,
      help: 'Add `<description>…</description>` with a sentence or two on what it is about.',
    }
  }),
}
export default rule
