/** A preview that has seen many edits shows what one shows that knows nothing. */

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMemo } from '../src/cache/memo.ts'
import { cachePlace } from '../src/cache/place.ts'
import { lookAt } from '../src/cache/unchanged.ts'
import { doorOf } from '../src/door/index.ts'
import { make, type Validated } from '../src/make.ts'
import { previewPolicy } from '../src/preview/panes/index.ts'
import { temporaryFolder } from './support/folder.ts'
import { documentOf, frontMatter } from './support/good-show.ts'
import { showWithPages } from './support/page-show.ts'
import { ask, started } from './support/preview.ts'
import fc from './support/property.ts'

/** A cache inside of a project is not trusted. */
const cache = temporaryFolder()

const words = fc.constantFrom('One', 'Two & three', '`code`', '[a link](https://a.example/)', '- a\n- list')
const edits = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ path: fc.constant('show.md' as const), body: words }) },
    {
      weight: 4,
      arbitrary: fc.record({
        path: fc.constantFrom('001.md' as const, '002.md' as const),
        title: fc.constantFrom('A title', 'Another title'),
        date: fc.constantFrom(
          '2026-01-05',
          '2026-01-08',
          '2026-01-20',
          '2026-03-01',
          '2027-01-01',
          'no date',
        ),
        draft: fc.constantFrom('true', 'false'),
        body: words,
      }),
    },
  ),
  { minLength: 20, maxLength: 20 },
)

test('after every edit, pages, feed and findings are those of a cold start', async () => {
  let location = ''
  const memo = () => {
    const place = cachePlace({ env: { XDG_CACHE_HOME: cache }, cwd: location }, 'test', location)
    const standing = place && location !== '' ? lookAt(place, { location, isSite: false }) : undefined
    return standing && openMemo(standing)
  }
  const warm = await started({}, { memo })
  location = join(warm.root, 'episodes')

  const saved = async (path: string, text: string): Promise<Validated> => {
    const made = await warm.edit(path, text)
    return made.sources.get(`episodes/${path}`)?.text === text ? made : saved(path, text)
  }
  const cold = () =>
    make(
      {
        location,
        folder: 'episodes',
        now: Date.parse('2026-11-24T12:00:00Z'),
        drafts: true,
        isPreview: true,
        website: true,
        baseUrl: warm.address,
        generator: 'test',
        audio: true,
        pages: { policy: previewPolicy, scripts: ['preview.js?'] },
      },
      { door: doorOf(location), memo: undefined },
    )
  /** How often it was made is written into every page. */
  const uncounted = (text: string): string => text.replace(/preview\.js\?\d*/g, 'preview.js?')

  const seen = { compared: 0, broken: 0 }
  const [sequence] = fc.sample(edits, { numRuns: 1, seed: 14 })
  for (const { path, body, ...fields } of sequence!) {
    const text =
      path === 'show.md'
        ? showWithPages({ website: 'false' }, `${body}\n`)
        : documentOf({ ...frontMatter[path], ...fields }, `${body}\n`)
    const { diagnostics } = await saved(path, text)
    const { judged, artefacts } = await cold()
    expect(diagnostics).toEqual(judged.diagnostics)
    // With an error what was seen last stays.
    if (artefacts.length === 0) seen.broken++
    for (const artefact of artefacts) {
      if (!('bytes' in artefact)) continue
      const { text } = await ask(warm.address + artefact.path)
      expect([artefact.path, uncounted(text)]).toEqual([
        artefact.path,
        uncounted(Buffer.from(artefact.bytes).toString('latin1')),
      ])
      seen.compared++
    }
  }
  expect(seen.compared).toBeGreaterThan(50)
  expect(seen.broken).toBeGreaterThan(0)
})
