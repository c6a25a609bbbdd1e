/** The rules that an element is there. One rule each, because the directories differ in what they ask for. */

import type { Finding, RuleWords } from '../diagnostic.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedNode } from './feed-elements.ts'
import { type FeedRule, named, nameOfItem, trimmed } from './feed-rule.ts'

export interface RequiredElement extends RuleWords {
  readonly parent: 'channel' | 'item'
  readonly element: string
  /** Where what it says stands, when that is not its text. */
  readonly attribute?: string
  /** What is missing then, in a listener's words. */
  readonly without: string
  /** The right form. */
  readonly form: string
  /** What to write in the place of an example in it. */
  readonly yours?: string
}

export const requiredElement = (required: RequiredElement): FeedRule => {
  const { parent, element, attribute, without, form, yours, ...words } = required
  return {
    ...words,
    *check(feed): Iterable<Finding> {
      const parents = parent === 'item' ? feed.items : feed.channel ? [feed.channel] : []
      for (const owner of parents) {
        const nodes = named(owner, element)
        if (nodes.some(node => says(node, attribute)) || isMeant(owner, element, feed)) continue
        const [empty] = nodes
        // Where the value stands in the wrong part of the element, that has a rule of its own.
        if (
          nodes.some(
            node => attribute !== undefined && (trimmed(node) !== '' || isAttributeMeant(node, attribute)),
          )
        )
          continue
        yield {
          place: feed.atTag(empty ?? owner),
          message: empty
            ? `\`<${element}>\` is empty, ${without}`
            : `\`<${element}>\` is missing${parent === 'item' ? ` in ${nameOfItem(owner)}` : ''}, ${without}`,
          help: `${empty ? 'Write' : 'Add'} \`${form}\`${yours === undefined ? '' : `, with ${yours}`}.`,
        }
      }
    },
  }
}

const says = (node: FeedNode, attribute: string | undefined): boolean =>
  attribute === undefined ? trimmed(node) !== '' : (node.attributes[attribute] ?? '').trim() !== ''

const isAttributeMeant = (node: FeedNode, attribute: string): boolean =>
  Object.keys(node.attributes).some(
    name => name !== attribute && name.toLowerCase() === attribute.toLowerCase(),
  )

/** It is there in another case, or its whole namespace is not: each is a finding of its own, and one mistake is one finding. */
const isMeant = (parent: FeedNode, element: string, feed: FeedDocument): boolean => {
  const folded = element.toLowerCase()
  if (parent.children.some(({ name }) => name !== element && name.toLowerCase() === folded)) return true
  return (
    element.startsWith('itunes:') && !feed.channel?.children.some(({ name }) => name.startsWith('itunes:'))
  )
}
