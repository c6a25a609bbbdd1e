/** What word processors, phones and web pages put in place of the characters of a keyboard. */

import { listed } from './text.ts'

export interface PlainTyping {
  readonly text: string
  /** What was in it instead: `typographic quotation marks`. */
  readonly without: string
}

/** All marks, the straight ones too: a pair of either kind, or one that has lost the other. */
const QUOTES = /[“”„‟«»‹›‘’‚‛]/
const OUTER = /^["'“”„‟«»‹›‘’‚‛]+\s*|\s*["'“”„‟«»‹›‘’‚‛]+$/g

const kinds: readonly {
  readonly name: string
  readonly found: RegExp
  readonly plain: (text: string) => string
}[] = [
  {
    name: 'invisible characters',
    found: /[\u200B-\u200F\u2060\uFEFF\u00AD]/,
    plain: text => text.replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, ''),
  },
  {
    name: 'no-break spaces',
    found: /[\u00A0\u2007\u202F]/,
    plain: text => text.replace(/[\u00A0\u2007\u202F]/g, ' '),
  },
  {
    name: 'spaces of another width',
    found: /[\u2000-\u2006\u2008-\u200A\u205F\u3000]/,
    plain: text => text.replace(/[\u2000-\u2006\u2008-\u200A\u205F\u3000]/g, ' '),
  },
  {
    name: 'full-width characters',
    found: /[\uFF01-\uFF5E]/,
    plain: text =>
      text.replace(/[\uFF01-\uFF5E]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xff01 + 0x21)),
  },
  {
    name: 'dashes in place of hyphens',
    found: /[‐‑‒–—−]/,
    plain: text => text.replace(/[‐‑‒–—−]/g, '-'),
  },
  { name: 'another colon', found: /[∶꞉]/, plain: text => text.replace(/[∶꞉]/g, ':') },
  {
    name: 'typographic quotation marks',
    found: QUOTES,
    plain: text =>
      text
        .replace(OUTER, '')
        .replace(/[‘’‚‛‹›]/g, "'")
        .replace(/[“”„‟«»]/g, '"'),
  },
]

/** Longer text is nothing that has a form. Characters. */
const LONGEST = 2_000

/** As a keyboard would have written it; undefined where it is so already. For values that have a form: in a text, all of it is right. */
export const typedPlainly = (written: string): PlainTyping | undefined => {
  if (written.length > LONGEST) return undefined
  const found = kinds.filter(kind => kind.found.test(written))
  if (found.length === 0) return undefined
  const text = found.reduce((plain, kind) => kind.plain(plain), written).trim()
  return text === written || text === ''
    ? undefined
    : { text, without: listed(found.map(({ name }) => name)) }
}
