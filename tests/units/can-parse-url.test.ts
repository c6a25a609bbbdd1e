import { describe, expect, it } from 'vitest'
import { canParseUrl } from '../../src/units/can-parse-url.ts'
import { isHttpUrl } from '../../src/units/url.ts'

describe('whether something is an address', () => {
  it.each([
    ['https://show.example/feed.xml', true],
    ['https://bücher.example/', true],
    ['https://日本.example/é', true],
    ['https://', false],
    ['https://a b.example/', false],
    ['bücher.example', false],
  ])('%s: %s', (text, can) => expect(canParseUrl(text)).toBe(can))

  it('from an address on that others are relative to', () => {
    expect(canParseUrl('b.mp3', 'https://show.example/a/')).toBe(true)
    expect(canParseUrl('b.mp3', 'https://bücher.example/')).toBe(true)
    expect(canParseUrl('//bücher.example/b.mp3', 'https://show.example/')).toBe(true)
    expect(canParseUrl('b.mp3', 'show.example')).toBe(false)
  })

  // Up to Node 22, `URL.canParse` says false from some thousandth call on.
  it('is answered alike, however often it is asked', () => {
    const said = new Set(Array.from({ length: 40_000 }, () => isHttpUrl('https://bücher.example/1.mp3')))
    expect([...said]).toEqual([true])
  })
})
