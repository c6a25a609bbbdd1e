import { eachNamed, type FeedRule, trimmed } from '../feed-rule.ts'
import { appleGuide, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/category-form',
  title: 'The name of a category is in its text attribute',
  why: 'Readers look into the attribute only: a category that is written otherwise does not count.',
  specs: [appleGuide, w3cError('MissingAttribute')],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-category-required'],
  example: {
    bad: { 'feed.xml': '<itunes:category>Technology</itunes:category>' },
    good: { 'feed.xml': '<itunes:category text="Technology"/>' },
  },
  check: eachNamed(['itunes:category'], function* (node, feed) {
    if (node.attributes.text?.trim()) return
    const text = trimmed(node)
    if (text !== '')
      yield {
        place: feed.atText(node),
        message: `the category "${text.slice(0, 60)}" is written as the text of \`<itunes:category>\`, where no directory looks, so Apple refuses the show`,
        help: `Write \`<itunes:category text="${text.slice(0, 80).replaceAll('&', '&amp;')}"/>\`.`,
      }
    // Of a single empty category the show says that it has none; that is another rule.
    else if (isOneOfSeveral(feed.channel?.children ?? [], node))
      yield {
        place: feed.atTag(node),
        message: 'this category has no name, so Apple does not know where to list the show',
        help: 'Remove it, or write `<itunes:category text="Technology"/>`.',
      }
  }),
}
export default rule

const isOneOfSeveral = (
  siblings: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[],
  node: unknown,
): boolean =>
  siblings.some(
    other =>
      other !== node && other.name === 'itunes:category' && (other.attributes.text ?? '').trim() !== '',
  )
