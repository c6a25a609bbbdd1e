/** The folder that bounds what a show may name: its repository, or its own folder where it is in none. */

import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { insideOf } from '../units/inside.ts'

/** `folder`: of the show's file. `home`: never the root, nor what is above it. Both absolute; what was named by a link stays so. */
export const rootOf = (folder: string, home: string | undefined): string => {
  const root = realRootOf(folder, home)
  for (let at = folder; ; at = dirname(at)) {
    if (realOf(at) === root) return at
    if (dirname(at) === at) return root
  }
}

const realRootOf = (folder: string, home: string | undefined): string => {
  const homes = home === undefined || home === '' ? [] : [home, realOf(home)]
  for (let at = realOf(folder); ; at = dirname(at)) {
    if (homes.some(one => isAtOrAbove(at, one))) return realOf(folder)
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return realOf(folder)
  }
}

const isAtOrAbove = (folder: string, home: string): boolean =>
  home === folder || insideOf(folder, home) !== undefined

const realOf = (path: string): string => {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
