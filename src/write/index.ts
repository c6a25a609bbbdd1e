/**
 * Artefact[] → files. What is there already is left alone; everything else is made aside first, and then gets its name, the feed
 * last. Whatever fails, the output is what it was.
 */

import type { Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Outcome } from '../diagnostic.ts'
import type { Artefact } from '../podcast.ts'
import { turn } from '../units/turn.ts'
import { type CompareOptions, compare, folderInPlace } from './compare.ts'
import { foreignIn, refusal, replacement } from './foreign.ts'
import { make, makeOf } from './make.ts'
import { isFolderIn, lookAt, type OutputFolder, outputFolder } from './output-folder.ts'
import { publish, type Staged } from './publish.ts'
import { type SourceOptions, sourcesOf } from './sources.ts'
import { type Stagings, stagings, sweep, type ThisProcess } from './staging.ts'
import { holds } from './there.ts'
import { at, diagnosticOf, Unwritable } from './unwritable.ts'

/** @internal */
export interface WriteOptions extends SourceOptions, Omit<CompareOptions, 'onFile'> {
  /** The show folder. */
  readonly from: string
  /** The output folder. */
  readonly to: string
  /** Whether episodes of the show have been read out of the output folder. */
  readonly holdsEpisodes: boolean
  /** Whether the show was published from here before: it has a lock. */
  readonly isPublished: boolean
  /** Folders of the output that the last build is known to have written to. */
  readonly folders: readonly string[]
  /** What is in the show folder after the build, where that is to be written. */
  readonly lock: undefined | { readonly path: string; readonly shown: string; readonly bytes: Uint8Array }
  /** Tells this process's temporary files from those of others, dead or alive. */
  readonly process: ThisProcess
  /** Until the first file gets its name, it can be stopped: nothing has been written then. */
  readonly signal?: AbortSignal | undefined
  /** Told before a file of the show is compared or copied, which may take long. */
  readonly onFile?:
    | ((verb: 'Comparing' | 'Copying', done: number, of: number, path: string) => void)
    | undefined
}

export interface Written {
  /** Paths inside the output folder. */
  readonly written: readonly string[]
  readonly unchanged: number
  /** Whether the lock was there already, byte for byte, or is none of this build's. */
  readonly isLockKept: boolean
  /** @internal Of the artefacts: what the disk said of their files when these were known to be what they should. */
  readonly stats: ReadonlyMap<string, Stats>
}

/**
 * Undefined when nothing was written. Rejects with the reason of the signal, and then nothing was written either.
 * @internal
 */
export const write = async (
  artefacts: readonly Artefact[],
  options: WriteOptions,
): Promise<Outcome<Written | undefined>> => {
  const aside = stagings(options.process)
  const opened: OutputFolder[] = []
  try {
    const output = at(options.shown, () => outputFolder(options))
    opened.push(output)
    return await writeInto(output, artefacts, options, aside)
  } catch (error) {
    aside.remove()
    for (const output of opened) output.takeBack()
    options.signal?.throwIfAborted()
    return { value: undefined, diagnostics: [diagnosticOf(error)] }
  } finally {
    aside.remove()
  }
}

const writeInto = async (
  output: OutputFolder,
  artefacts: readonly Artefact[],
  options: WriteOptions,
  aside: Stagings,
): Promise<Outcome<Written>> => {
  const { shown, link, lock, process, signal, onFile = () => {} } = options
  const sources = sourcesOf(options)
  const { changes, stats } = await compare(artefacts, output, sources, {
    ...options,
    onFile: (done, of, path) => onFile('Comparing', done, of, path),
  })
  const foreign = at(shown, () => foreignIn(output, changes))
  if (foreign.pages.length > 0 || (foreign.files.length > 0 && !options.isPublished))
    throw refusal(options.isPublished ? { ...foreign, files: [] } : foreign, shown)
  at(shown, () => sweepAll(output, artefacts, options))
  const lockMade = lock && at(lock.shown, () => makeLock(lock, aside))
  const copies = changes.filter(({ artefact }) => 'source' in artefact).length
  const count = { copied: 0 }
  const made: Staged[] = []
  for (const change of changes) {
    const { artefact, final } = change
    if ('source' in artefact) {
      onFile('Copying', ++count.copied, copies, artefact.source)
      await turn(signal)
    }
    const shownAs = `${shown}/${artefact.path}`
    made.push(
      at(shownAs, () => {
        const staging = aside.in(output.root)
        const temporary = staging.room()
        const isOwn = make(change, temporary, sources, link)
        return { temporary, final, staging, isOwn, isPage: isPage(artefact), shown: shownAs }
      }),
    )
  }
  await turn(signal)
  const placed = publish(lockMade === undefined ? made : [lockMade, ...made], process)
  const all = new Map(stats)
  for (const { artefact, final } of changes) {
    const there = placed.get(final)
    if (there !== undefined) all.set(artefact.path, there)
  }
  return {
    value: {
      written: changes.map(({ artefact }) => artefact.path),
      unchanged: artefacts.length - changes.length,
      isLockKept: lockMade === undefined,
      stats: all,
    },
    diagnostics: replacement(foreign.files, shown),
  }
}

const isPage = (artefact: Artefact): boolean => 'mark' in artefact && artefact.mark !== undefined

/** Undefined when it is what it should be. */
const makeLock = (
  { path, shown, bytes }: NonNullable<WriteOptions['lock']>,
  aside: Stagings,
): Staged | undefined => {
  const there = lookAt(path)
  if (there?.isDirectory()) throw folderInPlace(shown)
  if (there?.isSymbolicLink())
    throw new Unwritable({
      file: shown,
      message: 'this is a link, and the lock is not written through a link, which may lead anywhere',
      help: 'Put the file itself in its place.',
    })
  if (there?.isFile() && holds(path, bytes)) return undefined
  const staging = aside.in(dirname(path))
  const temporary = staging.room()
  makeOf(bytes, temporary)
  return { temporary, final: path, staging, isOwn: true, shown }
}

/** Wherever a build that was killed may have left something: this one's folders, and the last one's. */
const sweepAll = (
  { root, place }: OutputFolder,
  artefacts: readonly Artefact[],
  { from, folders, process }: WriteOptions,
): void => {
  // Everything is made in the output folder itself: in the thousand folders of pages nothing was left.
  const others = artefacts.filter(artefact => !isPage(artefact))
  const own = new Set([root, ...others.map(({ path }) => dirname(place(path)))])
  for (const name of folders) if (isFolderIn(root, name)) own.add(join(root, name))
  for (const folder of own) sweep(folder, process)
  sweep(from, process)
}
