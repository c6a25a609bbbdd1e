import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

const isInRepository = (folder: string): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true
    if (at === dirname(at)) return false
  }
}

/**
 * Where a run's temporary files go: a folder of its own, and in no repository, since what a show may name and where its
 * cache may be depend on the repository that it is in. A `.git` in `/tmp`, left by whoever else works there, is no fault.
 */
export const ownTemp = (): string => {
  const places = [tmpdir(), '/var/tmp', '/dev/shm'].filter(existsSync).map(one => realpathSync(one))
  const place = places.find(one => !isInRepository(one)) ?? tmpdir()
  return join(place, `build-feed-tests-${process.pid}`)
}

/** Made before the first test, gone after the last one, with all that a stopped test left there. */
export default ({ config }: TestProject): (() => void) => {
  const folder = config.env.TMPDIR as string
  mkdirSync(folder, { recursive: true })
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
