/** A picture that `<itunes:image>` names elsewhere than in `href`, which is where apps look: people meant it all the same. */

import type { FeedNode } from '../feed/feed-elements.ts'
import { isHttpUrl } from '../units/url.ts'

const isOfImage = ({ name }: FeedNode): boolean => name === 'itunes:image'
const hasHref = ({ attributes }: FeedNode): boolean => (attributes.href ?? '').trim() !== ''

/** As if it stood in `href`, where no other one does. */
export const withMeantImage = (node: FeedNode): FeedNode => {
  const images = node.children.filter(isOfImage)
  const meant = images.some(hasHref) ? undefined : images.find(image => addressIn(image) !== undefined)
  if (meant === undefined) return node
  return {
    ...node,
    children: node.children.map(child =>
      child === meant ? { ...child, text: '', attributes: { href: addressIn(child)! } } : child,
    ),
  }
}

/** Whether it was taken from elsewhere: `asWritten` and what it was meant as. */
export const isImageMeant = (asWritten: FeedNode, node: FeedNode): boolean =>
  node.children.some(
    (child, i) => isOfImage(child) && hasHref(child) && !hasHref(asWritten.children[i] ?? child),
  )

const addressIn = ({ text, attributes: { url, src } }: FeedNode): string | undefined =>
  [url, src, text].map(one => one?.trim() ?? '').find(isHttpUrl)
