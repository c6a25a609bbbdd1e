import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where a build's cache is. */
export interface CachePlace {
  /** A folder of its own for each show. */
  readonly folder: string
  /** Whose cache it is: another version of this program, or of node, does not read it. */
  readonly program: string
}

type Env = Readonly<Record<string, string | undefined>>

/** The project's own cache folder when there is one, else the user's; undefined when there is neither. */
export const cachePlace = (
  cwd: string,
  env: Env,
  program: string,
  location: string,
): CachePlace | undefined => {
  const root = cacheRoot(cwd, env)
  return root === undefined ? undefined : { folder: join(root, 'build-feed', shortHash(location)), program }
}

const cacheRoot = (cwd: string, env: Env): string | undefined => {
  const modules = join(cwd, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache')
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME
  if (env.LOCALAPPDATA) return env.LOCALAPPDATA
  if (!env.HOME) return undefined
  const mac = join(env.HOME, 'Library/Caches')
  return existsSync(mac) ? mac : join(env.HOME, '.cache')
}

export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 20)
