/** The characters that HTML reads as markup. Quotes matter in attributes only, and stay readable in text. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, character => ESCAPES[character]!) : text

export const escapeAttribute = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, character => ESCAPES[character]!) : text

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The way back, of what the two functions above have written. */
export const unescapeHtml = (html: string): string =>
  html.includes('&') ? html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => CHARACTERS[name]!) : html
