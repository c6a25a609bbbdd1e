/** Whatever is written, the program has something to say about it: it never breaks. `npm run attack` tries a hundred thousand of each. */

import { describe, expect, test } from 'vitest'
import { episodeSchema, showSchema } from '../src/fields/index.ts'
import { anyFeed } from './support/any-feed.ts'
import { shapesOf } from './support/any-front-matter.ts'
import { attackFeed, feedSeeds } from './support/attack-feed.ts'
import { anyAttacked, attackShow, documentsAtOnce, layAttacked } from './support/attack-show.ts'
import { temporaryFolder } from './support/folder.ts'
import { lay } from './support/lay.ts'
import fc from './support/property.ts'
import { runShow } from './support/run.ts'

/** The same cases each time: a test that fails now and then is mended by nobody. */
const seed = 1

describe('front matter', () => {
  test('property: whatever stands in a field of the schema, nothing breaks, and what is taken makes a feed', async () => {
    const folder = temporaryFolder()
    layAttacked(folder)
    await fc.assert(
      fc.asyncProperty(anyAttacked, async attacked => {
        expect(await attackShow(folder, attacked)).toBeUndefined()
      }),
      { numRuns: Math.ceil(1000 / documentsAtOnce), seed },
    )
  })

  test('every field of the schema is attacked', () => {
    for (const schema of [showSchema, episodeSchema])
      expect(Object.keys(shapesOf<never>(schema as never)).sort()).toEqual(Object.keys(schema.fields).sort())
  })

  /** Where nothing is, something was meant: the place is that of the item or of the value. */
  const point = async (yaml: string, file: 'show.md' | '001.md' = '001.md') => {
    const { files, run } = lay({ [file]: yaml })
    const { diagnostics, feed } = await runShow(files, run)
    const found = diagnostics.filter(({ rule }) => rule === 'front-matter/blank')
    const lines = String(files[file]).split('\n')
    return {
      isBuilt: feed !== undefined,
      at: found.map(({ place }) => lines[place.line! - 1]!.slice(place.column! - 1, place.endColumn! - 1)),
      others: diagnostics.filter(({ rule }) => rule !== 'front-matter/blank').map(({ rule }) => rule),
    }
  }

  test.each<[yaml: string, at: readonly string[]]>([
    ['persons:\n  - Lou Reef\n  -', ['-']],
    ['persons:\n  -\n  - Lou Reef\n  - ~\n  - null', ['-', '~', 'null']],
    ['persons: ["", Lou Reef, " "]', ['""', '" "']],
    ['keywords: [sea, "\\ud83d"]', ['"\\ud83d"']],
    ['funding:\n  - https://ko-fi.com/harbour\n  -', ['-']],
    ['license: " "', ['" "']],
    ['license: "\\n"', ['"\\n"']],
    ['license: "\\ud83d"', ['"\\ud83d"']],
    ['license: "\\u200b\\u00a0"', ['"\\u200b\\u00a0"']],
    ['summary: "\\t"', ['"\\t"']],
    ['persons: { name: Lou Reef, role: " " }', ['" "']],
  ])('%s is left out, and that is said where it stands', async (yaml, at) => {
    expect(await point(yaml)).toEqual({ isBuilt: true, at, others: [] })
  })

  test('the same in show.md, with a transcript that names who speaks', async () => {
    const { files } = lay({
      'show.md': 'persons:\n  - Ada Pier\n  -',
      '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada Pier>High water.\n',
    })
    const { ids, feed } = await runShow(files)
    expect(ids).toEqual(['front-matter/blank'])
    expect(feed).toContain('<podcast:person>Ada Pier</podcast:person>')
  })

  test('what stands behind a blank item keeps its place, for findings and for repairs', async () => {
    const { files } = lay({ '001.md': 'persons:\n  -\n  - { name: Lou Reef, role: gost }' })
    const { diagnostics } = await runShow(files)
    const found = diagnostics.find(({ rule }) => rule === 'podcast/person-role')
    const lines = String(files['001.md']).split('\n')
    expect(lines[found!.place.line! - 1]).toContain('gost')
  })
})

describe('feeds', () => {
  test('property: whatever elements and attributes a feed has, nothing breaks', async () => {
    const seeds = await feedSeeds(temporaryFolder())
    fc.assert(
      fc.property(anyFeed(seeds), feed => {
        expect(attackFeed(feed)).toBeUndefined()
      }),
      { numRuns: 400, seed },
    )
  })
})
