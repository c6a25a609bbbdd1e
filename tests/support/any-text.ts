/** Whatever a person can type, as it is after cleaning. */

import fc from './property.ts'

/** Whatever a person can type that is left after cleaning: no forbidden characters, no white space around it or in rows. */
export const anyLine = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      'A & B',
      '&amp;',
      '<b>',
      ']]> ]]>',
      '</item>',
      '"\'`',
      'Ünï — “quotes”',
      '日本語 🎧',
      'مهسن',
      '$& $1',
      '-->',
    ),
  )
  .map(text =>
    text
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter(text => text !== '')

export const anyUrl = fc
  .webUrl({ withQueryParameters: true, validSchemes: ['https'] })
  .map(url => new URL(url).href)
export const anyInstant = fc.integer({ min: 631_152_000, max: 4_102_444_800 }).map(seconds => seconds * 1000)
export const anyHtml = anyLine.map(text => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
