import { declaredNamespaces } from '../declared-namespaces.ts'
import { canonicalNamespaces } from '../feed-namespaces.ts'
import type { FeedRule } from '../feed-rule.ts'
import { apple, psp1 } from '../specs.ts'

const wanted = ['content', 'atom', 'podcast'] as const

const rule: FeedRule = {
  id: 'document/namespaces-declared',
  title: 'A feed declares the namespaces that directories ask for',
  why: 'Apple lists content beside itunes as required, and PSP-1 asks for atom and podcast, used or not.',
  specs: [apple, psp1],
  askedBy: { psp1: 'requires' },
  covers: ['doc-ns-content', 'doc-ns-atom', 'doc-ns-podcast'],
  example: {
    bad: {
      'feed.xml':
        '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:podcast="https://podcastindex.org/namespace/1.0">\n<item>\n- content:encoded\n</item>',
    },
    good: { 'feed.xml': 'xmlns:content="http://purl.org/rss/1.0/modules/content/"' },
  },
  *check(feed) {
    if (feed.root?.name !== 'rss') return
    const declared = new Set(declaredNamespaces(feed).map(({ prefix }) => prefix))
    const used = new Set(
      feed.xml.problems.filter(({ kind }) => kind === 'undeclared-prefix').map(({ detail }) => detail),
    )
    const missing = wanted.filter(prefix => !declared.has(prefix) && !used.has(prefix))
    if (missing.length === 0) return
    yield {
      place: feed.atTag(feed.root),
      message: `the \`<rss>\` tag does not declare ${missing
        .map(prefix => `\`xmlns:${prefix}\``)
        .join(', ')
        .replace(/, ([^,]*)$/, ' and $1')}, which PSP-1, a standard of podcast hosts, asks for`,
      help: `Add ${missing.map(prefix => `\`xmlns:${prefix}="${canonicalNamespaces[prefix]}"\``).join(' and ')} to the \`<rss>\` tag.`,
    }
  },
}
export default rule
