/** What holds for any show: whatever a person types reaches an XML parser that is not ours, and nothing else moves. */

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { quoteScalar } from '../src/load/edits.ts'
import { anyLine } from './support/any-podcast.ts'
import type { Files } from './support/folder.ts'
import { bodies, documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'
import fc from './support/property.ts'
import { readFeed, textIn } from './support/read-feed.ts'
import { rebuild, runShow } from './support/run.ts'

/** What a file system takes as a name, however unsafe it is in a URL. */
const anyFileName = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'a b',
      'a&b',
      'a#b',
      'a?b=c',
      '100%',
      '%41',
      "it's",
      'ü',
      'مهسن',
      '日本',
      'a+b',
      'a;b',
      'a"b',
      '🎧',
      'e\u0301',
    ),
  )
  .map(name => name.replace(/[\u0000-\u001f/\\]/gu, '').trim())
  .filter(
    name =>
      name !== '' &&
      !/^[._~]/.test(name) &&
      !/^(show|readme|licen[sc]e)$/i.test(name) &&
      name.isWellFormed() &&
      Buffer.byteLength(name) < 200 &&
      !/^\d\d\d$/.test(name),
  )

const anyNotes = fc
  .array(
    fc.oneof(
      anyLine,
      fc.constantFrom(
        '- a list\n- of two',
        '[link](https://a.example/?x=1&y=2)',
        '<https://b.example/>',
        '> quote',
        '`code < & >`',
        '| a | b |\n|---|---|\n| 1 | 2 |',
        ']]> and ]]>',
        '</item></channel></rss>',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join('\n\n'))

const oneEpisode = (fields: Readonly<Record<string, string>>, notes: string, name = '001'): Files => {
  const { '001.md': _, '001.mp3': __, ...rest } = goodShow()
  return {
    ...rest,
    [`${name}.md`]: documentOf({ ...frontMatter['001.md'], ...fields }, `${notes}\n`),
    [`${name}.mp3`]: mp3({ seconds: 10 }),
  }
}

describe('any text', () => {
  test('titles, summaries and names come back equal', async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, anyLine, async (title, summary, author) => {
        const run = await runShow({
          ...oneEpisode({ title: quoteScalar(title), summary: quoteScalar(summary) }, 'Notes.'),
          'show.md': documentOf(
            { ...frontMatter['show.md'], author: quoteScalar(author) },
            bodies['show.md'],
          ),
        })
        const { channel, items } = readFeed(run.feed!)
        const item = items.find(
          one => textIn(one['itunes:season']) === '1' && textIn(one['itunes:episode']) === '1',
        )
        expect(textIn(item.title)).toBe(title)
        expect(textIn(item['itunes:title'])).toBe(title)
        expect(textIn(item['itunes:summary'])).toBe(summary)
        expect(textIn(channel['itunes:author'])).toBe(author)
      }),
      { numRuns: 60 },
    )
  })

  test('notes come out as well-formed text, the same in description and content:encoded', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async notes => {
        const run = await runShow(oneEpisode({}, notes))
        const { items } = readFeed(run.feed!)
        expect(items).toHaveLength(2)
        const item = items.find(one => textIn(one['itunes:episode']) === '1')
        expect(textIn(item['content:encoded'])).toBe(textIn(item.description))
        expect(textIn(item.description)).not.toMatch(/<script|<iframe|javascript:/i)
      }),
      { numRuns: 60 },
    )
  })

  test('any file name becomes an address in ASCII that leads back to it', async () => {
    await fc.assert(
      fc.asyncProperty(anyFileName, async name => {
        const run = await runShow(oneEpisode({}, 'Notes.', name))
        const url: string = readFeed(run.feed!).items.find(one => textIn(one['itunes:episode']) === '1')
          .enclosure['@url']
        expect(url).toMatch(/^https:\/\/show\.example\/feed\/[!-~]+\.mp3$/)
        expect(decodeURIComponent(new URL(url).pathname)).toBe(`/feed/${name}.mp3`)
        expect(readdirSync(join(run.root, 'public'))).toContain(`${name}.mp3`)
      }),
      { numRuns: 80 },
    )
  })
})

const several = (count: number): Files => ({
  ...goodShow(),
  ...Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      [
        `e${i}.md`,
        documentOf(
          {
            title: `Episode about ${i}`,
            date: `2025-0${1 + (i % 9)}-1${i % 7}`,
            season: '2',
            episode: String(i + 1),
          },
          `Notes ${i}.\n`,
        ),
      ],
      [`e${i}.mp3`, mp3({ seconds: 3 + i })],
    ]).flat(),
  ),
})

describe('the same show', () => {
  test('two builds give equal bytes', async () => {
    const first = await runShow(several(12))
    const second = await runShow(several(12), { now: '2027-06-01T00:00:00Z' })
    expect(second.feed).toBe(first.feed)
    const lockOf = (root: string) => readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8')
    expect(lockOf(second.root)).toBe(lockOf(first.root))
    const again = await rebuild(first.root)
    expect(again.output?.written).toEqual([])
  })

  test('shuffled reading order gives equal bytes', async () => {
    const fs = await import('node:fs')
    const straight = await runShow(several(12))
    const real = fs.readdirSync
    const spy = vi.spyOn(fs.default, 'readdirSync')
    spy.mockImplementation(((...args: Parameters<typeof real>) =>
      (real(...args) as unknown as unknown[]).reverse()) as never)
    const { syncBuiltinESMExports } = await import('node:module')
    syncBuiltinESMExports()
    try {
      const reversed = await runShow(several(12))
      expect(spy).toHaveBeenCalled()
      expect(reversed.feed).toBe(straight.feed)
    } finally {
      spy.mockRestore()
      syncBuiltinESMExports()
    }
  })

  test('adding an episode changes no other item', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 10, max: 28 }),
        async (month, day) => {
          const run = await runShow(several(6))
          const added = {
            'new.md': documentOf(
              { title: 'A newcomer', date: `2025-0${month}-${day}`, season: '3', episode: '1' },
              'New.\n',
            ),
            'new.mp3': mp3({ seconds: 99 }),
          }
          const more = await runShow({ ...several(6), ...added })
          const before = itemsOf(run.feed!)
          const after = itemsOf(more.feed!)
          expect(after).toHaveLength(before.length + 1)
          expect(after.filter(item => !item.includes('A newcomer'))).toEqual(before)
        },
      ),
      { numRuns: 8 },
    )
  })

  test('a lost output folder is written again, byte for byte', async () => {
    const run = await runShow(several(3))
    rmSync(join(run.root, 'public'), { recursive: true })
    expect((await rebuild(run.root)).feed).toBe(run.feed)
  })
})

const itemsOf = (feed: string): string[] => feed.match(/<item>[\s\S]*?<\/item>/g) ?? []
