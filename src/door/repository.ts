import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * How a folder is called from the root of the repository that it is in, with forward slashes: `shows/harbour`, or the empty
 * text at the root, and outside of a repository.
 */
export const inRepository = (folder: string): string => {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return relative(above, folder).replaceAll('\\', '/')
    if (above === dirname(above)) return ''
  }
}
