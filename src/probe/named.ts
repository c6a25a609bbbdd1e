/** The files of the show folder that fields name, beside an episode's own audio and artwork: they are measured too. */

import { table, type WrittenEpisode, type WrittenShow } from '../fields/index.ts'
import type { NamedFile } from '../measured.ts'
import type { Entry } from '../project.ts'
import { writtenPath } from '../schema/path.ts'
import { schemeOf } from '../units/url.ts'

/** A file, as it was written, and where. */
interface Name {
  readonly written: string
  readonly path: readonly (string | number)[]
  readonly kind: 'media' | 'picture'
}

/** `path`: where it was written. */
export type Measure = (
  written: string,
  path: Name['path'],
  kind: Name['kind'],
) => Promise<NamedFile | undefined>

/** By the name as it was written. Undefined when no field names a file, as in most episodes. */
export const namedFiles = async (
  entry: Entry<WrittenEpisode> | Entry<WrittenShow>,
  measure: Measure,
): Promise<ReadonlyMap<string, NamedFile> | undefined> => {
  const names = namesOf(entry)
  if (names.length === 0) return undefined
  const files = new Map<string, NamedFile>()
  const tried = new Set<string>()
  for (const { written, path, kind } of names) {
    if (tried.has(written)) continue
    tried.add(written)
    const file = await measure(written, writtenPath(entry.raw, path), kind)
    if (file !== undefined) files.set(written, file)
  }
  return files
}

/** Every name that is no address. */
export const namesOf = ({ owner, meta }: Entry<WrittenEpisode> | Entry<WrittenShow>): readonly Name[] =>
  [...table.names(owner ?? 'episode', meta)].flatMap(({ name, path, kind }) =>
    (kind === 'media' || kind === 'picture') && isFileName(name) ? [{ written: name, path, kind }] : [],
  )

/** A single letter is no scheme but a Windows drive; and the address of a file on a disk is a name that leads out of the show. */
const isFileName = (written: string): boolean => {
  const scheme = schemeOf(written)
  return scheme === undefined || scheme.length === 1 || /^file$/i.test(scheme)
}
