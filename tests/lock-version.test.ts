/** The second version of the lock: what it holds comes back, what it does not know it refuses at its place, and the first is read. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLock } from '../src/load/lock.ts'
import { lockForm } from '../src/lock-form.ts'
import type { Lock, LockedEpisode, LockedFile, LockedPicture } from '../src/model.ts'
import { renderLock } from '../src/render/index.ts'
import { type Files, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import fc from './support/property.ts'
import { asVersion1, type Run, rebuild, runShow } from './support/run.ts'

const lockPath = ({ root }: Pick<Run, 'root'>): string => join(root, 'episodes/feed.lock.json')
const lockText = (run: Pick<Run, 'root'>): string => readFileSync(lockPath(run), 'utf8')
const lockOf = (run: Pick<Run, 'root'>): Lock => JSON.parse(lockText(run))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readLock('feed.lock.json', bytes(text))

// ------------------------------------------------------------------------------------------- what it holds

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const anyUrl = fc.webUrl()
/** As apps compare it: nothing in it is taken out on the way into the feed. */
const anyGuid = anyText.filter(text => text === text.trim() && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text))
const anyDigest = fc.stringMatching(/^[A-Za-z0-9+/]{32}$/)
const anyDate = fc
  .integer({ min: 0, max: 4e9 })
  .map(seconds => new Date(seconds * 1000).toISOString().replace('.000', ''))
const anyMark = fc.constant<true>(true)
const anyPicture: fc.Arbitrary<LockedPicture> = fc.record({ url: anyUrl, digest: anyDigest })
const anyKey = fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', 'toString', '1', '10', 'a/b'))
const mapOf = <T>(value: fc.Arbitrary<T>, least = 0): fc.Arbitrary<Record<string, T>> =>
  fc
    .uniqueArray(fc.tuple(anyKey, value), { selector: ([key]) => key, minLength: least, maxLength: 4 })
    .map(entries => Object.fromEntries(entries))
const anyInherited = mapOf(fc.array(anyDigest, { minLength: 1, maxLength: 3 }), 1)
const anyPath = fc.constantFrom('001.md', 'season-1/001.md', 'a b.vtt', 'ä.md')

/** Total: a field that is added to the model has to be added here. */
const episodeFields: { [K in keyof Required<LockedEpisode>]: fc.Arbitrary<LockedEpisode[K]> } = {
  guid: anyGuid,
  permalink: anyMark,
  title: anyText,
  url: anyUrl,
  page: fc.constantFrom('first-light/', 'a/b/'),
  link: anyUrl,
  bytes: fc.nat(),
  type: fc.constantFrom('audio/mpeg', 'audio/x-m4a', ''),
  duration: fc.nat(),
  facts: fc.constantFrom('given', 'estimated'),
  fingerprint: anyText,
  pubDate: anyDate,
  scheduled: anyMark,
  etag: fc.constantFrom('"a"', 'W/"b"'),
  lastModified: fc.constant('Wed, 21 Oct 2026 07:28:00 GMT'),
  artwork: anyPicture,
  chapters: fc.array(fc.record({ start: fc.nat(), title: anyText }, { requiredKeys: ['start'] })),
  inherited: anyInherited,
  gone: anyMark,
}
const anyEpisode = fc
  .record(episodeFields, { requiredKeys: ['guid', 'url', 'bytes', 'type', 'pubDate'] })
  .map(episode =>
    episode.facts === 'given' ? episode : { ...episode, duration: episode.duration ?? 1, fingerprint: '1:a' },
  ) as fc.Arbitrary<LockedEpisode>

const anyFile = fc.record(
  {
    bytes: fc.nat(),
    type: fc.constant('audio/ogg'),
    bitrate: fc.nat(),
    codecs: fc.constant('opus'),
    integrity: fc.constant('sha384-x'),
  },
  { requiredKeys: ['bytes', 'type', 'integrity'] },
) as fc.Arbitrary<LockedFile>

