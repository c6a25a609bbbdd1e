/**
 * What stands around a page, behind the back of every theme: language, policy and what others read of the page. The policy is the
 * first thing in the head, so that nothing that comes after it can run or ask for what the policy does not allow.
 */

import { generatorTag, siteFolder } from '../names.ts'
import { escapeAttribute, escapeText } from '../units/escape-html.ts'
import { httpOrigins } from './origins.ts'

export interface Frame {
  /** BCP 47 */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly description: string
  /** From the page to the output folder. */
  readonly root: string
  /** Absolute; undefined of a page that has no address of its own. */
  readonly canonical?: string | undefined
  readonly feed: { readonly title: string; readonly url: string }
  readonly isIndexed: boolean
  readonly isEmbedded?: boolean
  /** `property` or `name` to content. */
  readonly cards: readonly (readonly [string, string])[]
  /** JSON-LD. */
  readonly data?: unknown
  /** Whether the show has a stylesheet beside the one of the pages. */
  readonly hasOwnStyle: boolean
  /** Beside our own, by name, inside the folder of the site. */
  readonly scripts: readonly string[]
  /** What the theme adds to the head. */
  readonly head: string
  readonly body: string
  readonly policy: string
}

/** Addresses of what a page itself names, whatever its theme and its notes say. */
export interface Loaded {
  readonly pictures: readonly string[]
  readonly media: readonly string[]
}

/**
 * What a page may load: its own files, and media that the show names, wherever prefixes redirect to. What lies at an `http:` address
 * is allowed by its host, and only where the page names it; pictures of notes have to be `https:`.
 */
export const policy = (more = '', { pictures, media }: Loaded = { pictures: [], media: [] }): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' https:", ...httpOrigins(pictures)].join(' '),
    mediaSources(media),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(more === '' ? [] : [more]),
  ].join('; ')

/** `media`: addresses of recordings. */
export const mediaSources = (media: readonly string[]): string =>
  ["media-src 'self' https:", ...httpOrigins(media)].join(' ')

export const framed = (frame: Frame): string => {
  const { language, direction, isEmbedded, body } = frame
  return `<!doctype html>
<html lang="${escapeAttribute(language)}" dir="${direction}">
<head>
${headLines(frame)}</head>
<body${isEmbedded ? ' class="embedded"' : ''}>
${body}
</body>
</html>
`
}

const headLines = (frame: Frame): string => {
  const { title, description, root, canonical, feed, data, head } = frame
  let lines = `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(frame.policy)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
`
  if (description.trim() !== '') lines += metaLine('description', description)
  if (!frame.isIndexed) lines += metaLine('robots', 'noindex')
  lines += `${generatorTag}\n`
  lines += metaLine('referrer', 'strict-origin-when-cross-origin')
  lines += metaLine('color-scheme', 'light dark')
  if (canonical !== undefined) lines += `<link rel="canonical" href="${escapeAttribute(canonical)}">\n`
  lines += `<link rel="alternate" type="application/rss+xml" title="${escapeAttribute(feed.title)}" href="${escapeAttribute(feed.url)}">\n`
  for (const [name, content] of frame.cards) lines += metaLine(name, content)
  lines += styleLine(root, 'style.css')
  if (frame.hasOwnStyle) lines += styleLine(root, 'theme.css')
  lines += scriptLine(root, 'page.js')
  for (const name of frame.scripts) lines += scriptLine(root, name)
  if (data !== undefined) lines += `<script type="application/ld+json">${scriptText(data)}</script>\n`
  return head === '' ? lines : `${lines}${head}\n`
}

const metaLine = (name: string, content: string): string =>
  `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${name}" content="${escapeAttribute(content)}">\n`

const styleLine = (root: string, name: string): string =>
  `<link rel="stylesheet" href="${root}${siteFolder}/${name}">\n`

const scriptLine = (root: string, name: string): string =>
  `<script src="${root}${siteFolder}/${name}" defer></script>\n`

/** Nothing in it can end the element that it stands in. */
export const scriptText = (data: unknown): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
