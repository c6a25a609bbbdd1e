/** What a show names beside its own folder, remembered: to find it out, its front matter is read with all that knows the fields. */

import { join } from 'node:path'
import { digest } from '../units/digest.ts'
import { type CachePlace, shortHash } from './place.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** `null`: the show is no site's. */
type Bases = readonly string[] | null

interface Kept {
  /** Of the file of the show. */
  readonly digest: string
  readonly bases: Bases
}

const recordFile = ({ folder }: CachePlace, name: string): string => join(folder, `bases-${shortHash(name)}`)

/** `name`: of the file in the folder of that place. Undefined where it is not known of these bytes. */
export const recallBases = (place: CachePlace, name: string, bytes: Uint8Array): Bases | undefined => {
  const content = readSealed(recordFile(place, name), place)
  if (content === undefined) return undefined
  const kept = JSON.parse(content.toString('utf8')) as Kept
  return kept.digest === digest(bytes) ? kept.bases : undefined
}

export const keepBases = (place: CachePlace, name: string, bytes: Uint8Array, bases: Bases): void => {
  const kept: Kept = { digest: digest(bytes), bases }
  writeSealed(recordFile(place, name), place, [Buffer.from(JSON.stringify(kept))])
}
