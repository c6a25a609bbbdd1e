/** What a name in front matter means: an address, or the address under which a file of the show folder will be served. */

import type { NamedFile } from '../../measured.ts'
import type { LockedFile } from '../../model.ts'
import type { Asset } from '../../podcast.ts'
import type { Files } from '../../table/its.ts'
import { optional } from '../../table/optional.ts'
import { fileUrl, isHttpUrl } from '../../units/url.ts'

export type Named = ReadonlyMap<string, NamedFile>

/** `base` serves the pictures, `audioBase` the recordings. */
export const filesOf = (named: Named | undefined, base: string, audioBase: string): Files => {
  const urlOf = (written: string, folder: string): string | undefined => {
    const file = named?.get(written)
    if (file !== undefined) return fileUrl(folder, file.path)
    return isHttpUrl(written) ? written : undefined
  }
  return {
    find: written => named?.get(written),
    pictureUrl: written => urlOf(written, base),
    mediaUrl: written => urlOf(written, audioBase),
  }
}

export const namedAssets = (named: Named | undefined): Asset[] =>
  [...(named?.values() ?? [])]
    .filter(file => file.kind === 'picture' || file.from === 'disk')
    .map(file => ({
      source: file.path,
      path: file.path,
      mediaType: file.facts.mediaType,
      kind: file.kind === 'picture' ? 'artwork' : 'audio',
    }))

/** What the lock keeps of the recordings that are named. */
export const lockedFiles = (all: readonly (Named | undefined)[]): Readonly<Record<string, LockedFile>> => {
  const files: Record<string, LockedFile> = Object.create(null)
  for (const named of all)
    for (const file of named?.values() ?? []) if (file.kind === 'media') files[file.path] = lockedFile(file)
  return files
}

const lockedFile = ({ facts, codecs, integrity }: NamedFile & { kind: 'media' }): LockedFile => ({
  bytes: facts.bytes,
  type: facts.mediaType,
  ...optional('bitrate', facts.bitrate === undefined ? undefined : Math.round(facts.bitrate)),
  ...optional('codecs', codecs),
  integrity,
})
