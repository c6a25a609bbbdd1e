/** The folders that a show names beside its own, so that it is known what has to be read. */

import { table } from '../fields/index.ts'
import { baseOf, globOf, isMapped } from '../mapping/index.ts'
import { presets } from '../mapping/presets/index.ts'
import { mayBeOfSite, siteKeys } from '../names.ts'
import type { WrittenSource } from '../schema/source.ts'
import { folderOf } from '../units/file-name.ts'
import { decodeText, readFrontMatter } from './front-matter.ts'

/** Seen from the folder of the show's file. Undefined where the show is no site's. */
export const placeOfShow = (bytes: Uint8Array): readonly string[] | undefined => {
  const { text } = decodeText(bytes)
  if (!mayBeOfSite(text)) return undefined
  const { written } = table.accept('show', pick(readFrontMatter(text).data))
  if (!isMapped(written)) return undefined
  const { content, preset, fields = {} } = written
  const globs = content ?? presets.find(({ name }) => name === preset)?.content ?? []
  return [...globs.map(glob => baseOf(globOf(glob))), ...Object.values(fields).flatMap(dataFolders)]
}

const pick = <T>(data: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(siteKeys.flatMap(key => (Object.hasOwn(data, key) ? [[key, data[key]!]] : [])))

const dataFolders = (source: WrittenSource): readonly string[] => {
  if (typeof source === 'string') return []
  if (Array.isArray(source)) return (source as readonly WrittenSource[]).flatMap(dataFolders)
  const {
    data,
    from,
    all = [],
    each = {},
    parts = {},
  } = source as Exclude<WrittenSource, string | readonly WrittenSource[]>
  const own = data === undefined ? [] : [folderOf(data.split('{')[0]!)]
  return [
    ...own,
    ...[from ?? [], ...all, ...Object.values(each), ...Object.values(parts)].flatMap(dataFolders),
  ]
}
