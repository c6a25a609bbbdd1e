import { declaredNamespaces, misspelt } from '../declared-namespaces.ts'
import { canonicalNamespaces } from '../feed-namespaces.ts'
import type { FeedRule } from '../feed-rule.ts'
import { podcastNamespace, psp1, w3cWarning } from '../specs.ts'

const watched = ['atom', 'content', 'podcast', 'psc', 'media'] as const

const rule: FeedRule = {
  id: 'document/namespace',
  title: 'A namespace is spelt to the letter',
  why: 'Readers compare the whole address. With another one they do not know what the tags mean, and skip them.',
  specs: [psp1, podcastNamespace, 'https://podlove.org/simple-chapters/', w3cWarning('ReservedPrefix')],
  askedBy: { psp1: 'requires', podcastindex: 'ignores', w3c: 'advises' },
  covers: ['doc-ns-content', 'doc-ns-atom', 'doc-ns-podcast', 'doc-ns-psc', 'doc-ns-media'],
  example: {
    bad: { 'feed.xml': 'xmlns:atom="https://www.w3.org/2005/Atom/"' },
    good: { 'feed.xml': 'xmlns:atom="http://www.w3.org/2005/Atom"' },
  },
  *check(feed) {
    const declared = declaredNamespaces(feed)
    for (const prefix of watched)
      for (const { value, place, name } of declared.filter(misspelt(prefix)))
        yield {
          place,
          message: `\`${name}\` is "${value}", which is not to the letter the address that apps look for, so they ignore every ${prefix} tag`,
          help: `Write \`${name}="${canonicalNamespaces[prefix]}"\`.`,
        }
  },
}
export default rule
