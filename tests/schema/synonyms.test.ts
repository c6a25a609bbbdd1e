/** Keys that people bring from other tools, through the reader that meets them. */

import { describe, expect, test } from 'vitest'
import { foreignMeaning } from '../../src/fields/foreign-keys.ts'
import { table } from '../../src/fields/index.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { runShow } from '../support/run.ts'

const without = (...keys: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(frontMatter['001.md']).filter(([key]) => !keys.includes(key)))
const findings = async (fields: Readonly<Record<string, string>>) => {
  const run = await runShow({ ...goodShow(), '001.md': documentOf(fields, 'Notes.\n') })
  return run.diagnostics.map(({ rule, message, help, fix }) => ({ rule, message, help, fix: fix?.title }))
}

describe('a key of another tool', () => {
  test.each([
    ['published_at', '2026-01-05', 'date'],
    ['pubDate', '2026-01-05', 'date'],
    ['PublishDate', '2026-01-05', 'date'],
    ['podcast_file', '001.mp3', 'audio'],
    ['url', 'https://cdn.example/001.mp3', 'audio'],
    ['url', 'https://show.example/1', 'link'],
    ['number', '12', 'episode'],
    ['itunes:subtitle', 'A light', 'subtitle'],
    ['tagline', 'A light', 'subtitle'],
    ['itunes:duration', '0:10', 'duration'],
    ['cover', 'a.jpg', 'image'],
  ])('%s: %s is called %s', (key, value, ours) => {
    expect(foreignMeaning(table, 'episode', key, value)).toEqual({ key: ours })
  })

  test('the slogan of a show is its subtitle', () => {
    expect(foreignMeaning(table, 'show', 'slogan', 'Talks at the quay')).toEqual({ key: 'subtitle' })
  })

  test('is told with the right one and a repair; where it was required, as an error', async () => {
    expect(await findings({ ...without('date'), published_at: '2026-01-05' })).toEqual([
      {
        rule: 'front-matter/required',
        message: '"published_at" is called `date` in an episode, and `date` is missing',
        help: 'Rename it to `date`.',
        fix: 'Rename the key to "date"',
      },
    ])
  })

  test('beside our own is for another program', async () => {
    expect(
      (await findings({ ...frontMatter['001.md'], pubDate: '2026-01-05' })).map(one => one.rule),
    ).toEqual(['front-matter/site-key'])
  })

  test('is not renamed where its value would not be taken', async () => {
    const [found] = await findings({ ...without('episode'), number: 'twelve' })
    expect(found?.fix).toBeUndefined()
  })

  test('`Date` comes before `PublishDate`', async () => {
    const found = await findings({ ...without('date'), PublishDate: '2026-01-05', Date: '2026-01-05' })
    expect(found.map(one => [one.rule, one.fix])).toEqual([
      ['front-matter/site-key', undefined],
      ['front-matter/required', 'Rename the key to "date"'],
    ])
  })

  test('hosts and guests are both persons: the second is not left to somebody else', async () => {
    const found = await findings({ ...frontMatter['001.md'], hosts: '[Ada]', guests: '[Ben]' })
    expect(found.map(one => one.help)).toEqual([
      'Rename it to `persons`.',
      'Write `persons: [{ name: Ben, role: guest }]`: without a role it would be a host.',
    ])
  })

  test.each([
    ['guest', 'Lou Reef', '[{ name: Lou Reef, role: guest }]'],
    ['Guests', '[Lou Reef, Ada]', '[{ name: Lou Reef, role: guest }, …]'],
    ['guests', '[{ name: "Reef, Lou", href: https://lou.example/ }]', '[{ name: "Reef, Lou", role: guest }]'],
    ['crew', '[Lou Reef]', '[{ name: Lou Reef, role: … }]'],
  ])('%s: %s is not renamed, for the key says what they do', async (key, value, right) => {
    expect(
      (await findings({ ...frontMatter['001.md'], [key]: value })).map(({ help, fix }) => [help, fix]),
    ).toEqual([[`Write \`persons: ${right}\`: without a role it would be a host.`, undefined]])
  })

  test('the author of an episode is a field of its own, not a person with a role', async () => {
    const run = await runShow({
      ...goodShow(),
      '001.md': documentOf({ ...frontMatter['001.md'], author: 'Lou Reef' }, 'Notes.\n'),
    })
    expect(run.diagnostics).toEqual([])
    expect(run.feed).toContain('<itunes:author>Lou Reef</itunes:author>')
  })

  test('guests whose role is written are renamed: nothing is lost', async () => {
    const found = await findings({ ...frontMatter['001.md'], guests: '[{ name: Lou Reef, role: guest }]' })
    expect(found.map(one => one.fix)).toEqual(['Rename the key to "persons"'])
  })

  test.each([
    ['show', 'redirect', 'https://show.example/new/'],
    ['show', 'paginate', '5'],
    ['show', 'count', '2'],
    ['episode', 'recorded', '2026-01-02'],
    ['episode', 'created_at', '2026-01-02'],
    ['episode', 'hidden', 'true'],
  ] as const)(
    'of a %s, %s: %s means something else, and is told instead of renamed',
    (schema, key, value) => {
      expect(foreignMeaning(table, schema, key, value)).toEqual({ help: expect.stringMatching(/^Write /) })
    },
  )

  test('published: false is a draft, and published: true says nothing', () => {
    expect(foreignMeaning(table, 'episode', 'published', 'false')?.help).toContain('draft: true')
    expect(foreignMeaning(table, 'episode', 'published', 'true')).toEqual({ isForeign: true })
  })

  test('of a site generator is one note for the whole show', async () => {
    const post = { layout: 'post', tags: '[a, b]', permalink: '/x/' }
    const run = await runShow({
      ...goodShow(),
      '001.md': documentOf({ ...frontMatter['001.md'], ...post }, 'N.\n'),
      '002.md': documentOf({ ...frontMatter['002.md'], ...post }, 'N.\n'),
    })
    expect(run.diagnostics).toHaveLength(1)
    expect(run.diagnostics[0]).toMatchObject({
      rule: 'front-matter/site-key',
      severity: 'note',
      message:
        '"layout", "tags" and "permalink" are not fields that build-feed uses (in 2 files), so they change nothing in the feed',
      place: { file: 'episodes/001.md', line: 7, column: 1 },
    })
  })
})
