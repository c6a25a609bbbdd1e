/** Languages that are written from right to left, by their ISO 639 codes: https://www.unicode.org/cldr/charts/latest/supplemental/locale_coverage.html */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ji', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'],
])
/** Scripts that say it whatever the language. */
const SCRIPTS = /-(?:arab|hebr|thaa|syrc|nkoo|rohg|adlm)(?:-|$)/i

/** `language`: a language tag such as `he` or `az-Arab`. */
export const isRightToLeft = (language: string | undefined): boolean => {
  if (language === undefined) return false
  if (/-[a-z]{4}(?:-|$)/i.test(language)) return SCRIPTS.test(language)
  return RIGHT_TO_LEFT.has(language.split('-', 1)[0]!.toLowerCase())
}

const OPEN = '<div dir="rtl">'
const CLOSE = '</div>'

/** Apps show HTML from left to right unless it says otherwise: signs, numbers and links of a Hebrew text would change places. */
export const inDirection = (html: string, language: string | undefined): string =>
  html === '' || html.startsWith(OPEN) || !isRightToLeft(language) ? html : `${OPEN}${html}${CLOSE}`
