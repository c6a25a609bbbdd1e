/**
 * A property of the whole: validating what was built finds nothing that the build did not say, by the same rule or by the one
 * that says the same of the file, and no more severely. Whatever a person writes, the next program that looks at the feed has no news.
 */

import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/rules.ts'
import { inWords, unsaid } from './support/agreement.ts'
import { everythingShow } from './support/everything-show.ts'
import { type ExampleRun, findings } from './support/examples.ts'
import { type Files, temporaryFolder } from './support/folder.ts'
import { goldenFolder, goldenShow, goldenShows } from './support/golden-shows.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { hostileShow } from './support/hostile-show.ts'
import { lay } from './support/lay.ts'
import { allParts, mixtureOf } from './support/mixture.ts'
import { oddShow } from './support/odd-values.ts'
import fc from './support/property.ts'
import { type Run, type RunOptions, rebuild, runShow } from './support/run.ts'

const repository = join(import.meta.dirname, '..')

/** Whether there was a feed to look at. */
const agrees = ({ root, ...run }: Run, about = ''): boolean => {
  rmSync(root, { recursive: true, force: true })
  return hasNoNews(run, about)
}

const hasNoNews = (
  { feed, diagnostics }: Pick<ExampleRun, 'feed' | 'diagnostics'>,
  about: string,
): boolean => {
  if (feed !== undefined) expect(inWords(unsaid(feed, diagnostics)), about).toEqual([])
  return feed !== undefined
}

const build = async (files: Files, about = '', options: RunOptions = {}): Promise<boolean> =>
  agrees(await runShow(files, options), about)

describe('what is built and what is said agree', () => {
  test.each(goldenShows(repository))('of the golden show %s', async name => {
    const isBuilt = existsSync(join(goldenFolder(repository), name, 'feed.xml'))
    expect(await build(goldenShow(repository, name))).toBe(isBuilt)
  })

  test('of the sample show', async () => {
    const root = temporaryFolder()
    cpSync(join(repository, 'episodes'), join(root, 'episodes'), { recursive: true })
    expect(agrees(await rebuild(root))).toBe(true)
  })

  test('of a show that says everything, and of a hostile one', async () => {
    expect(await build(everythingShow())).toBe(true)
    expect(await build(hostileShow())).toBe(true)
  })

  describe('of the examples of a rule, the bad ones too', () => {
    const ofFolders = rules.filter(({ example }) => !('feed.xml' in example.bad))

    test.each(ofFolders)('$id', async ({ id, example }) => {
      for (const kind of ['good', 'bad'] as const) hasNoNews(await findings(example[kind]), `${id} ${kind}`)
    })
  })

  test('of an episode from before there were podcasts', async () => {
    const files = {
      ...goodShow(),
      '002.md': documentOf({ ...frontMatter['002.md'], date: '1970-01-01' }, 'Notes.\n'),
    }
    expect(await build(files)).toBe(true)
  })

  test('of a trailer whose title is longer than its tag may be', async () => {
    const { season: _, episode: __, ...fields } = frontMatter['001.md']
    const title = 'The lighthouse keeper and the sea '.repeat(6).trim()
    const trailer = {
      ...goodShow(),
      '001.md': documentOf({ ...fields, title, episodeType: 'trailer' }, 'Notes.\n'),
    }
    const run = await runShow(trailer)
    expect(run.feed).toMatch(/<podcast:trailer [^>]*>The lighthouse keeper [^<]{100,106}…<\/podcast:trailer>/)
    expect(agrees(run)).toBe(true)
  })

  test('of mixtures of them: mistakes seldom come alone', async () => {
    let built = 0
    await fc.assert(
      fc.asyncProperty(mixtureOf(allParts), async ({ names, example }) => {
        const { files, run } = lay(example)
        if (await build(files, names.join(', '), run)) built++
      }),
      { numRuns: 150 },
    )
    expect(built).toBeGreaterThan(30)
  })

  test('of shows that say odd things, in any field', async () => {
    let built = 0
    await fc.assert(
      fc.asyncProperty(oddShow, async ({ changes, files }) => {
        if (await build(files, changes.join(', '))) built++
      }),
      { numRuns: 150 },
    )
    expect(built).toBeGreaterThan(20)
  })
})
