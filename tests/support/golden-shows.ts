/** The shows that golden tests build: a folder each, with recipes for what is not text. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recipeOf } from './recipe.ts'

export const golden = join(import.meta.dirname, '../golden')
export const goldenShows = readdirSync(golden).filter(name => existsSync(join(golden, name, 'show')))

export const goldenFiles = (name: string): Record<string, string | Uint8Array> => {
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
