import { declaredNamespaces, misspelt } from '../declared-namespaces.ts'
import { canonicalNamespaces } from '../feed-namespaces.ts'
import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { appleGuide, psp1, w3cWarning } from '../specs.ts'

const uri = canonicalNamespaces.itunes!

const rule: FeedRule = {
  id: 'document/itunes-namespace',
  title: 'The itunes namespace is spelt as Apple spells it',
  why: 'It is compared byte for byte. With https, without www or with a capital, Apple ignores every itunes tag.',
  specs: [appleGuide, psp1, w3cWarning('ReservedPrefix')],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['doc-ns-itunes-exact'],
  example: {
    bad: { 'feed.xml': 'xmlns:itunes="https://www.itunes.com/dtds/podcast-1.0.dtd"' },
    good: { 'feed.xml': 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"' },
  },
  *check(feed) {
    const declared = declaredNamespaces(feed)
    for (const { value, place, name } of declared.filter(misspelt('itunes')))
      yield {
        place,
        message: `\`${name}\` is "${value}", which is not to the letter the address that Apple looks for, so it ignores every itunes tag`,
        help: `Write \`${name}="${uri}"\`.`,
      }
    const isUsed =
      feed.channel?.children.some(({ name }) => name.startsWith('itunes:')) ||
      problemsOf(feed, 'undeclared-prefix').some(({ detail }) => detail === 'itunes')
    if (feed.root?.name === 'rss' && !isUsed && !declared.some(one => one.prefix === 'itunes'))
      yield {
        place: feed.atTag(feed.root),
        message:
          'the `<rss>` tag does not declare `xmlns:itunes`, so Apple finds nothing in the feed that it reads',
        help: `Add \`xmlns:itunes="${uri}"\` to the \`<rss>\` tag, and the itunes tags to the channel.`,
      }
  },
}
export default rule
