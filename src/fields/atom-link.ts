/** An atom:link says what it leads to by its `rel`: part of several fields. */

import type { Element } from '../table/element.ts'
import type { InFeed } from '../table/field.ts'
import { type Node, type Said, sayAttribute } from '../table/said.ts'

const rss = 'https://www.rssboard.org/rss-profile#namespace-elements-atom-link'
const websub = 'https://www.w3.org/TR/websub/#discovery'
const archives = 'https://www.rfc-editor.org/rfc/rfc5005'

export const specs = { rss, websub, archives }

export const atomLink = {
  name: 'atom:link',
  readBy: 'feed readers, WebSub hubs, some podcast apps',
  attributes: ['href', 'rel', 'type', 'hreflang', 'title', 'length'],
} satisfies Partial<InFeed<never>>

export const linkTo = (href: string, rel: string, type?: string): Element => ({
  name: 'atom:link',
  attributes: { href, rel, type },
})

/** Those of one relation, or of one that has several names. */
export const linksOf = (nodes: readonly Node[], ...rels: readonly string[]): readonly Node[] =>
  nodes.filter(({ attributes }) => rels.includes(attributes.rel?.trim().toLowerCase() ?? ''))

/** Their addresses. */
export const addressesOf = (nodes: readonly Node[], ...rels: readonly string[]): readonly Said[] =>
  linksOf(nodes, ...rels).flatMap(node => sayAttribute(node, 'href') ?? [])
