/** The only door to sanitize-html. Imported only when notes hold raw HTML: it costs 30 ms to open. */

import sanitizeHtml from 'sanitize-html'
import { notesLevels } from '../../limits.ts'
import { IMAGE_SCHEMES, LINK_SCHEMES, type NotesBase, resolveLink } from './link.ts'
import type { Remark } from './problem.ts'

export interface Sanitised {
  readonly html: string
  /** In the order of the text; places are not known here. */
  readonly remarks: readonly Remark[]
}

type Attributes = Readonly<Record<string, string>>

const ALLOWED_TAGS: readonly string[] = [
  ...[
    'p',
    'br',
    'a',
    'ul',
    'ol',
    'li',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'code',
    'hr',
  ],
  ...['em', 'strong', 'b', 'i', 'del', 's', 'sub', 'sup', 'cite', 'abbr', 'kbd', 'mark', 'small', 'time'],
  ...['bdi', 'bdo', 'ruby', 'rt', 'rp', 'q'],
  ...['img', 'figure', 'figcaption', 'details', 'summary', 'span', 'div'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]

const NUMBER = /^\d{1,5}$/
const SIGNED = /^-?\d{1,9}$/
const ANY = /^/

/** Of any tag: they say how a text is to be read, or are what a footnote and its reference are found by. No other id: a page has its own. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  dir: /^(?:ltr|rtl|auto)$/i,
  lang: /^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,8}$/i,
  id: /^(?:user-content-)?(?:fn|fnref|footnote|footnote-ref)[:-]?[\w:.-]{0,64}$/,
}

/** By tag: the attributes that stay, and the values that they may have. Links are treated apart. */
const ALLOWED_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: { title: ANY },
  img: { title: ANY, width: NUMBER, height: NUMBER },
  ol: { start: SIGNED },
  td: { colspan: NUMBER, rowspan: NUMBER },
  th: { colspan: NUMBER, rowspan: NUMBER },
  time: { datetime: /^[\w:.+ -]{1,64}$/ },
}

/** What stands inside these is not for reading: code, fall-backs for players, other documents. */
const DROPPED_WITH_CONTENT: readonly string[] = [
  ...['script', 'style', 'iframe', 'object', 'embed', 'applet', 'noscript', 'template', 'title', 'xmp'],
  ...['textarea', 'select', 'option', 'audio', 'video', 'svg', 'math', 'noembed', 'noframes', 'frameset'],
]
/** Reported too, though what stands inside stays. */
const DROPPED: readonly string[] = ['form', 'input', 'button', 'base', 'meta', 'link']
const REPORTED: ReadonlySet<string> = new Set([...DROPPED_WITH_CONTENT, ...DROPPED])

/** HTML with the allowed tags and attributes only, links absolute. */
export const sanitiseHtml = (html: string, base: NotesBase): Sanitised => {
  const remarks: Remark[] = []
  const anchors = openAnchors()
  const clean = sanitizeHtml(html, {
    allowedTags: [...ALLOWED_TAGS],
    allowedAttributes: allowedNames,
    allowedSchemes: [...LINK_SCHEMES],
    allowedSchemesByTag: { img: [...IMAGE_SCHEMES] },
    nonTextTags: [...DROPPED_WITH_CONTENT],
    nestingLimit: notesLevels,
    parseStyleAttributes: false,
    enforceHtmlBoundary: false,
    onOpenTag: (name, attributes) => {
      anchors.open(name, attributes)
      remarks.push(...remarksOn(name, attributes))
    },
    onCloseTag: anchors.close,
    transformTags: {
      a: (_, attributes) => (anchors.isNested() ? NO_LINK : link(attributes, base, remarks)),
      img: (_, attributes) => image(attributes, base, remarks),
      '*': (tagName, attributes) => ({ tagName, attribs: allowedOf(tagName, attributes) }),
    },
  })
  // Text and attributes have their `>` escaped, so this can only be the end of a void element.
  return { html: clean.replaceAll(' />', '>'), remarks }
}

/** Resolved and judged by the tag's own transform, which runs before the one for all tags. */
const JUDGED: Readonly<Record<string, readonly string[]>> = { a: ['href'], img: ['src', 'alt'] }

const allowedNames = {
  ...Object.fromEntries(
    Object.entries(ALLOWED_ATTRIBUTES).map(([tag, attributes]) => [
      tag,
      [...(JUDGED[tag] ?? []), ...Object.keys(attributes)],
    ]),
  ),
  '*': Object.keys(EVERYWHERE),
}

const remarksOn = (name: string, attributes: Attributes): readonly Remark[] => {
  const tag: Remark[] = REPORTED.has(name)
    ? [{ kind: 'unsafe-html', value: `<${name}>`, needle: `<${name}` }]
    : []
  const events = Object.keys(attributes).filter(attribute => /^on[a-z]/i.test(attribute))
  return [...tag, ...events.map(event => ({ kind: 'unsafe-html' as const, value: event, needle: event }))]
}

const allowedOf = (tag: string, attributes: Attributes): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name, value]) => isAllowed(tag, name, value)))

const isAllowed = (tag: string, name: string, value: string): boolean => {
  if (Object.hasOwn(EVERYWHERE, name)) return EVERYWHERE[name]!.test(value)
  // A stranger may write `<constructor a="b">`.
  if (!Object.hasOwn(ALLOWED_ATTRIBUTES, tag)) return false
  const allowed = ALLOWED_ATTRIBUTES[tag]!
  return JUDGED[tag]?.includes(name) || (Object.hasOwn(allowed, name) && allowed[name]!.test(value))
}

const NO_LINK: sanitizeHtml.Tag = { tagName: 'span', attribs: {} }

/** A link may not stand in a link: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element */
const openAnchors = () => {
  const isLink: boolean[] = []
  let links = 0
  return {
    open: (name: string, attributes: Attributes) => {
      if (name !== 'a') return
      isLink.push('href' in attributes)
      if (isLink.at(-1)) links++
    },
    close: (name: string) => {
      if (name === 'a' && isLink.pop()) links--
    },
    isNested: () => links > (isLink.at(-1) ? 1 : 0),
  }
}

const link = (attributes: Attributes, base: NotesBase, remarks: Remark[]): sanitizeHtml.Tag => {
  const href = attributes.href?.trim()
  // Of a page that nobody has, no part can be shown.
  if (href?.startsWith('#') && base.page === undefined) return NO_LINK
  const url = judge(href, href?.startsWith('#') ? { url: base.page! } : base, LINK_SCHEMES, remarks)
  // An anchor that leads nowhere is only a name.
  if (url === undefined) return NO_LINK
  return { tagName: 'a', attribs: { ...attributes, href: url } }
}

/** An image that cannot be shown leaves its text behind. */
const image = (attributes: Attributes, base: NotesBase, remarks: Remark[]): sanitizeHtml.Tag => {
  const url = judge(attributes.src, base, IMAGE_SCHEMES, remarks)
  if (url === undefined) return { tagName: 'span', attribs: {}, text: attributes.alt ?? '' }
  return { tagName: 'img', attribs: { ...attributes, src: url, alt: attributes.alt ?? '' } }
}

const judge = (
  href: string | undefined,
  base: NotesBase,
  schemes: readonly string[],
  remarks: Remark[],
): string | undefined => {
  if (href === undefined) return undefined
  const resolved = resolveLink(href, base, schemes)
  if ('problem' in resolved) {
    remarks.push({ kind: resolved.problem, value: href, needle: href })
    return undefined
  }
  if (resolved.relative) remarks.push({ kind: 'relative-link', value: href, needle: href })
  return resolved.url
}
