import { describe, expect, test } from 'vitest'
import { judgeLanguage } from '../../src/check/language.ts'
import { languages } from '../../src/vocabulary/languages.ts'
import { regions } from '../../src/vocabulary/regions.ts'

describe('a language code', () => {
  test.each([
    'en',
    'EN',
    'en-US',
    'en-us',
    'zh-Hans',
    'zh-Hant-TW',
    'pt-BR',
    'es-419',
    'fil',
    'nb',
    'de-CH-1996',
  ])('%s is right', code => expect(judgeLanguage(code)).toEqual({ kind: 'right' }))

  test.each([
    ['en_GB', 'en-GB'],
    ['en GB', 'en-GB'],
    ['english', 'en'],
    ['English (UK)', 'en'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['eng', 'en'],
    ['ger', 'de'],
    ['cmn', 'zh'],
    ['cmn-TW', 'zh-TW'],
    ['iw', 'he'],
    ['jp', 'ja'],
    ['cz', 'cs'],
    ['en-UK', 'en-GB'],
    ['en-EN', 'en'],
    ['de_DE@euro', undefined],
    ['qq-ZZ', undefined],
    ['xx', undefined],
    ['-', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%.20s is wrong, and meant is %s', (written, meant) => {
    const verdict = judgeLanguage(written)
    expect(verdict.kind).toBe('wrong')
    expect('meant' in verdict ? verdict.meant : undefined).toBe(meant)
    if (meant !== undefined) expect(judgeLanguage(meant)).toEqual({ kind: 'right' })
  })

  test.each(['yue', 'gsw', 'haw'])('%s is real, and of three letters', code =>
    expect(judgeLanguage(code)).toMatchObject({ kind: 'three-letters' }),
  )

  test('the vocabularies are whole: 183 languages of ISO 639-1, 249 regions of ISO 3166-1', () => {
    expect(languages.size).toBe(183)
    expect(regions.size).toBe(249)
  })
})
