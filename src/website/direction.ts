/** Scripts that run from right to left: https://www.unicode.org/reports/tr9/, by the likely subtags of CLDR. */
const rightToLeft = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'glk', 'he', 'iw', 'ks', 'lrc', 'mzn', 'nqo', 'pnb', 'ps', 'sd', 'syr'],
  ...['ug', 'ur', 'yi', 'ji', 'azb', 'bal', 'skr'],
])
const rightToLeftScript = /-(?:adlm|arab|aran|hebr|mand|mend|nkoo|rohg|samr|syrc|thaa)(?:-|$)/i

export const directionOf = (language: string): 'ltr' | 'rtl' => {
  const tag = language.toLowerCase().replaceAll('_', '-')
  if (rightToLeftScript.test(tag)) return 'rtl'
  return !/-[a-z]{4}(?:-|$)/.test(tag) && rightToLeft.has(tag.split('-', 1)[0]!) ? 'rtl' : 'ltr'
}