const lockFields: { [K in keyof Required<Lock>]: fc.Arbitrary<Lock[K]> } = {
  version: fc.constant(2),
  podcastGuid: fc.uuid(),
  feedUrl: anyUrl,
  artwork: anyPicture,
  inherited: anyInherited,
  episodes: mapOf(anyEpisode),
  files: mapOf(anyFile, 1),
  imported: fc
    .uniqueArray(fc.tuple(anyPath, anyDigest), { selector: ([key]) => key, minLength: 1 })
    .map(entries => Object.fromEntries(entries)),
  feeds: mapOf(fc.record({ digest: anyDigest }), 1),
}
const anyLock = fc.record(lockFields, { requiredKeys: ['version', 'episodes'] }) as fc.Arbitrary<Lock>

describe('whatever a lock holds', () => {
  test('comes back as it was, and is written as it was', () => {
    fc.assert(
      fc.property(anyLock, lock => {
        const text = renderLock(lock)
        const { value, diagnostics } = read(text)
        expect(diagnostics).toEqual([])
        expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(lock)))
        expect(renderLock(value!)).toBe(text)
      }),
    )
  })

  test('stands in the same order, whatever order it came in', () => {
    const shuffled = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, shuffled(inner)]),
          )
        : value
    fc.assert(
      fc.property(anyLock, lock => {
        const text = renderLock(lock)
        const other = JSON.stringify(shuffled(JSON.parse(text)))
        expect(JSON.parse(renderLock(read(other).value!))).toEqual(JSON.parse(text))
        const keys = Object.keys(read(other).value!.episodes).sort()
        expect(Object.keys(JSON.parse(text).episodes).sort()).toEqual(keys)
      }),
    )
  })

  test('a lock of anything, or cut off, or with a character changed, is read or refused, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), value => void read(JSON.stringify(value))))
    fc.assert(
      fc.property(anyLock, fc.nat(), fc.string({ maxLength: 2 }), (lock, at, other) => {
        const text = renderLock(lock)
        const place = at % text.length
        for (const broken of [text.slice(0, place), text.slice(0, place) + other + text.slice(place + 1)]) {
          const { value, diagnostics } = read(broken)
          expect(value === undefined).toBe(diagnostics.length > 0)
        }
      }),
    )
  })
})

// --------------------------------------------------------------------------------------------- what it refuses

