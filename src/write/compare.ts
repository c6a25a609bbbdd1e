/** Artefact[] against the output folder: what is there already, and what is to be written. Writes nothing but folders. */

import type { Stats } from 'node:fs'
import type { Artefact } from '../podcast.ts'
import { once } from '../units/once.ts'
import { turn } from '../units/turn.ts'
import { lookAt, type OutputFolder } from './output-folder.ts'
import type { Sources } from './sources.ts'
import { holds, sameBytes } from './there.ts'
import { at, Unwritable } from './unwritable.ts'

export interface FileThere {
  readonly path: string
  readonly stats: Stats
}

export interface CompareOptions {
  /** How a person wrote the output folder. */
  readonly shown: string
  /** Whether the last build is known to have made that copy of that file, and both are as they were. */
  readonly isCopy: (copy: FileThere, source: FileThere) => boolean
  /** Whether the last build is known to have made that file of what this one would make it of, and it is as it was. */
  readonly isMade: (there: FileThere, made: string) => boolean
  /** Whether files of the show get a second name in the output instead of being copied. */
  readonly link: boolean
  /** Told before bytes are compared. */
  readonly onFile: (done: number, of: number, path: string) => void
  readonly signal?: AbortSignal | undefined
}

/** An artefact that the output folder does not have. */
export interface Change {
  readonly artefact: Artefact
  /** Its place. */
  readonly final: string
  /** Whether there is a file. */
  readonly replaces: boolean
  /** Where they had to be made to be compared. */
  readonly bytes?: Uint8Array | undefined
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** Of the artefacts that are there: what the disk says of their files. */
  readonly stats: ReadonlyMap<string, Stats>
}

/** @throws Unwritable, or the reason of the signal. */
export const compare = async (
  artefacts: readonly Artefact[],
  output: OutputFolder,
  sources: Sources,
  options: CompareOptions,
): Promise<Comparison> => {
  const changes: Change[] = []
  const stats = new Map<string, Stats>()
  const copied = artefacts.filter(artefact => 'source' in artefact)
  const originals = new Map(copied.map(({ source }) => [source, sources.stat(source)]))
  const compared = comparing({ originals, count: copied.length, sources, options })
  for (const artefact of artefacts) {
    if ('source' in artefact) await turn(options.signal)
    at(`${options.shown}/${artefact.path}`, () => {
      const final = output.place(artefact.path)
      const there = lookAt(final)
      if (there?.isDirectory()) throw folderInPlace(`${options.shown}/${artefact.path}`)
      const found = there?.isFile() ? compared(artefact, final, there) : undefined
      if (found?.isIt) stats.set(artefact.path, there!)
      else changes.push({ artefact, final, replaces: found !== undefined, bytes: found?.bytes })
    })
  }
  return { changes, stats }
}

export const folderInPlace = (file: string): Unwritable =>
  new Unwritable({
    file,
    message: 'this cannot be written: there is a folder of this name',
    help: 'Remove or rename the folder; the feed that was there is untouched.',
  })

interface Comparing {
  /** By source. */
  readonly originals: ReadonlyMap<string, Stats>
  /** How many artefacts are copies. */
  readonly count: number
  readonly sources: Sources
  readonly options: CompareOptions
}

/** `bytes`: what should be there, where they had to be made for that. */
interface Found {
  readonly isIt: boolean
  readonly bytes?: Uint8Array
}

const comparing = ({ originals, count, sources, options }: Comparing) => {
  const isSame = once(sameBytes)
  const shown = { done: 0 }
  // The output shares no file with the show: what is written into that would be published at once, whatever the next build says.
  const ofShow = new Set([...originals.values()].map(idOf))

  const hasBytesOf = (source: string, final: string): boolean => {
    options.onFile(shown.done, count, source)
    const file = sources.open(source)
    try {
      return isSame()(final, file)
    } finally {
      file.close()
    }
  }
  const isCopied = (source: FileThere, copy: FileThere, final: string): boolean => {
    if (options.link && copy.stats.dev === source.stats.dev) return idOf(copy.stats) === idOf(source.stats)
    if (ofShow.has(idOf(copy.stats)) || copy.stats.size !== source.stats.size) return false
    return options.isCopy(copy, source) || hasBytesOf(source.path, final)
  }
  return (artefact: Artefact, final: string, there: Stats): Found => {
    if (!('source' in artefact)) {
      const { path, made } = artefact
      if (made !== undefined && options.isMade({ path, stats: there }, made)) return { isIt: true }
      const { bytes } = artefact
      return { isIt: holds(final, bytes), bytes }
    }
    shown.done++
    const { source, path } = artefact
    return { isIt: isCopied({ path: source, stats: originals.get(source)! }, { path, stats: there }, final) }
  }
}

const idOf = ({ dev, ino }: Stats): string => `${dev} ${ino}`
