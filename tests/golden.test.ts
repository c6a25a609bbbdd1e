/**
 * Golden shows: a folder each, with the files of the show, `recipes.json` for its bytes, and what came of them:
 * `feed.xml`, a real feed that can be opened, and `report.txt`, what a person saw. Found by looking: to add a case is to add a folder.
 * `npm run test:update` writes them anew: read the difference before you commit it.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goldenFolder, goldenShow, goldenShows } from './support/golden-shows.ts'
import { say } from './support/terminal.ts'

const repository = join(import.meta.dirname, '..')
const golden = goldenFolder(repository)

test.each(goldenShows(repository))('%s', async name => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), goldenShow(repository, name))
  const { code, stdout, stderr } = await say({ cwd: root })
  const report = `$ build-feed\n${stderr}${stdout.replace(/build-feed \d+\.\d+\.\d+/, 'build-feed x.y.z')}exit code ${code}\n`
  await expect(report).toMatchFileSnapshot(join(golden, name, 'report.txt'))
  const feed = join(root, 'public/feed.xml')
  if (code === 0)
    await expect(
      readFileSync(feed, 'utf8').replace(/<generator>.*<\/generator>/, '<generator>build-feed</generator>'),
    ).toMatchFileSnapshot(join(golden, name, 'feed.xml'))
  else expect(existsSync(feed)).toBe(false)
  if (code !== 0) return
  const again = await say({ cwd: root }, '--frozen', '--check', '--no-cache')
  expect(again.code, again.stderr).toBe(0)
})
