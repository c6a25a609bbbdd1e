/** Character references of HTML: https://html.spec.whatwg.org/multipage/named-characters.html */

import { decodeHTMLStrict } from 'entities'

/** Whole ones, as they are written; whether there is such a name is another question. */
export const HTML_REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g

/** What `&eacute;` or `&#233;` stands for. Undefined where there is no such name, and for what no text may hold. */
export const meantBy = (reference: string): string | undefined => {
  const text = decodeHTMLStrict(reference)
  return text === reference || /^[\0-\x1f\ufffd]$/.test(text) ? undefined : text
}

/** The text with every reference as what it stands for. */
export const withoutReferences = (text: string): string =>
  text.includes('&') ? text.replace(HTML_REFERENCE, reference => meantBy(reference) ?? reference) : text
