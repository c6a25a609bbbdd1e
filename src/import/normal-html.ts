/**
 * What a person sees of HTML, as one text: two pieces of HTML with the same are shown the same. Of HTML that our own renderer or
 * sanitiser has made, in which every `>` outside a tag is escaped. What it makes no difference between: `b` and `strong`, `i` and `em`,
 * white space, a paragraph and two line breaks, tight and loose lists, addresses that are links and those that apps make links of.
 */

import { findLinks, mayHoldLinks, urlEnd } from '../check/notes/autolink.ts'
import { unescapeHtml } from '../units/escape-html.ts'

const TOKEN = /<(\/?)([a-z][a-z\d]*)([^>]*)>|[^<]+/g

const inline: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del' }
const unseen: ReadonlySet<string> = new Set(['span', 'thead', 'tbody', 'tfoot'])
const paragraphs: ReadonlySet<string> = new Set(['p', 'div'])
const blocks: ReadonlySet<string> = new Set(
  'ul ol li h1 h2 h3 h4 h5 h6 blockquote pre hr table tr td th caption figure figcaption details summary'.split(
    ' ',
  ),
)

const BREAK = '\u0001'
const LINE = '\u0002'

export const normalHtml = (html: string): string => {
  const parts: string[] = []
  let preformatted = 0
  let inLink = 0
  for (const [token, slash = '', name, attributes = ''] of html.matchAll(TOKEN)) {
    if (name === undefined) {
      const text = unescapeHtml(token)
      parts.push(
        preformatted > 0 ? shown(text) : inLink > 0 ? collapsed(shown(text)) : collapsed(linked(text)),
      )
      continue
    }
    if (name === 'pre') preformatted += slash === '' ? 1 : -1
    if (name === 'a') inLink += slash === '' ? 1 : -1
    if (unseen.has(name) || (name === 'code' && preformatted > 0)) continue
    if (name === 'br') parts.push(LINE)
    else if (paragraphs.has(name)) parts.push(BREAK)
    else if (blocks.has(name)) parts.push(`${BREAK}<${slash}${name}${attributesText(attributes)}>${BREAK}`)
    else parts.push(`<${slash}${inline[name] ?? name}${attributesText(attributes)}>`)
  }
  return tidied(parts.join(''))
}

/** Text that cannot be taken for a tag. */
const shown = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›')

const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ')

/** As our renderer makes links of what stands in the text. */
const linked = (text: string): string => {
  const parts: string[] = []
  let at = 0
  for (const { index, 0: scheme } of text.matchAll(/(?<![\p{L}\p{N}])https?:\/\//giu)) {
    if (index < at) continue
    const end = urlEnd(text, index + scheme.length)
    if (end === undefined) continue
    parts.push(withoutScheme(text.slice(at, index)), anchor(text.slice(index, end), text.slice(index, end)))
    at = end
  }
  return parts.join('') + withoutScheme(text.slice(at))
}

const withoutScheme = (text: string): string =>
  mayHoldLinks(text)
    ? findLinks(text)
        .map(({ text, href }) => (href === undefined ? shown(text) : anchor(href, text)))
        .join('')
    : shown(text)

const anchor = (href: string, text: string): string => `<a href="${shown(href)}">${shown(text)}</a>`

const attributesText = (attributes: string): string =>
  [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
    .map(([, name, value = '']) => ` ${name}="${shown(unescapeHtml(value)).replace(/\s+/g, ' ')}"`)
    .sort()
    .join('')

/** White space goes out of what is emphasised, and nothing is emphasised that is not there. */
const tidied = (text: string): string => {
  let now = text
  for (let before = ''; before !== now; ) {
    before = now
    now = now
      .replace(/(<(?:strong|em|del|a)\b[^>]*>)([ \u00a0\u0001\u0002]+)/g, '$2$1')
      .replace(/([ \u00a0\u0001\u0002]+)(<\/(?:strong|em|del|a)>)/g, '$2$1')
      .replace(/<(strong|em|del)><\/\1>/g, '')
      .replace(/<\/(strong|em|del)>( ?)<\1>/g, '$2')
      .replace(/ *\u0002 *\u0002[ \u0002]*/g, BREAK)
      .replace(/[ \u00a0\u0002]*\u0001[\s\u0001\u0002\u00a0]*/g, BREAK)
      .replace(/ *\u0002 */g, LINE)
      .replace(/ {2,}/g, ' ')
  }
  return (
    now
      .replace(
        /\u0001*(<\/?(?:ul|ol|li|h[1-6]|blockquote|pre|hr|table|tr|t[dh]|caption|fig\w+|details|summary)\b[^>]*>)\u0001*/g,
        '$1',
      )
      // The last line break of what is preformatted begins no line that can be seen.
      .replaceAll('\n</pre>', '</pre>')
      .replace(/^[\s\u0001\u0002\u00a0]+|[\s\u0001\u0002\u00a0]+$/g, '')
  )
}
