import { eachNamed, type FeedRule, quoted, shown, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1 } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/switch-value',
  title: 'block and complete say Yes, or are left out',
  why: 'They act with the word Yes only. Any other value does nothing, and some apps take it for a yes all the same.',
  specs: [appleGuide, psp1],
  askedBy: { apple: 'ignores', psp1: 'advises' },
  covers: ['show-block-value', 'show-complete-value', 'ep-block'],
  example: {
    bad: { 'feed.xml': '<itunes:block>no</itunes:block>' },
    good: { 'feed.xml': '- itunes:block' },
  },
  check: eachNamed(['itunes:block', 'itunes:complete'], function* (node, feed) {
    const word = trimmed(node)
    if (/^yes$/i.test(word)) return
    yield {
      place: feed.atText(node),
      message: `${shown(node.name)} is ${word === '' ? 'empty' : quoted(word)}, but only the word Yes has an effect, and some apps take anything for a yes`,
      help: `Remove the tag, or write \`<${node.name}>Yes</${node.name}>\`.`,
    }
  }),
}
export default rule
