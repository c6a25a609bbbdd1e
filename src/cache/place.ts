import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { once } from '../units/once.ts'
import { type Key, keyIn } from './key.ts'

/** Where a build's cache is. */
export interface CachePlace {
  /** A folder of its own for each show. */
  readonly folder: string
  /** Whose cache it is: another version of this program, or of node, does not read it. */
  readonly program: string
  /** What only this user of this machine can seal with; undefined where nothing can be kept to oneself. */
  readonly key: () => Key | undefined
}

/** The world that a build runs in, as far as its cache is concerned. */
export interface CacheWorld {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The number of the user who runs the program; undefined where files do not say whose they are, as on Windows. */
  readonly user?: number | undefined
}

/** A folder of the user's own cache; undefined when there is none outside of the project, which a stranger may have filled. */
export const cachePlace = (world: CacheWorld, program: string, location: string): CachePlace | undefined => {
  const projects = projectsOf(world, location)
  const root = cacheRoots(world.env).find(one => !projects.some(project => holds(project, realOf(one))))
  if (root === undefined) return undefined
  const own = join(root, 'build-feed')
  return { folder: join(own, shortHash(location)), program, key: once(() => keyIn(own, world.user)) }
}

/** In order of precedence. https://specifications.freedesktop.org/basedir-spec: what is not absolute is to be ignored. */
const cacheRoots = (env: CacheWorld['env']): readonly string[] => {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env
  const mac = HOME && join(HOME, 'Library/Caches')
  const home = mac && existsSync(mac) ? mac : HOME && join(HOME, '.cache')
  return [XDG_CACHE_HOME, LOCALAPPDATA, home].filter(
    root => root !== undefined && isAbsolute(root),
  ) as string[]
}

/** What may have come from a stranger: the repository that the show is in, or the show alone, and the folder it is built from. */
const projectsOf = ({ cwd, env }: CacheWorld, location: string): readonly string[] => {
  const show = realOf(location)
  const folder = realOf(cwd)
  // Whoever works in the home folder has filled it himself; unless it is a repository, which is told by that.
  const isHome = env.HOME !== undefined && env.HOME !== '' && holds(folder, realOf(env.HOME))
  return [repositoryOf(show) ?? show, show, ...(isHome ? [] : [folder])]
}

const repositoryOf = (folder: string): string | undefined => {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : repositoryOf(above)
}

/** Where a folder is, or will be when it is made. */
const realOf = (folder: string): string => {
  try {
    return realpathSync.native(folder)
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : join(realOf(above), folder.slice(above.length))
  }
}

const holds = (folder: string, inner: string): boolean => {
  const path = relative(folder, inner)
  return path === '' || !(/^\.\.(?:[\\/]|$)/.test(path) || isAbsolute(path))
}

export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 20)
