/** A feed that is cut into pages: https://www.rfc-editor.org/rfc/rfc5005#section-3. */

import { feedBytes, feedItems, feedPages } from '../limits.ts'
import { isHttpUrl, resolveUrl } from '../units/url.ts'
import { isTaken } from './check-feed.ts'
import { type FeedDocument, readFeed, readLeniently } from './feed-document.ts'
import type { FeedNode } from './feed-elements.ts'

/** Reads what is at an address; or says why it cannot, as in `it leads to …`. */
export type ReadPage = (url: string) => Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }>

export interface Paging {
  /** Where the first page was read from, if that was the web. */
  readonly address: string | undefined
  readonly readPage: ReadPage
  /** Whether a page that is not well-formed XML is read as far as it can be understood. */
  readonly isLenient?: boolean
}

/** One of its pages cannot be had. */
export interface MissingPage {
  readonly url: string
  readonly reason: string
}

/** From page to page, each once, without the first. */
export const furtherPages = async (
  first: FeedDocument,
  { address, readPage, isLenient = false }: Paging,
): Promise<readonly FeedDocument[] | MissingPage> => {
  const pages: FeedDocument[] = []
  const seen = new Set([address])
  let size = first.size
  let items = first.items.length
  for (let url = nextPage(first, address); url !== undefined && !seen.has(url); ) {
    const failed = (reason: string): MissingPage => ({ url: url!, reason })
    seen.add(url)
    if (pages.length === feedPages) return failed(`this would be more than ${feedPages} pages`)
    const read = await readPage(url)
    if ('problem' in read) return failed(read.problem)
    const page = (isLenient ? readLeniently : readFeed)(read.bytes, url, first.now)
    size += page.size
    items += page.items.length
    if (size > feedBytes || items > feedItems)
      return failed('the pages together are longer than a feed may be')
    if (!isTaken(page, isLenient)) return failed('it is no well-formed feed')
    pages.push(page)
    url = nextPage(page, url)
  }
  return pages
}

/** Of the first page, then of the others what no page before has: pages shift when an episode is added. */
export const itemsOfAll = (
  first: FeedDocument,
  pages: readonly FeedDocument[],
): readonly { readonly feed: FeedDocument; readonly index: number; readonly node: FeedNode }[] => {
  const own = first.items.map((node, index) => ({ feed: first, index, node }))
  if (pages.length === 0) return own
  const seen = new Set(first.items.map(guidIn))
  const others = pages.flatMap(feed => feed.items.map((node, index) => ({ feed, index, node })))
  return [
    ...own,
    ...others.filter(({ node }) => {
      const guid = guidIn(node)
      if (guid === undefined) return true
      const isNew = !seen.has(guid)
      seen.add(guid)
      return isNew
    }),
  ]
}

const guidIn = ({ children }: FeedNode): string | undefined =>
  children.find(({ name }) => name === 'guid')?.text.trim() || undefined

const nextPage = ({ channel }: FeedDocument, base: string | undefined): string | undefined => {
  const link = channel?.children.find(
    ({ name, attributes }) => name === 'atom:link' && attributes.rel?.trim().toLowerCase() === 'next',
  )
  const href = link?.attributes.href?.trim()
  const url = href === undefined || href === '' ? undefined : resolveUrl(base ?? href, href)
  return url !== undefined && isHttpUrl(url) ? url : undefined
}
