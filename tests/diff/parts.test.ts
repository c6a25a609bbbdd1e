/** What a difference is made of: addresses of recordings, texts as they are seen, and words. */

import { describe, expect, test } from 'vitest'
import { addressKey, type Relation, relationOf } from '../../src/diff/address.ts'
import { differenceOf, readState } from '../../src/diff/index.ts'
import { differenceReporters } from '../../src/diff/report/index.ts'
import { wordDifference } from '../../src/diff/word-difference.ts'
import { diffWordEdits, diffWords } from '../../src/limits.ts'
import { visibleOf } from '../../src/syntax/visible-html.ts'
import { anyFeed } from '../support/any-feed.ts'
import { stateOf } from '../support/diff-feeds.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { laid } from '../support/lay-feed.ts'
import fc from '../support/property.ts'

describe('two addresses of a recording', () => {
  test.each<[relation: Relation, before: string, after: string]>([
    ['same', 'https://a.example/1.mp3', 'https://A.example/1.mp3'],
    ['scheme', 'http://a.example/1.mp3', 'https://a.example/1.mp3'],
    ['prefix', 'https://a.example/1.mp3', 'https://op3.dev/e/a.example/1.mp3'],
    ['prefix', 'https://a.example/1.mp3', 'https://op3.dev/e/https://a.example/1.mp3'],
    [
      'prefix',
      'https://dts.podtrac.com/redirect.mp3/a.example/x/1.mp3',
      'https://op3.dev/e/chrt.fm/track/AB12/a.example/x/1.mp3',
    ],
    ['query', 'https://a.example/1.mp3?x=1', 'https://a.example/1.mp3?x=2'],
    ['host', 'https://a.example/x/1.mp3', 'https://b.example/x/1.mp3'],
    ['host', 'https://op3.dev/e/a.example/x/1.mp3', 'https://b.example/x/1.mp3'],
    ['other', 'https://a.example/1.mp3', 'https://a.example/2.mp3'],
    ['other', 'https://a.example/1.mp3', 'nowhere'],
  ])('%s: %s, %s', (relation, before, after) => {
    expect(relationOf(before, after)).toBe(relation)
    expect(relationOf(after, before)).toBe(relation)
    expect(relationOf(after, after)).toBe('same')
  })

  test('a file in a path is no host', () => {
    expect(addressKey('https://a.example/show.mp3/1.mp3')).toBe('a.example/show.mp3/1.mp3')
  })
})

describe('what is seen of HTML', () => {
  test.each<[html: string, text: string, addresses: readonly string[]]>([
    ['plain text', 'plain text', []],
    ['a &amp; b &lt; c', 'a & b < c', []],
    ['<p>One</p><p>two</p>', 'One two', []],
    ['wo<b>rd</b>', 'word', []],
    ['one<br>two', 'one two', []],
    ['<a class="x" href="https://x.example/?a=1&amp;b=2">here</a>', 'here', ['https://x.example/?a=1&b=2']],
    ["<img src='/a.png'>", '', ['/a.png']],
    ['<!-- hidden > still -->seen', 'seen', []],
    ['<style>p { x }</style>seen<script>if (a < b) c()</script>', 'seen', []],
    ['1 < 2 and <3', '1 < 2 and <3', []],
    ['<p unclosed', '<p unclosed', []],
  ])('%s', (html, text, addresses) => {
    expect(visibleOf(html)).toEqual({ text, addresses })
  })

  test.each(['<', '<a ', '<!--', '<script>', '<a href="', '<a>', '&'])(
    '%s many times takes time in proportion',
    part => {
      expect(growth(n => part.repeat(n), 50_000, visibleOf)).toBeLessThan(LINEAR)
    },
  )
})

describe('words', () => {
  test('of both texts are all there, in order', () => {
    const anyWords = fc
      .array(fc.constantFrom('a', 'b', 'c', 'harbour', '港', 'é'), { maxLength: 30 })
      .map(words => words.join(' '))
    const squeezed = (text: string): string => text.replace(/\s+/g, '')
    fc.assert(
      fc.property(anyWords, anyWords, (before, after) => {
        const words = wordDifference(before, after)
        const without = (kind: string) =>
          words
            .filter(one => one.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect(squeezed(without('removed'))).toBe(squeezed(after))
        expect(squeezed(without('added'))).toBe(squeezed(before))
        expect(wordDifference(before, before).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  test('a sign of a script without spaces is a word', () => {
    expect(wordDifference('東京の港', '東京の駅')).toEqual([
      { kind: 'same', text: '東京の' },
      { kind: 'removed', text: '港' },
      { kind: 'added', text: '駅' },
    ])
  })

  test('texts without much in common, or very long ones, are told one after the other', () => {
    const many = (word: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ')
    for (const [before, after] of [
      [many('a', diffWordEdits), many('b', diffWordEdits)],
      [many('a', diffWords), `${many('a', diffWords)} more`],
    ] as const)
      expect(wordDifference(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

test('no feed, whatever is wrong with it, makes a comparison fail', () => {
  const good = stateOf(laid(''))
  const seeds = [
    laid(''),
    laid('<itunes:block>yes</itunes:block>\n<item>\n<itunes:image href="x"/>\n</item>'),
  ]
  const options = { colour: true, width: 60, tool: { name: 'build-feed', version: '0' } }
  fc.assert(
    fc.property(anyFeed(seeds), feed => {
      const read = readState({ name: 'x', bytes: feed.bytes, now: 0 })
      if ('problems' in read) {
        expect(read.problems.length).toBeGreaterThan(0)
        return
      }
      expect(differenceOf(read.state, read.state).changes).toEqual([])
      for (const difference of [differenceOf(good, read.state), differenceOf(read.state, good)])
        for (const reporter of differenceReporters)
          expect(reporter.render(difference, options)).toMatch(/\n$/)
    }),
    { numRuns: 150 },
  )
})
