import type { Finding } from '../../diagnostic.ts'
import { templateIn } from '../../units/template.ts'
import { eachItemNode, type FeedRule, quoted, shown } from '../feed-rule.ts'

const TAG = /(<[^<>]*>)/

/** Without tags, and without what is shown as it is written on purpose. */
const proseIn = (html: string): string => {
  let depth = 0
  const prose: string[] = []
  for (const part of html.split(TAG)) {
    if (/^<(?:code|pre)\b/i.test(part)) depth++
    else if (/^<\/(?:code|pre)\b/i.test(part)) depth = Math.max(0, depth - 1)
    else if (depth === 0) prose.push(part.startsWith('<') ? ' ' : part)
  }
  return prose.join('')
}

const rule: FeedRule = {
  id: 'document/template',
  always: 'noticed',
  title: 'The notes hold no remains of a template',
  why: 'A site generator puts something in the place of `{{ … }}` and `{% … %}`. In a feed nobody does, and listeners read the signs as they are written.',
  specs: ['https://shopify.github.io/liquid/basics/introduction/'],
  example: {
    bad: {
      'feed.xml': '<item>\n<description>Hear {{ page.title }} again.</description>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<description><![CDATA[Write <code>{{ page.title }}</code> to show the title.]]></description>\n</item>',
    },
  },
  check: eachItemNode(function* (item, feed): Iterable<Finding> {
    for (const node of item.children) {
      if (node.name !== 'description' && node.name !== 'content:encoded') continue
      const found = templateIn(proseIn(node.text))
      if (found === undefined) continue
      yield {
        place: feed.atText(node),
        message: `${shown(node.name)} contains ${quoted(found)}, a placeholder of a web site's template, and listeners see it as it is written`,
        help: 'Write the words themselves in its place, or put it in `<code>` if listeners should see it.',
      }
    }
  }),
}
export default rule
