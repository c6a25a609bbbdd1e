/**
 * What a person sees of a real feed, or of a show in which much is wrong: two screens, about a hundred lines. Golden files:
 * `npm run test:update` writes them anew; read the difference. `npm run screens` prints how long the reports of other feeds are.
 */

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { feedByManner, manners } from './support/feeds-by-manner.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const golden = join(import.meta.dirname, 'golden/screens')
const twoScreens = 100

test.each(Object.entries(manners))('a feed in the manner of %s', async (name, manner) => {
  const cwd = temporaryFolder()
  writeFiles(cwd, { 'feed.xml': feedByManner(manner) })
  const { code, stderr } = await say({ cwd }, 'validate', 'feed.xml')
  await expect(`$ build-feed validate feed.xml\n${stderr}exit code ${code}\n`).toMatchFileSnapshot(
    join(golden, `${name.replaceAll(' ', '-')}.txt`),
  )
  expect(stderr.split('\n').length).toBeLessThanOrEqual(twoScreens)
})

test('a show of a hundred episodes with three mistakes in each', async () => {
  const cwd = temporaryFolder()
  const names = Array.from({ length: 100 }, (_, index) => String(index + 1).padStart(3, '0'))
  writeFiles(join(cwd, 'episodes'), {
    'show.md': documentOf({ ...frontMatter['show.md'], timezone: 'Europe/Brussels' }, 'Talks.\n'),
    'cover.jpg': goodShow()['cover.jpg'] as Uint8Array,
    ...Object.fromEntries(
      names.flatMap((name, index) => [
        [
          `${name}.md`,
          documentOf(
            { title: `Rope ${name} &amp; tar`, date: `${(index % 28) + 1}/13/2025`, auther: 'Jo' },
            'Notes.\n',
          ),
        ],
        [`${name}.mp3`, goodShow()['001.mp3'] as Uint8Array],
      ]),
    ),
  })
  const { code, stderr } = await say({ cwd }, 'validate')
  await expect(`$ build-feed validate\n${stderr}exit code ${code}\n`).toMatchFileSnapshot(
    join(golden, 'three-hundred-mistakes.txt'),
  )
  expect(stderr.split('\n').length).toBeLessThanOrEqual(twoScreens)
  const { summary, diagnostics } = JSON.parse((await say({ cwd }, 'validate', '--reporter', 'json')).stdout)
  // Programs get every place.
  expect(summary.errors + summary.warnings + summary.notes).toBe(diagnostics.length)
  expect(diagnostics.length).toBeGreaterThanOrEqual(300)
})
