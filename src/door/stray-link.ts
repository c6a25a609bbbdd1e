import { lstatSync, realpathSync } from 'node:fs'
import { join, parse, sep } from 'node:path'
import { whereIs } from './where.ts'

/** On the way to a path, a link that stands in a repository and leads out of it: anybody who sends a pull request can put one there. */
export interface StrayLink {
  readonly link: string
  /** Where it leads. */
  readonly real: string
}

/** `path`: absolute. Undefined as well where there is nothing, or no way to it. */
export const strayLinkTo = (path: string): StrayLink | undefined => {
  try {
    let at = parse(path).root
    let repository: string | undefined
    for (const name of path.slice(at.length).split(sep).filter(Boolean)) {
      if (isThere(join(at, '.git'))) repository = realpathSync.native(at)
      const next = join(at, name)
      if (!lstatSync(next).isSymbolicLink()) {
        at = next
        continue
      }
      at = realpathSync.native(next)
      if (repository !== undefined && whereIs(repository, at, sep).kind !== 'inside')
        return { link: next, real: at }
    }
  } catch {
    // Whoever opens it is told so.
  }
  return undefined
}

export const strayWords = ({ link, real }: StrayLink): string =>
  `${link} is a link in the repository that leads out of it and may come from anybody who sends a pull request; name ${real} itself, if that is meant`

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
