/** The golden shows: a folder each, with the files of the show, and `recipes.json` for its bytes. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from './folder.ts'
import { recipeOf } from './recipe.ts'

export const goldenFolder = (root: string): string => join(root, 'tests/golden')

export const goldenShows = (root: string): readonly string[] =>
  readdirSync(goldenFolder(root)).filter(name => existsSync(join(goldenFolder(root), name, 'show')))

export const goldenShow = (root: string, name: string): Files => {
  const show = join(goldenFolder(root), name, 'show')
  const texts = readdirSync(show, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const recipes: Record<string, string> = JSON.parse(
    readFileSync(join(goldenFolder(root), name, 'recipes.json'), 'utf8'),
  )
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
