import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

const isInRepository = (folder: string): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true
    if (at === dirname(at)) return false
  }
}

/** What Linux keeps in memory: to lay a show there and to build it takes a tenth of what a disk takes that is asked to be done with each file. */
const memory = '/dev/shm'
const enough = 4 * 2 ** 30

/** Whether it has room for many times what tests lay there at once, and lets programs run and devices be made. */
const isRoomy = (): boolean => {
  if (!existsSync(memory) || !existsSync('/proc/mounts')) return false
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .find(line => line.split(' ')[1] === memory)
  if (mount === undefined || /\b(?:noexec|nodev|ro)\b/.test(mount.split(' ')[3]!)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > enough && freemem() > 2 * enough
}

/**
 * Where a run's temporary files go: a folder of its own, and in no repository, since what a show may name and where its
 * cache may be depend on the repository that it is in. A `.git` in `/tmp`, left by whoever else works there, is no fault.
 */
export const ownTemp = (): string => {
  const places = [...(isRoomy() ? [memory] : []), tmpdir(), '/var/tmp', memory]
    .filter(existsSync)
    .map(one => realpathSync(one))
  const place = places.find(one => !isInRepository(one)) ?? tmpdir()
  return join(place, `build-feed-tests-${process.pid}`)
}

/** Made before the first test, gone after the last one, with all that a stopped test left there. */
export default ({ config }: TestProject): (() => void) => {
  const folder = config.env.TMPDIR as string
  mkdirSync(folder, { recursive: true })
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
