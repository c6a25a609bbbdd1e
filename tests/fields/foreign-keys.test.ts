/** Keys that people bring from other tools, and what the table makes of them. */

import { describe, expect, test } from 'vitest'
import { foreignKeys, foreignMeaning } from '../../src/fields/foreign-keys.ts'
import { fields } from '../../src/fields/index.ts'
import type { AnyField } from '../../src/table/field.ts'
import { wordsOf } from '../../src/table/owned.ts'
import { folded, tableOf } from '../../src/table/table.ts'

const table = tableOf(fields)
const owners = ['show', 'episode'] as const

const written = (owner: (typeof owners)[number]) =>
  fields.flatMap((field: AnyField) => {
    const words = wordsOf(field, owner)
    return words === undefined ? [] : [{ key: field.key, synonyms: words.synonyms ?? [] }]
  })

describe.each(owners)('%s', owner => {
  test('a name of another tool means one thing', () => {
    const names = [
      ...written(owner).flatMap(({ key, synonyms }) => [folded(key), ...synonyms]),
      ...foreignKeys[owner].keys(),
    ]
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('names are written as they are compared', () => {
    const names = written(owner).flatMap(({ synonyms }) => synonyms)
    expect([...names, ...foreignKeys[owner].keys()].filter(name => folded(name) !== name)).toEqual([])
  })
})

describe('a key of another tool', () => {
  test.each([
    ['published_at', '2026-01-05', 'date'],
    ['pubDate', '2026-01-05', 'date'],
    ['podcast_file', '001.mp3', 'audio'],
    ['url', 'https://cdn.example/001.mp3', 'audio'],
    ['url', 'https://show.example/1', 'link'],
    ['hosts', 'Ada', 'persons'],
    ['itunes:season', '1', 'season'],
    ['venue', 'Antwerp', 'locations'],
    ['Licence', 'ARR', 'license'],
    ['seasonname', 'Winter', 'seasonName'],
  ])('%s: %s is called %s', (key, value, ours) => {
    expect(foreignMeaning(table, 'episode', key, value)).toEqual({ key: ours })
  })

  test('published: false is a draft, and published: true says nothing', () => {
    expect(foreignMeaning(table, 'episode', 'published', 'false')?.help).toContain('draft: true')
    expect(foreignMeaning(table, 'episode', 'published', 'true')).toEqual({ isForeign: true })
  })

  test('what no key takes as it is has help, and what belongs to a site is left to it', () => {
    expect(foreignMeaning(table, 'show', 'ownerEmail', 'a@b.example')?.help).toMatch(/^Write `owner/)
    expect(foreignMeaning(table, 'episode', 'file-size', '12')?.help).toMatch(/^Remove it/)
    expect(foreignMeaning(table, 'episode', 'permalink', '/x/')).toEqual({ isForeign: true })
    expect(foreignMeaning(table, 'show', 'venue', 'x')).toBeUndefined()
  })

  test('nobody can mean what nobody writes', () => {
    for (const key of ['generator', 'pubDate', 'lastBuildDate']) {
      expect(table.synonym('show', key)).toBeUndefined()
      expect(foreignMeaning(table, 'show', key, 'x')?.help).toBe('Remove it: the feed says so itself.')
    }
  })
})
