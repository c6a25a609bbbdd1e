/** `validate --verbose`: what was checked and passed, and what had nothing to look at. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasFor } from '../src/check/looked-at.ts'
import { rules as checkRules } from '../src/check/rules/index.ts'
import type { Counted } from '../src/diagnostic.ts'
import { validate } from '../src/make.ts'
import { checkedText } from '../src/report/checked.ts'
import { type Targets, targetNames } from '../src/targets.ts'
import { evidenceOf } from './support/evidence-of.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { laid } from './support/lay-feed.ts'
import { now } from './support/run.ts'
import { say } from './support/terminal.ts'

const countedIn = async (files: Files, targets: Targets = targetNames): Promise<Counted> => {
  const location = writeFiles(join(temporaryFolder(), 'episodes'), files)
  const options = { location, folder: 'episodes', now, generator: 'test', targets, isCounted: true }
  return (await validate(options)).counted!
}

const ids = ({ passed, found, nothing }: Counted): readonly string[] => [
  ...passed,
  ...found,
  ...Object.values(nothing).flat(),
]

describe('a rule that is shown by its example had something to look at there', () => {
  // What those two families look at comes of an earlier build, and of pages.
  const inShows = checkRules.filter(
    ({ id, example }) => !('feed.xml' in example.bad) && !/^(?:history|website)\//.test(id),
  )
  test.each(inShows)('$id', async rule => {
    const evidence = await evidenceOf(lay(rule.example.bad).files)
    expect(evidence && hasFor(rule, evidence)).toBe(true)
  })
})

test('every rule that is asked for is counted once, and no other', async () => {
  const counted = await countedIn(goodShow())
  expect([...ids(counted)].sort()).toEqual([...new Set(ids(counted))].sort())
  expect(ids(counted)).toHaveLength(checkRules.length)
  const spotify = await countedIn(goodShow(), ['spotify'])
  expect(ids(spotify).length).toBeLessThan(checkRules.length)
})

test('what a show does not have passes no rule', async () => {
  const { nothing, passed, found } = await countedIn(goodShow())
  expect(nothing.transcripts).toContain('transcripts/coverage')
  expect(nothing.liveItems).toContain('podcast/live-item')
  // That one is about an episode without any.
  expect([...passed, ...found].filter(id => /^(?:transcripts|chapters)\//.test(id))).toEqual([
    'chapters/made-up',
  ])
  const more = await countedIn(lay({ '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water.\n' }).files)
  expect(more.nothing.transcripts).toBeUndefined()
  expect(more.passed).toContain('transcripts/coverage')
})

test('in words', () => {
  expect(
    checkedText({
      passed: ['show/a', 'show/b', 'text/c'],
      found: ['show/d'],
      nothing: {
        value: ['podcast/e'],
        transcripts: ['transcripts/f', 'transcripts/g'],
        'episode, season': ['episode/h'],
      },
    }),
  ).toEqual([
    '8 rules checked: 3 passed, 1 found something, 4 had nothing to look at.',
    'Passed: show 2, text 1.',
    'Nothing to look at: no transcripts (2 rules), no `episode` or `season`, no `value`.',
  ])
})

test('it is printed with `--verbose`, and in JSON', async () => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  const plain = await say({ cwd }, 'validate')
  expect(plain.stderr).not.toContain('nothing to look at')
  const told = await say({ cwd }, 'validate', '--verbose')
  expect(told.stderr).toMatch(/\d+ rules .* passed, .* had nothing to look at\./)
  expect(told.stderr.replace(/\s+/g, ' ')).toContain('no transcripts (')
  const json = JSON.parse((await say({ cwd }, 'validate', '--verbose', '--reporter', 'json')).stdout)
  expect(json.shows[0].checked.nothing.transcripts).toContain('transcripts/coverage')
  expect(
    JSON.parse((await say({ cwd }, 'validate', '--reporter', 'json')).stdout).shows[0].checked,
  ).toBeUndefined()
})

describe('of a feed', () => {
  const shown = async (feed: string) => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'feed.xml': feed })
    return JSON.parse((await say({ cwd }, 'validate', 'feed.xml', '--verbose', '--reporter', 'json')).stdout)
      .shows[0].checked as Counted
  }
  const feed = laid('')

  test('the rules that a feed can show are counted, each once', async () => {
    const checked = await shown(feed)
    expect(new Set(ids(checked)).size).toBe(ids(checked).length)
    expect(checked.passed).toContain('document/rss-version')
    expect(checked.passed.filter(id => id.startsWith('show/')).length).toBeGreaterThan(10)
    // Files and an earlier build are no part of it.
    expect(ids(checked).filter(id => id.startsWith('history/'))).toEqual([])
  })

  test('how it is served is looked at where it has an address', async () => {
    expect((await shown(feed)).nothing.address).toEqual(
      expect.arrayContaining(['document/content-type', 'document/self-link-host']),
    )
  })

  test('of one that cannot be read, only that is counted', async () => {
    expect(await shown('<html><body>Sign in</body></html>')).toEqual({
      passed: [],
      found: ['document/root'],
      nothing: {},
    })
  })

  test('in words', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'feed.xml': feed })
    const { stderr } = await say({ cwd }, 'validate', 'feed.xml', '--verbose')
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      /\d+ rules checked: \d+ passed, .* no web address, since this feed was not fetched from one \(2 rules\)/,
    )
  })
})
