import type { Finding } from '../../diagnostic.ts'
import { HTML_REFERENCE, meantBy } from '../../syntax/html-references.ts'
import { type FeedRule, nodesIn, problemsOf, shown } from '../feed-rule.ts'
import { htmlElements, isPlain, knownAttributes } from '../known-elements.ts'
import { rssProfile, w3cWarning } from '../specs.ts'

/** A reference that is still there after the XML has been read. `unknown`: those that XML could not read, which is told of them. */
const referenceIn = (text: string, unknown: ReadonlySet<string>): string | undefined =>
  text.includes('&')
    ? text.match(HTML_REFERENCE)?.find(one => !unknown.has(one) && meantBy(one) !== undefined)
    : undefined

const rule: FeedRule = {
  id: 'document/double-escaped',
  always: 'noticed',
  title: 'Plain text is escaped once',
  why: 'Apps show the text as it is: listeners read “Salt &amp; rope”.',
  specs: [rssProfile('data-types-characterdata'), w3cWarning('ContainsHTML')],
  askedBy: { w3c: 'advises' },
  covers: ['doc-escape-plain-text'],
  example: {
    bad: { 'feed.xml': '<title>Salt &amp;amp; rope</title>' },
    good: { 'feed.xml': '<title>Salt &amp; rope</title>' },
  },
  *check(feed): Iterable<Finding> {
    const unknown = new Set(problemsOf(feed, 'undefined-entity').map(({ detail }) => `&${detail};`))
    for (const node of nodesIn(feed)) {
      if (htmlElements.has(node.name) && /^\s*<!\[CDATA\[/.test(node.text))
        yield {
          place: feed.atText(node),
          message: `the CDATA marks of ${shown(node.name)} are escaped, so listeners see them as text`,
          help: 'Write `<![CDATA[` and `]]>` as they are.',
        }
      const found = isPlain(node.name) ? referenceIn(node.text, unknown) : undefined
      if (found !== undefined)
        yield {
          place: feed.atText(node),
          message: node.xml.cdata
            ? `in a CDATA section nothing is escaped, so listeners see "${found}" in ${shown(node.name)}`
            : `${shown(node.name)} is escaped twice, so listeners see "${found}" in it`,
          help: node.xml.cdata
            ? 'Write the character itself.'
            : `Write \`${found}\` once, not \`&amp;${found.slice(1)}\`.`,
        }
      for (const name of Object.hasOwn(knownAttributes, node.name) ? knownAttributes[node.name]! : []) {
        const twice = referenceIn(node.attributes[name] ?? '', unknown)
        if (twice !== undefined)
          yield {
            place: feed.atAttribute(node, name),
            message: `the ${name} of ${shown(node.name)} is escaped twice, so it holds "${twice}"`,
            help: `Write \`${twice}\` once, not \`&amp;${twice.slice(1)}\`.`,
          }
      }
    }
  },
}
export default rule
