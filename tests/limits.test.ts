/** Every bound stands in one place, is used, and says its unit and its reason. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { amountOf, limitsIn, limitsReference, limitsSource } from '../scripts/documents/limits-reference.ts'
import * as limits from '../src/limits.ts'
import { bytesText, millisecondsText } from '../src/units/amount.ts'

const src = join(import.meta.dirname, '../src')
const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(src, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => path !== join(src, 'limits.ts'))
    .map(path => [path, readFileSync(path, 'utf8')]),
)
const all = limitsIn(limitsSource())

describe('each limit', () => {
  test('is documented', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(limits).sort())
    const page = limitsReference()
    for (const limit of all) expect(page).toContain(`| ${amountOf(limit)} |`)
  })

  test.each(all)('$name is a round number, has a reason, and is used', ({ name, value, what, why }) => {
    expect(Number.isSafeInteger(value) && value > 0).toBe(true)
    expect(what).toMatch(/^[A-Z].*\.$/)
    expect(why).toMatch(/^[A-Z0-9].*\.$/)
    const word = new RegExp(`\\b${name}\\b`)
    expect(
      [...sources.values()].some(text => word.test(text.replace(/^import [^;]*?from '[^']*'$/gm, ''))),
    ).toBe(true)
  })

  test('a comment that is missing is told', () => {
    expect(() => limitsIn('export const showFiles = 1')).toThrow('showFiles has no comment')
    expect(() => limitsIn('/** Of nothing. At all. */\nexport const nobody = 1')).toThrow('nobody')
  })
})

test('no bound stands anywhere else', () => {
  /** What formats and directories lay down, and what is a word of the language of names. */
  const given = new Set(
    [
      ...['src/probe/audio/adts.ts', 'src/probe/audio/mpeg-header.ts', 'src/probe/audio/ogg-page.ts'],
      ...['src/probe/audio/mpeg.ts', 'src/probe/audio/ogg.ts', 'src/probe/audio/flac-joined.ts'],
      ...['src/transcripts/speaker.ts', 'src/web/ranges.ts'],
      // How far a slip of the pen reaches.
      ...['src/load/front-matter/recover.ts', 'src/load/front-matter/suspect.ts'],
    ].map(path => join(src, '..', path)),
  )
  const bound = /^(?:export )?const (?:MAX|MOST|most|LIMIT)\w* = [\d_]/m
  const found = [...sources].filter(
    ([path, text]) => bound.test(text) && !given.has(path) && !path.includes('/rules/'),
  )
  expect(found.map(([path]) => path.slice(src.length + 1))).toEqual([])
})

test('amounts are told as people tell them', () => {
  expect([1, 1024, 1536, 64 * 1024 ** 2, 4 * 1024 ** 3].map(bytesText)).toEqual([
    '1 bytes',
    '1 KiB',
    '1.5 KiB',
    '64 MiB',
    '4 GiB',
  ])
  expect([1000, 10_000, 60_000, 900_000, 3_600_000].map(millisecondsText)).toEqual([
    '1 second',
    '10 seconds',
    '1 minute',
    '15 minutes',
    '1 hour',
  ])
})
