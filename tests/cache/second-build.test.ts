/** A build that is not to be done again has to say what the next one would, which reads the lock that it wrote. */

import { describe, expect, test } from 'vitest'
import { hearsLock } from '../../src/make.ts'
import { rules } from '../../src/rules.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { lay } from '../support/lay.ts'
import { rebuild, runShow } from '../support/run.ts'
import { say } from '../support/terminal.ts'

const examples = rules
  .flatMap(({ id, example }) => [
    { id, what: 'bad', example: example.bad },
    { id, what: 'good', example: example.good },
  ])
  .filter(({ example }) => example['feed.xml'] === undefined)

describe('where nothing was found that may be otherwise with another lock, the next build finds the same', () => {
  test.each(examples)('$what example of $id', async ({ example }) => {
    const { files, run: all } = lay(example)
    const { changing: _, ...run } = all
    // What was accepted is no change any more.
    if (run.accept !== undefined) return
    const first = await runShow(files, all)
    if (first.output === undefined || first.diagnostics.some(hearsLock)) return
    const second = await rebuild(first.root, run)
    // What the first has replaced is ours by now.
    const lasting = first.diagnostics.filter(({ rule }) => rule !== 'output/replaced')
    expect(second.diagnostics).toEqual(lasting)
  })
})

const show = {
  ...goodShow(),
  '001.md': documentOf({ ...frontMatter['001.md'], mood: 'calm', color: 'blue' }, 'Hello.\n'),
}

const shown = (files = show) => {
  const [cwd, cache] = [temporaryFolder(), temporaryFolder()]
  writeFiles(`${cwd}/episodes`, files)
  return { cwd, env: { XDG_CACHE_HOME: cache } }
}

describe('an unchanged show with findings says them again', () => {
  test.each([
    [[]],
    [['--check']],
    [['--reporter', 'json']],
    [['--reporter', 'sarif']],
    [['--reporter', 'github']],
    [['--reporter', 'junit']],
    [['--for', 'apple']],
    [['--max-warnings', '1', '--quiet']],
  ])('built with %j', async argv => {
    const world = shown()
    await say(world)
    const plain = await say(world, ...argv, '--no-cache')
    await say(world, ...argv)
    const again = await say(world, ...argv)
    expect(again.code).toBe(plain.code)
    expect(again.stderr).toBe(plain.stderr)
  })

  test.each([
    [[]],
    [['--reporter', 'json']],
    [['--reporter', 'sarif']],
    [['episodes/001.md']],
    [['--strict']],
  ])('validated with %j', async argv => {
    const world = shown()
    const plain = await say(world, 'validate', ...argv, '--no-cache')
    await say(world, 'validate', ...argv)
    expect(await say(world, 'validate', ...argv)).toEqual(plain)
  })
})

test('what is validated anew is what is there now', async () => {
  const world = shown()
  await say(world, 'validate')
  writeFiles(`${world.cwd}/episodes`, { '002.md': documentOf({ title: 'Two' }, 'Hello.\n') })
  expect((await say(world, 'validate')).stderr).toContain('002.md')
})
