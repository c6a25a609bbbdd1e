import { validateHeaderValue } from 'node:http'
import { expect, test } from 'vitest'
import { isEtag, isHttpDate, isSameEtag } from '../../src/units/validator.ts'
import fc from '../support/property.ts'

test.each(['"v1"', 'W/"v1"', '"5e5c1f3a-1a2b"', '"a,b"', '0x8DBC2C6A5D3B4F0', 'd41d8cd98f00b204', '"0"'])(
  '%s is an ETag',
  etag => expect(isEtag(etag)).toBe(true),
)

test.each([
  '',
  '""',
  'W/""',
  '*',
  'a, b',
  '"a" "b"',
  '"a',
  'a"',
  '"a b"',
  '"ä"',
  '"a"\r\nHost: b',
  `"${'x'.repeat(255)}"`,
])('%j is none that tells anything', etag => expect(isEtag(etag)).toBe(false))

test('what is one can be sent in a header, and stands in a lock of text', () => {
  const near = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', 'W', '/', ',', '*', 'x', ' ', '\r', '\n', '\0', 'ä', '-', '=') }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(near, etag => {
      fc.pre(isEtag(etag))
      expect(() => validateHeaderValue('If-None-Match', etag)).not.toThrow()
      expect(JSON.parse(JSON.stringify(etag))).toBe(etag)
    }),
    { numRuns: 2000 },
  )
})

test('a weak one is the same as the strong one of its name', () => {
  expect(isSameEtag('W/"a"', '"a"')).toBe(true)
  expect(isSameEtag('"a"', '"b"')).toBe(false)
  expect(isSameEtag(undefined, undefined)).toBe(true)
  expect(isSameEtag(undefined, '"a"')).toBe(false)
})

test.each([
  ['Mon, 02 Mar 2020 10:00:00 GMT', true],
  ['Mon, 02 Mar 2020 10:00:00 +0000', false],
  ['Monday, 02-Mar-20 10:00:00 GMT', false],
  ['Mon, 99 Xyz 2020 10:00:00 GMT', false],
  ['2020-03-02T10:00:00Z', false],
  ['', false],
])('%s is a date of HTTP: %s', (text, is) => expect(isHttpDate(text)).toBe(is))
