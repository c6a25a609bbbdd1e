/** What a rule of feeds is, and how it looks around in one. */

import type { Finding, RuleWords } from '../diagnostic.ts'
import type { XmlProblem, XmlProblemKind } from '../syntax/xml.ts'
import { isHttpUrl, resolveUrl } from '../units/url.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedNode } from './feed-elements.ts'

export interface FeedRule extends RuleWords {
  /** It is about how a feed is served: of a file there is nothing to look at. */
  readonly looksAt?: 'address'
  /** More than a few findings are told as one, in these words. */
  readonly together?: (
    count: number,
    feed: FeedDocument,
  ) => { readonly message: string; readonly help: string }
  /** Undefined where the fields find it, when they read the feed. */
  readonly check?: (feed: FeedDocument) => Iterable<Finding>
}

export const named = (parent: FeedNode | undefined, name: string): readonly FeedNode[] =>
  (parent?.children ?? []).filter(child => child.name === name)

/** The channel, then each item. */
export const parentsIn = ({ channel, items }: FeedDocument): readonly FeedNode[] =>
  channel === undefined ? [] : [channel, ...items]

/** Every element of the channel and of its items, at any depth, in the order of the text. */
export function* nodesIn(feed: FeedDocument): Iterable<FeedNode> {
  if (feed.channel) yield* within(feed.channel)
}

function* within(parent: FeedNode): Iterable<FeedNode> {
  for (const child of parent.children) {
    yield child
    // A broadcast is an item of its own kind: its stream has no length, and its time is still to come.
    if (child.name !== 'podcast:liveItem') yield* within(child)
  }
}

export const trimmed = (node: FeedNode): string => node.text.trim()

/** An element as a message shows it, with one attribute or none: `<itunes:image href="…"/>`. */
export const shown = (name: string): string => `\`<${name}>\``

export const problemsOf = (feed: FeedDocument, ...kinds: readonly XmlProblemKind[]): readonly XmlProblem[] =>
  feed.xml.problems.filter(({ kind }) => kinds.includes(kind))

/** A finding for each element of these names, from what one has to say. */
export const eachNamed = (
  names: readonly string[],
  find: (node: FeedNode, feed: FeedDocument) => Iterable<Finding>,
) => {
  const wanted = new Set(names)
  return function* (feed: FeedDocument): Iterable<Finding> {
    for (const node of nodesIn(feed)) if (wanted.has(node.name)) yield* find(node, feed)
  }
}

/** A finding for each item. */
export const eachItemNode = (find: (item: FeedNode, feed: FeedDocument) => Iterable<Finding>) =>
  function* (feed: FeedDocument): Iterable<Finding> {
    for (const item of feed.items) yield* find(item, feed)
  }

/** A value in a message: enough of it to recognise it. */
export const quoted = (value: string): string => `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`

/** A link of a feed as a whole address: as the site of the show would have it. */
export const wholeAddress = ({ channel }: FeedDocument, link: string): string => {
  const site = named(channel, 'link').map(trimmed).find(isHttpUrl) ?? 'https://show.example/'
  return (resolveUrl(site, link.trim()) ?? site).slice(0, 120)
}

/** How a message names an item. */
export const nameOfItem = (item: FeedNode): string => {
  const title = named(item, 'title')
    .map(trimmed)
    .find(text => text !== '')
  return title === undefined ? 'this item' : `the item ${quoted(title)}`
}
