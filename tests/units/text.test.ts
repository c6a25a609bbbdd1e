import { describe, expect, it } from 'vitest'
import { byteLength, findForbidden, nearest, removeForbidden } from '../../src/units/text.ts'
import fc from '../support/property.ts'

describe('characters that XML 1.0 forbids', () => {
  it('are found with their place and name, a run as one', () =>
    expect(findForbidden('a\u0007\u0007\u0001b\uFFFE')).toEqual([
      { kind: 'control-character', start: 1, end: 3, name: 'U+0007' },
      { kind: 'control-character', start: 3, end: 4, name: 'U+0001' },
      { kind: 'control-character', start: 5, end: 6, name: 'U+FFFE' },
    ]))

  it('are lone surrogates too, but no emoji', () =>
    expect(findForbidden('\u{1F399}\uD83C|\uDF99')).toEqual([
      { kind: 'lone-surrogate', start: 2, end: 3, name: 'U+D83C' },
      { kind: 'lone-surrogate', start: 4, end: 5, name: 'U+DF99' },
    ]))

  it('are not tab, newline, carriage return, DEL, C1, NBSP, ZWNJ, U+2028 or U+10FFFF', () =>
    expect(findForbidden('\t\n\r\u007F\u0085\u00A0\u200C\u2028\uFFFD\u{10FFFF}')).toEqual([]))

  it('are gone after removal, and nothing else is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const clean = removeForbidden(text)
        expect(clean.isWellFormed()).toBe(true)
        expect(findForbidden(clean)).toEqual([])
        const removed = findForbidden(text).reduce((n, f) => n + f.end - f.start, 0)
        expect(clean.length + removed).toBe(text.length)
      }),
    ))
})

describe('the nearest word', () => {
  const keys = ['title', 'date', 'explicit', 'episodeType', 'episode', 'guid', 'link', 'season']
  it.each([
    ['explcit', 'explicit'],
    ['explicti', 'explicit'],
    ['Title', 'title'],
    ['episode_type', 'episodeType'],
    ['episode-type', 'episodeType'],
    ['tilte', 'title'],
    ['guide', 'guid'],
    ['dates', 'date'],
    ['epsiode', 'episode'],
    ['xyz', undefined],
    ['', undefined],
    ['hosts', undefined],
    ['x'.repeat(100_000), undefined],
  ])('to %j is %j', (word, expected) => expect(nearest(word, keys)).toBe(expected))

  it('is never a word of which nothing is left', () => expect(nearest('no', ['ok', 'on it'])).toBeUndefined())
})

it('counts bytes, not characters', () => expect(byteLength('é🎙')).toBe(6))
