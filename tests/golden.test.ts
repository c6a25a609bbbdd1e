/**
 * Golden shows: a folder each, with the files of the show, `recipes.json` for its bytes, and what came of them:
 * `feed.xml`, a real feed that can be opened, and `report.txt`, what a person saw. Found by looking: to add a case is to add a folder.
 * `npm run test:update` writes them anew: read the difference before you commit it.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { recipeOf } from './support/recipe.ts'
import { say } from './support/terminal.ts'

const golden = join(import.meta.dirname, 'golden')
const cases = readdirSync(golden).filter(name => existsSync(join(golden, name, 'show')))

const filesOf = (name: string): Record<string, string | Uint8Array> => {
  const show = join(golden, name, 'show')
  const texts = readdirSync(show, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const recipes: Record<string, string> = JSON.parse(readFileSync(join(golden, name, 'recipes.json'), 'utf8'))
  return {
    ...Object.fromEntries(
      texts.map(({ parentPath, name: file }) => {
        const path = join(parentPath, file)
        return [path.slice(show.length + 1).replaceAll('\\', '/'), readFileSync(path)]
      }),
    ),
    ...Object.fromEntries(Object.entries(recipes).map(([path, recipe]) => [path, recipeOf(recipe)])),
  }
}

test.each(cases)('%s', async name => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), filesOf(name))
  const { code, stdout, stderr } = await say({ cwd: root })
  const report = `$ build-feed\n${stderr}${stdout.replace(/build-feed \d+\.\d+\.\d+/, 'build-feed x.y.z')}exit code ${code}\n`
  await expect(report).toMatchFileSnapshot(join(golden, name, 'report.txt'))
  const feed = join(root, 'public/feed.xml')
  if (code === 0)
    await expect(
      readFileSync(feed, 'utf8').replace(/<generator>.*<\/generator>/, '<generator>build-feed</generator>'),
    ).toMatchFileSnapshot(join(golden, name, 'feed.xml'))
  else expect(existsSync(feed)).toBe(false)
})
