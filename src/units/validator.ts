/** What tells one version of a file on the web from another: https://www.rfc-editor.org/rfc/rfc9110#section-8.8 */

/** Characters; no host needs a tenth of it. */
const longest = 256

/**
 * Quoted as RFC 9110 asks, or one word, as some hosts send it. An empty one stands for everything, and `*` asks for everything:
 * neither tells anything.
 */
export const isEtag = (text: string): boolean =>
  text.length <= longest && /^(?:(?:W\/)?"[\x21\x23-\x7e]+"|[\w.:+/=-]+)$/.test(text)

/** `Tue, 24 Nov 2026 12:00:00 GMT`, the one form that hosts send. */
export const isHttpDate = (text: string): boolean =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) &&
  Number.isFinite(Date.parse(text))

/** Weak comparison: some hosts call the tag of a part weak, and that of the whole strong. */
export const isSameEtag = (a: string | undefined, b: string | undefined): boolean =>
  a?.replace(/^W\//, '') === b?.replace(/^W\//, '')

/** One that is the same for the same bytes alone: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 */
export const isStrongEtag = (text: string): boolean => isEtag(text) && /^"/.test(text)
