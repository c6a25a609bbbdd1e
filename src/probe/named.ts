/** The files of the show folder that fields name, beside an episode's own audio and artwork: they are measured too. */

import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
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

/** What an item, a live item or the show may name. */
interface Naming {
  readonly images?: WrittenEpisode['images']
  readonly persons?: WrittenEpisode['persons']
  readonly alternateEnclosures?: WrittenEpisode['alternateEnclosures']
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
  const names = namesOf(entry.meta)
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
export const namesOf = (meta: Partial<WrittenEpisode> | Partial<WrittenShow>): readonly Name[] => {
  const names = [...namesIn(meta, [])]
  if ('trailers' in meta)
    for (const [i, { url }] of meta.trailers?.entries() ?? [])
      names.push({ written: url, path: ['trailers', i, 'url'], kind: 'media' })
  if ('liveItems' in meta)
    for (const [i, item] of meta.liveItems?.entries() ?? []) names.push(...namesIn(item, ['liveItems', i]))
  return names.filter(({ written }) => isFileName(written))
}

/** A single letter is no scheme but a Windows drive; and the address of a file on a disk is a name that leads out of the show. */
export const isFileName = (written: string): boolean => {
  const scheme = schemeOf(written)
  return scheme === undefined || scheme.length === 1 || /^file$/i.test(scheme)
}

function* namesIn(naming: Naming, base: readonly (string | number)[]): Iterable<Name> {
  for (const [i, { href }] of naming.images?.entries() ?? [])
    yield { written: href, path: [...base, 'images', i, 'href'], kind: 'picture' }
  for (const [i, { img }] of naming.persons?.entries() ?? [])
    if (img !== undefined) yield { written: img, path: [...base, 'persons', i, 'img'], kind: 'picture' }
  for (const [i, { sources }] of naming.alternateEnclosures?.entries() ?? [])
    for (const [j, { uri }] of sources.entries())
      yield { written: uri, path: [...base, 'alternateEnclosures', i, 'sources', j, 'uri'], kind: 'media' }
}
