/**
 * A finding is told in the words of its medium: a show folder has keys and files, a feed has elements. The bad example of each rule is
 * judged as a show and, rendered, as a feed: neither speaks of what the other has.
 */

import { describe, expect, test } from 'vitest'
import { released } from '../src/check/evidence.ts'
import { checkRules } from '../src/check/index.ts'
import { renderFeed } from '../src/render/feed.ts'
import { isWellFormed, parseXml } from '../src/syntax/xml.ts'
import { namespaces } from '../src/table/namespaces.ts'
import { anyFeed } from './support/any-feed.ts'
import { feedSeeds } from './support/attack-feed.ts'
import { evidenceOf } from './support/evidence-of.ts'
import { temporaryFolder } from './support/folder.ts'
import { lay } from './support/lay.ts'
import { layFeed } from './support/lay-feed.ts'
import fc from './support/property.ts'
import { runFeed } from './support/run-feed.ts'

/** What only a folder has. */
const OF_FOLDERS =
  /front matter|\.md\b|feed\.lock|Markdown|show folder|\ballow:|`--[a-z]|`[a-z][A-Za-z]*: |the lines?\b/

const inBackticks = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)

const root = `<x ${Object.entries(namespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')}>`

describe('what a rule says of a feed', () => {
  const own = new Set(checkRules.map(({ id }) => id))

  test.each(checkRules.filter(({ inFeeds }) => inFeeds === undefined))('$id', async ({ example }) => {
    const { files, run } = lay(example.bad)
    const show = await evidenceOf(files, run.fileLimit)
    const feed = renderFeed(
      show!.show,
      released(show!).map(({ release }) => release.episode),
    )
    for (const { rule, message, help = '', together } of runFeed(feed).diagnostics) {
      if (!own.has(rule)) continue
      for (const said of [message, help, together?.message ?? '', together?.help ?? '']) {
        expect(said).not.toMatch(OF_FOLDERS)
        for (const code of inBackticks(said).filter(code => code.startsWith('<') && / |<\//.test(code)))
          expect(isWellFormed(parseXml(`${root}${code}</x>`)), code).toBe(true)
      }
      expect(help, rule).not.toBe('')
    }
  })
})

describe('a field with its value is written as the field table writes it', () => {
  const helpOf = (feed: string, rule: string): string | undefined =>
    runFeed(layFeed(feed)).diagnostics.find(one => one.rule === rule)?.help

  test.each([
    [
      '<itunes:category text="Stand-Up"/>',
      'show/category-parent',
      'Write `<itunes:category text="Comedy"><itunes:category text="Stand-Up"/></itunes:category>`.',
    ],
    [
      '<itunes:category text="Society and Culture"/>',
      'show/category-known',
      'Write `<itunes:category text="Society &amp; Culture"/>`.',
    ],
  ])('%s', (feed, rule, help) => {
    expect(helpOf(feed, rule)).toBe(help)
  })
})

test('of any feed, whatever is wrong with it, nothing is said of folders', async () => {
  const seeds = await feedSeeds(temporaryFolder())
  fc.assert(
    fc.property(anyFeed(seeds), ({ bytes }) => {
      // What is quoted is the feed's own.
      for (const { message, help = '' } of runFeed(bytes).diagnostics)
        expect(`${message} ${help}`.replace(/"[^"]*"/g, '""')).not.toMatch(OF_FOLDERS)
    }),
    { numRuns: 300 },
  )
})
