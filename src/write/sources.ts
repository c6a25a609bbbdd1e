/** The files of the show that go into the output: what was measured of them has to be true of what is copied. */

import type { Stats } from 'node:fs'
import { type Door, type OpenFile, Refused, reasonOf } from '../door/index.ts'
import { inFolder } from '../units/file-name.ts'
import { fileState } from '../units/file-state.ts'
import sourceChanged from './rules/source-changed.ts'
import { Unwritable } from './unwritable.ts'

/** Each throws Unwritable when the file is not what was measured. */
export interface Sources {
  readonly stat: (source: string) => Stats
  readonly open: (source: string) => OpenFile
  readonly copyTo: (source: string, to: string) => Stats
  readonly linkTo: (source: string, to: string) => void
}

export interface SourceOptions {
  /** How a person wrote the show folder. */
  readonly folder: string
  readonly door: Pick<Door, 'stat' | 'open' | 'copyTo' | 'linkTo'>
  /** What a file was when it was measured: see units/file-state.ts. Undefined of one that was not. */
  readonly measured: (source: string) => string | undefined
}

export const sourcesOf = ({ folder, door, measured }: SourceOptions): Sources => {
  const changed = (source: string, message: string): Unwritable =>
    new Unwritable({
      rule: sourceChanged,
      file: inFolder(folder, source),
      message,
      help: 'Build again once the file is complete; the feed that was there is untouched.',
    })
  const confirm = (source: string, stats: Stats): void => {
    const before = measured(source)
    if (before !== undefined && before !== fileState(stats))
      throw changed(
        source,
        `${source} changed while the show was being built, so the feed would state a wrong size and length`,
      )
  }
  const reading = <T>(source: string, read: () => T): T => {
    try {
      return read()
    } catch (error) {
      if (!isOfSource(error)) throw error
      throw changed(source, `${source} changed while the show was being built: ${reasonOf(error)}`)
    }
  }
  return {
    stat: source => {
      const stats = reading(source, () => door.stat(source))
      confirm(source, stats)
      return stats
    },
    open: source => {
      const file = reading(source, () => door.open(source))
      try {
        confirm(source, file.stats)
        return file
      } catch (error) {
        file.close()
        throw error
      }
    },
    copyTo: (source, to) => {
      const stats = reading(source, () => door.copyTo(source, to))
      confirm(source, stats)
      return stats
    },
    linkTo: (source, to) => {
      confirm(
        source,
        reading(source, () => door.stat(source)),
      )
      reading(source, () => door.linkTo(source, to))
    },
  }
}

/** Of what else goes wrong in copying, the disk that is written to is the likelier cause. */
const isOfSource = (error: unknown): boolean =>
  error instanceof Refused || (error as NodeJS.ErrnoException).code === 'ENOENT'
