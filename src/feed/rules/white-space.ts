import type { Finding } from '../../diagnostic.ts'
import type { FeedNode } from '../feed-elements.ts'
import { type FeedRule, nodesIn, shown, trimmed } from '../feed-rule.ts'
import { isPlain, knownAttributes } from '../known-elements.ts'
import { appleGuide, psp1 } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/white-space',
  title: 'No value begins or ends with white space',
  why: 'Apple and PSP-1 forbid it. Some readers keep it: then an address cannot be opened, and a guid is another one.',
  specs: [appleGuide, psp1],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['doc-trim-values'],
  example: {
    bad: { 'feed.xml': '<item>\n<guid isPermaLink="false"> harbour-2 </guid>\n</item>' },
    good: { 'feed.xml': '<item>\n<guid isPermaLink="false">harbour-2</guid>\n</item>' },
  },
  *check(feed): Iterable<Finding> {
    for (const node of nodesIn(feed)) {
      if (isPlain(node.name) && node.children.length === 0 && hasSpace(node.text))
        yield {
          place: feed.atText(node),
          message: `the value of ${shown(node.name)} begins or ends with spaces or line breaks, and some apps take those for a part of it`,
          help: `Write \`<${node.name}>${short(trimmed(node))}</${node.name}>\` on one line, without spaces around the value.`,
        }
      for (const name of attributesOf(node))
        if (hasSpace(node.attributes[name] ?? ''))
          yield {
            place: feed.atAttribute(node, name),
            message: `the ${name} of ${shown(node.name)} begins or ends with spaces or line breaks, and some apps take those for a part of it`,
            help: `Write \`${name}="${short(node.attributes[name]?.trim() ?? '')}"\`.`,
          }
    }
  },
}
export default rule

/** An empty value is no value with space around it. */
const hasSpace = (text: string): boolean => text !== text.trim() && text.trim() !== ''

const attributesOf = (node: FeedNode): readonly string[] =>
  Object.hasOwn(knownAttributes, node.name) ? knownAttributes[node.name]! : []

const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').replaceAll('&', '&amp;')
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
