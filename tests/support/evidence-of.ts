import { join } from 'node:path'
import type { Evidence } from '../../src/check/evidence.ts'
import { resolve } from '../../src/check/resolve.ts'
import { watchAt } from '../../src/check/watch.ts'
import { doorOf } from '../../src/door/index.ts'
import { load } from '../../src/load/index.ts'
import { probe } from '../../src/probe/index.ts'
import { type Files, temporaryFolder, writeFiles } from './folder.ts'
import { now } from './run.ts'

/** What the rules get to see of a show; undefined when it cannot be read at all. */
export const evidenceOf = async (files: Files, fileLimit?: number): Promise<Evidence | undefined> => {
  const door = doorOf(writeFiles(join(temporaryFolder(), 'episodes'), files))
  const manuscript = load(door, 'episodes', { limit: fileLimit }).value
  if (manuscript === undefined) return undefined
  const project = (await probe(door, manuscript)).value
  return resolve(project, { now, drafts: false, generator: 'build-feed test' }, watchAt(now))
}