describe('what cannot be right is refused where it stands', () => {
  const good = `{
  "version": 2,
  "podcastGuid": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
  "episodes": {
    "001": {
      "guid": "a",
      "url": "https://show.example/001.mp3",
      "bytes": 1,
      "type": "audio/mpeg",
      "duration": 10,
      "fingerprint": "1:x",
      "pubDate": "2026-01-05T05:00:00Z"
    }
  }
}
`
  const cases: readonly (readonly [string, (text: string) => string, number, number, string])[] = [
    [
      'a number as text',
      t => t.replace('"bytes": 1', '"bytes": "1"'),
      8,
      16,
      `the lock's entry for "001" has "1" as "bytes", and a whole number from 0 was expected`,
    ],
    ['half a byte', t => t.replace('"bytes": 1', '"bytes": 1.5'), 8, 16, 'has 1.5 as "bytes"'],
    [
      'an address that is none',
      t => t.replace('https://show.example/001.mp3', '001.mp3'),
      7,
      14,
      'and an address was expected',
    ],
    [
      'a key nobody knows',
      t => t.replace('"bytes": 1', '"bites": 1, "bytes": 1'),
      8,
      16,
      'has "bites", which this build-feed does not know',
    ],
    [
      'a key nobody knows, at the top',
      t => t.replace('"episodes"', '"shows": {}, "episodes"'),
      4,
      12,
      'the lock has "shows", which',
    ],
    ['no guid', t => t.replace('      "guid": "a",\n', ''), 5, 12, 'lacks "guid"'],
    ['no fingerprint', t => t.replace('      "fingerprint": "1:x",\n', ''), 5, 12, 'lacks "fingerprint"'],
    ['no duration', t => t.replace('      "duration": 10,\n', ''), 5, 12, 'lacks "duration"'],
    ['no episodes', t => t.replace('"episodes"', '"imported"'), 1, 1, 'lacks "episodes"'],
    [
      'a mark that is false',
      t => t.replace('"pubDate"', '"scheduled": false, "pubDate"'),
      12,
      20,
      'and true was expected',
    ],
    [
      'facts of another kind',
      t => t.replace('"pubDate"', '"facts": "guessed", "pubDate"'),
      12,
      16,
      'and given or estimated was expected',
    ],
    [
      'a page outside',
      t => t.replace('"pubDate"', '"page": "../x/", "pubDate"'),
      12,
      15,
      'and a folder such as first-light/ was expected',
    ],
    ['a page at the root', t => t.replace('"pubDate"', '"page": "/x/", "pubDate"'), 12, 15, 'a folder'],
    [
      'a page of Windows',
      t => t.replace('"pubDate"', '"page": "a\\\\..\\\\b/", "pubDate"'),
      12,
      15,
      'a folder',
    ],
    [
      'an imported file outside',
      t => t.replace('"episodes"', '"imported": {"../x.md": "abcdefgh"}, "episodes"'),
      4,
      27,
      'names "../x.md", which is outside the show folder',
    ],
    [
      'artwork without a digest',
      t => t.replace('"pubDate"', '"artwork": {"url": "https://a.example/"}, "pubDate"'),
      12,
      18,
      'lacks "digest"',
    ],
    [
      'an inherited fault without a digest',
      t => t.replace('"pubDate"', '"inherited": {"a/b": []}, "pubDate"'),
      12,
      28,
      'a list of digests was expected',
    ],
    [
      'a list of episodes',
      t => t.replace(/"episodes": [\s\S]*\}\n\}/, '"episodes": []\n}'),
      4,
      15,
      'the lock has [] as "episodes", and a map was expected',
    ],
    ['an episode twice', t => t.replace('"001": {', '"001": {}, "001": {'), 5, 16, 'two entries for "001"'],
    [
      'a field twice',
      t => t.replace('"bytes": 1', '"bytes": 1, "bytes": 2'),
      8,
      19,
      'two entries for "bytes"',
    ],
    [
      'an artwork of null',
      t => t.replace('"episodes"', '"artwork": null, "episodes"'),
      4,
      14,
      'and a map was expected',
    ],
    ['no JSON', t => t.replace('"bytes": 1,', '"bytes": 1,,'), 8, 18, 'is not valid JSON'],
  ]
  test('the good one is good', () => expect(read(good).diagnostics).toEqual([]))
  test.each(cases)('%s', (_, edit, line, column, words) => {
    const text = edit(good)
    expect(text).not.toBe(good)
    const { value, diagnostics } = read(text)
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.message).toContain(words)
    expect(diagnostics[0]?.place).toEqual({ file: 'feed.lock.json', line, column })
  })

  test('facts that were given need neither a length nor a fingerprint, nor a type', () => {
    const given = good
      .replace('      "fingerprint": "1:x",\n', '')
      .replace('"duration": 10', '"facts": "given"')
      .replace('audio/mpeg', '')
    expect(read(given).diagnostics).toEqual([])
  })

  test.each([3, 4, 2026])('version %d asks for an upgrade', version => {
    const { diagnostics } = read(
      good.replace('"version": 2', `"version": ${version}`).replace('"guid": "a",', ''),
    )
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ rule: 'lock/damaged', place: { line: 2, column: 14 } })
    expect(diagnostics[0]?.message).toContain(`version ${version}, which a newer build-feed has written`)
    expect(diagnostics[0]?.help).toMatch(/^Upgrade build-feed/)
  })

  test.each(['0', '"2"', '2.5', '-1', 'null'])('version %s is none', version => {
    expect(read(good.replace('"version": 2', `"version": ${version}`)).value).toBeUndefined()
  })

  test.each([
    ['lists', `{"version": 2, "episodes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'maps',
      `{"version": 1, "podcastGuid": "x", "note": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}, "episodes": {}}`,
    ],
  ])('%s within each other, a hundred thousand deep', (_, text) => {
    expect(read(text).diagnostics.map(one => one.message)).toEqual([
      'the record of what was published is nested too deeply, so build-feed cannot tell which episodes subscribers already have',
    ])
  })

  test('a text of some megabytes, of quotes and backslashes, is a text', () => {
    for (const long of ['x'.repeat(5e6), '\\\\'.repeat(2e6), '\\"'.repeat(2e6)])
      expect(read(good.replace('"guid": "a"', `"guid": "${long}"`)).diagnostics).toEqual([])
  })

  test('the form knows every key of the model, and nothing else', () => {
    expect(Object.keys(lockForm.parts).sort()).toEqual(Object.keys(lockFields).sort())
    const episodes = lockForm.parts.episodes
    const of = episodes?.kind === 'open' ? episodes.of : undefined
    expect(of?.kind === 'fixed' && Object.keys(of.parts).sort()).toEqual(Object.keys(episodeFields).sort())
  })
})

// ------------------------------------------------------------------------------------------------- version 1

describe('a lock of version 1', () => {
  const ofVersion1 = async (files: Files = {}): Promise<Run> => {
    const run = await runShow({ ...goodShow(), ...files })
    asVersion1(lockPath(run))
    return run
  }

  test('that says the same is no change for --frozen and --check; a plain build writes it as 2', async () => {
    const run = await ofVersion1()
    const text = lockText(run)
    expect((await rebuild(run.root, { frozen: true, ci: true })).output).toBeDefined()
    expect((await rebuild(run.root, { check: true })).diagnostics).toEqual([])
    expect(lockText(run)).toBe(text)
    const after = await rebuild(run.root)
    expect(after.ids).toEqual([])
    expect(lockOf(run)).toMatchObject({ version: 2, podcastGuid: JSON.parse(text).podcastGuid })
    expect(lockOf(run).episodes['001']).toMatchObject(JSON.parse(text).episodes['001'])
  })

  test('that says otherwise is one', async () => {
    const run = await ofVersion1()
    writeFiles(join(run.root, 'episodes'), {
      '001.md': documentOf({ ...frontMatter['001.md'], duration: '12' }, 'Hello.\n'),
    })
    const { diagnostics } = await rebuild(run.root, { frozen: true })
    expect(diagnostics.map(one => one.message)).toContain(
      'with `--frozen` feed.lock.json must stay as it was committed, but it would change: "001" differs in duration',
    )
    const check = await rebuild(run.root, { check: true })
    expect(check.diagnostics.map(one => one.place.file)).toContain('episodes/feed.lock.json')
  })

  test('with keys of its own that were never read is read; one that lacks something is refused', async () => {
    const run = await ofVersion1()
    const lock = JSON.parse(lockText(run))
    writeFileSync(lockPath(run), JSON.stringify({ ...lock, note: 'by hand' }))
    expect((await rebuild(run.root, { frozen: true })).ids).toEqual([])
    for (const field of ['fingerprint', 'duration', 'type']) {
      const { [field]: _, ...rest } = lock.episodes['001']
      writeFileSync(lockPath(run), JSON.stringify({ ...lock, episodes: { '001': rest } }))
      expect((await rebuild(run.root)).ids).toEqual(['lock/damaged'])
    }
  })
})

// -------------------------------------------------------------------------------------- what a build keeps

describe('what only later commands write', () => {
  test('is kept by a build, and moves with a renamed episode', async () => {
    const run = await runShow(goodShow())
    const lock = lockOf(run)
    const kept = { permalink: true, page: 'lighthouse/' } as const
    const whole: Lock = {
      ...lock,
      feeds: { 'https://old.example/feed.xml': { digest: 'abcdefgh' } },
      imported: { '001.md': 'abcdefgh' },
      episodes: { ...lock.episodes, '001': { ...lock.episodes['001']!, ...kept } },
    }
    writeFileSync(lockPath(run), renderLock(whole))
    expect((await rebuild(run.root, { frozen: true })).output).toBeDefined()
    await rebuild(run.root)
    expect(lockText(run)).toBe(renderLock(whole))
    for (const ending of ['md', 'mp3']) {
      const path = join(run.root, 'episodes', `001.${ending}`)
      writeFileSync(join(run.root, 'episodes', `light.${ending}`), readFileSync(path))
      rmSync(path)
    }
    await rebuild(run.root)
    expect(lockOf(run).episodes.light).toMatchObject(kept)
    expect(lockOf(run)).toMatchObject({ feeds: whole.feeds, imported: whole.imported })
  })

  test('a lock without a podcast:guid gets one with the first public address', async () => {
    const run = await runShow(goodShow())
    const { podcastGuid, ...rest } = lockOf(run)
    writeFileSync(lockPath(run), renderLock(rest))
    expect((await rebuild(run.root)).ids).toEqual([])
    expect(lockOf(run).podcastGuid).toBe(podcastGuid)
  })

  test('an entry whose length nobody knows does not stand for its recording', async () => {
    const run = await runShow(goodShow())
    const lock = lockOf(run)
    const { duration: _, fingerprint: __, ...given } = lock.episodes['001']!
    writeFileSync(
      lockPath(run),
      renderLock({ ...lock, episodes: { ...lock.episodes, '001': { ...given, facts: 'given' } } }),
    )
    expect((await rebuild(run.root)).ids).toEqual([])
    expect(lockOf(run).episodes['001']).toEqual(lock.episodes['001'])
    writeFileSync(
      lockPath(run),
      renderLock({ ...lock, episodes: { ...lock.episodes, '001': { ...given, facts: 'given' } } }),
    )
    rmSync(join(run.root, 'episodes/001.mp3'))
    expect((await rebuild(run.root)).ids).toContain('audio/missing')
  })

  test('facts that were given stay so until they are measured', async () => {
    const run = await runShow(goodShow())
    const lock = lockOf(run)
    const audio = readFileSync(join(run.root, 'episodes/001.mp3'))
    const { fingerprint: _, ...given } = lock.episodes['001']!
    const whole = {
      ...lock,
      episodes: { ...lock.episodes, '001': { ...given, duration: 11, facts: 'given' as const } },
    }
    writeFileSync(lockPath(run), renderLock(whole))
    rmSync(join(run.root, 'episodes/001.mp3'))
    expect((await rebuild(run.root)).ids).toEqual([])
    expect(lockText(run)).toBe(renderLock(whole))
    writeFileSync(join(run.root, 'episodes/001.mp3'), audio)
    expect((await rebuild(run.root)).ids).toEqual([])
    expect(lockOf(run).episodes['001']).toEqual(lock.episodes['001'])
  })
})

test('the title of an episode is kept for when its file is gone; a new one is no change for --frozen and --check', async () => {
  const run = await runShow(goodShow())
  expect(lockOf(run).episodes['002']?.title).toBe('Tide tables')
  writeFiles(join(run.root, 'episodes'), {
    '002.md': documentOf({ ...frontMatter['002.md'], title: 'Tides' }, 'High water.\n'),
  })
  expect((await rebuild(run.root, { frozen: true })).output).toBeDefined()
  expect((await rebuild(run.root, { check: true })).diagnostics).toEqual([])
  await rebuild(run.root)
  for (const path of ['002.md', '002.mp3']) rmSync(join(run.root, 'episodes', path))
  await rebuild(run.root, { accept: ['gone:002'] })
  expect(lockOf(run).episodes['002']).toMatchObject({ title: 'Tides', gone: true })
})
