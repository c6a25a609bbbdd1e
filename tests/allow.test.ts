/** Silence on purpose, and what must not be silenced. */

import { describe, expect, test } from 'vitest'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'

const found = async (example: Readonly<Record<string, string>>): Promise<string[]> => {
  const { files, run } = lay(example)
  const { diagnostics } = await runShow(files, run)
  return diagnostics.map(({ rule, place }) => `${rule} ${place.file}:${place.line}:${place.column}`)
}

describe('allow', () => {
  test('in show.md: the finding is gone, wherever it stands', async () => {
    expect(await found({ 'show.md': '- timezone' })).toEqual([
      'date/no-zone episodes/001.md:3:7',
      'date/no-zone episodes/002.md:3:7',
    ])
    expect(await found({ 'show.md': '- timezone\nallow: date/no-zone' })).toEqual([])
  })

  test('in an episode: only that episode', async () => {
    const twice = { '001.md': 'sesaon: 1', '002.md': 'sesaon: 1' }
    expect(await found(twice)).toHaveLength(2)
    expect(await found({ ...twice, '001.md': 'sesaon: 1\nallow:\n  - front-matter/unknown-key' })).toEqual([
      'front-matter/unknown-key episodes/002.md:7:1',
    ])
  })

  test('an error stays, and allowing it is said to be in vain, at its exact place', async () => {
    expect(await found({ '001.md': 'date: 2026-02-30\nallow: [date/unreadable]' })).toEqual([
      'date/unreadable episodes/001.md:3:7',
      'allow/never-error episodes/001.md:7:9',
    ])
  })

  test('an unused allowance is reported at its place in the list', async () => {
    expect(
      await found({ '001.md': 'sesaon: 1\nallow: [front-matter/unknown-key, text/control-characters]' }),
    ).toEqual(['allow/unused episodes/001.md:8:35'])
  })

  test('with an error elsewhere nothing is said about unused ones: not everything was judged', async () => {
    expect(await found({ '001.md': 'allow: front-matter/unknown-key', '002.md': '- title' })).toEqual([
      'front-matter/required episodes/002.md:1:1',
    ])
  })

  test('allowed in both places, both are used', async () => {
    expect(
      await found({
        'show.md': 'allow: front-matter/unknown-key',
        '001.md': 'sesaon: 1\nallow: front-matter/unknown-key',
      }),
    ).toEqual([])
  })

  test('a misspelt rule names the nearest, with a fix; one that is like none names the list', async () => {
    const { files } = lay({ '001.md': 'allow: [front-matter/unknown-kee, nothing-like-it]' })
    const { diagnostics } = await runShow(files)
    expect(diagnostics.map(({ rule, help, fix }) => [rule, help, fix?.title])).toEqual([
      ['allow/unknown-rule', 'Write `front-matter/unknown-key`.', 'Write "front-matter/unknown-key"'],
      ['allow/unknown-rule', 'Run `build-feed explain` to see the rules there are.', undefined],
    ])
  })

  test('findings about allowances cannot be allowed away', async () => {
    expect(await found({ 'show.md': 'allow: [allow/unused, date/no-zone]' })).toEqual([
      'allow/unused episodes/show.md:12:9',
      'allow/unused episodes/show.md:12:23',
    ])
  })
})
