/** Text that stands safely as a one-line YAML value: plain where YAML and a careful reader agree, quoted otherwise. */
export function quoteScalar(text: string): string {
  if (isSafePlain(text)) return text
  return inQuotes(text)
}

/** Double quotes, or single ones where the text has double quotes or backslashes and nothing that needs an escape. */
export function inQuotes(text: string): string {
  if (/["\\]/.test(text) && !NEEDS_ESCAPE.test(text)) return singleQuoted(text)
  return doubleQuoted(text)
}

export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const doubleQuoted = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(EVERY_ESCAPE, escaped)}"`

/** Controls, line breaks, non-characters, the byte order mark and lone surrogates do not stand in a quoted line as themselves. */
const NEEDS_ESCAPE =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
export const needsEscape = (text: string): boolean => NEEDS_ESCAPE.test(text)

const EVERY_ESCAPE = new RegExp(NEEDS_ESCAPE.source, 'g')

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (unit: string): string =>
  SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What some YAML reader takes for a number, a date, a truth or nothing. Our own reader takes all of it as text. */
const READS_AS_OTHER =
  /^(?:[-+]?[.\d][\d_.,:eE+-]*|[-+]?0[xob][\da-fA-F_]+|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off|y|n|\d{4}-\d\d?-\d\d?.*)$/i

function isSafePlain(text: string): boolean {
  if (text === '' || text !== text.trim() || NEEDS_ESCAPE.test(text)) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`=<~\u201c\u201d\u2018\u2019]/.test(text)) return false
  if (/[:\uff1a](?:\s|$)|\s#|[,[\]{}]/.test(text)) return false
  return !READS_AS_OTHER.test(text)
}
