/** Make, then write and remember. The pipeline before that is in make.ts. */

import { join } from 'node:path'
import { type KeptMemo, openMemo } from './cache/memo.ts'
import {
  askedOf,
  keepBuild,
  keepValidation,
  type Standing,
  stateIn,
  type Validity,
} from './cache/unchanged.ts'
import { absentAudio, lockDifferences } from './check/index.ts'
import { countOf, type Diagnostic, hasErrors, labelsOf } from './diagnostic.ts'
import { type Difference, gate, isAboutAccept, type State } from './diff/index.ts'
import { type Door, doorOf } from './door/index.ts'
import { type Judged, judge, type MakeOptions, make, type OutputNow, type Validated } from './make.ts'
import { lockPathOf, showName } from './names.ts'
import type { Artefact } from './podcast.ts'
import { renderLock } from './render/index.ts'
import { type BuildResult, type InstantWords, resultOf, unchangedResult } from './report/build-result.ts'
import { day, moment } from './report/summary.ts'
import { rulesById } from './rules.ts'
import { inFolder } from './units/file-name.ts'
import { fileState } from './units/file-state.ts'
import { insideOf } from './units/inside.ts'
import { isTimeZone } from './units/zone.ts'
import { type WriteOptions, type Written, write } from './write/index.ts'
import { findStale } from './write/stale.ts'
import { isThere } from './write/there.ts'
import { findPagesLeft, findWithheld } from './write/withheld.ts'

/** @internal */
export interface BuildOptions extends MakeOptions {
  /** The output folder. */
  readonly out: string
  /** How messages name it: `public`. */
  readonly outFolder: string
  /** Whether the audio goes into the output folder too. */
  readonly audio: boolean
  /** Whether files of the show get a second name in the output folder (a hard link), instead of being copied. */
  readonly link?: boolean | undefined
  /** Whether nothing is written, and the output folder is compared instead. */
  readonly check?: boolean | undefined
  /** A feed that is there: what its subscribers would suffer stops the build, until it is accepted. */
  readonly against?: State | undefined
  /** Told what differs from that feed, before anything is written. */
  readonly onDifference?: ((difference: Difference) => void) | undefined
  /** More warnings than this stop the build as errors do. */
  readonly maxWarnings?: number
  readonly process: { readonly id: number; readonly isRunning: (id: number) => boolean }
  /** Told before a file of the show is compared with the output, or copied into it. */
  readonly onFile?: WriteOptions['onFile']
}

/** What a build found and wrote. */
export interface Built extends Validated {
  readonly artefacts: readonly Artefact[]
  /** Undefined when nothing was written: the old feed stays. */
  readonly output: Written | undefined
}

export type { Source, Validated } from './make.ts'

/**
 * With an error nothing is written, and the old feed stays.
 * @internal
 */
export const build = async (options: BuildOptions): Promise<Built> => (await buildWith(options)).built

/**
 * A build, and only what it has to say.
 * @internal
 */
export const buildResult = async (options: BuildOptions): Promise<BuildResult> =>
  (await buildWith(options)).result

/**
 * The same checks as a build has, and only what there is to say.
 * @internal
 */
export const validationResult = async (
  options: MakeOptions & { readonly out: string },
): Promise<BuildResult> => {
  const memo = options.cache && openMemo(options.cache)
  const door = doorOf(options.location, { between: options.between })
  const judged = await judge(options, { door, memo })
  const { settling, isSite, lock: _, inherited: __, pages: ___, ...validated } = judged
  const result = resultOfRun(validated)
  const { validity, hasAsked } = settling
  if (options.cache !== undefined && isSeen(options.cache, isSite))
    keepValidation(options.cache, askedOf(options, 'validate'), {
      validity,
      isSettled: !hasAsked,
      result,
    })
  memo?.keep()
  return result
}

const buildWith = async (options: BuildOptions): Promise<BuiltWithResult> => {
  const { onStage = () => {} } = options
  const memo = options.cache && openMemo(options.cache)
  const door = doorOf(options.location, { between: options.between })
  const output = outputOf(options)
  const { maxWarnings = Number.POSITIVE_INFINITY } = options
  const isWanted = (diagnostics: readonly Diagnostic[]): boolean =>
    !hasErrors(diagnostics) && countOf(diagnostics, 'warning') <= maxWarnings
  const { judged, artefacts } = await make(options, { door, memo, output }, ({ diagnostics }) =>
    isWanted(options.against ? diagnostics.filter(found => !isAboutAccept(found)) : diagnostics),
  )
  const {
    settling,
    lock: before,
    inherited: _,
    pages: __,
    isSite,
    ...validated
  } = heldAgainst(options, judged, artefacts)
  const { validity, hearsLock, asksAgain } = settling
  const { podcast, diagnostics } = validated
  if (podcast === undefined || artefacts.length === 0 || !isWanted(diagnostics)) {
    memo?.keep()
    return withResult({
      ...validated,
      podcast: hasErrors(diagnostics) ? undefined : podcast,
      artefacts: [],
      output: undefined,
    })
  }
  // A frozen one says the same as the file, however that is spelled.
  const lock = options.frozen ? undefined : podcast.lock && Buffer.from(renderLock(podcast.lock))
  onStage('write')
  const target = targetOf(options, { door, lock, files: validated.files, isPublished: before !== undefined })
  if (options.check) {
    memo?.keep()
    const isSame = before && podcast.lock && lockDifferences(before, podcast.lock).length === 0
    const stale = await findStale(artefacts, isSame ? { ...target, lock: undefined } : target)
    return withResult({
      ...validated,
      diagnostics: [...diagnostics, ...stale],
      artefacts,
      output: undefined,
    })
  }
  const written = await write(artefacts, target)
  const built: Built = {
    ...validated,
    diagnostics: [...diagnostics, ...written.diagnostics],
    artefacts,
    output: written.value,
  }
  const isAccepting = (options.accept ?? []).length > 0
  // The next build, which reads the lock that this one has written, has the same to say.
  const isSettled =
    !asksAgain &&
    written.diagnostics.length === 0 &&
    (written.value?.isLockKept || !(hearsLock || isAccepting))
  const both = withResult(built)
  keep(both, { options, isSite, memo, validity, lock, isSettled, lookedFor: output.lookedFor })
  onStage('done')
  return both
}

/** With what the feed that is there has against it. */
const heldAgainst = (
  { against, accept = [], again, folder, now, onDifference }: BuildOptions,
  judged: Judged,
  artefacts: readonly Artefact[],
): Judged => {
  const { podcast, files, diagnostics } = judged
  if (against === undefined || podcast === undefined || artefacts.length === 0) return judged
  const gated = gate(against, {
    name: folder,
    podcast,
    artefacts,
    now,
    files,
    accepted: accept,
    again,
    diagnostics,
  })
  if (gated.difference) onDifference?.(gated.difference)
  return { ...judged, diagnostics: gated.diagnostics }
}

const outputOf = ({ audio, baseUrl, location, out, outFolder }: BuildOptions): OutputNow => {
  const lookedFor: string[] = []
  return {
    lookedFor,
    findWithheld: withheld => {
      // Nothing is written into the show folder itself, and all of it is there.
      if (out === location) return []
      lookedFor.push(...withheld.flatMap(({ paths, pages }) => [...paths, ...pages]))
      return findWithheld(withheld, { to: out, shown: outFolder })
    },
    findPagesLeft: pages => {
      lookedFor.push(...pages.paths)
      return findPagesLeft(pages, { to: out, shown: outFolder })
    },
    factsOf: project => {
      if (!audio) return undefined
      const all = absentAudio(project, baseUrl)
      lookedFor.push(...all.map(({ path }) => path))
      return { folder: outFolder, absent: all.filter(({ path, bytes }) => !isThere(join(out, path), bytes)) }
    },
  }
}

interface Writing {
  readonly door: Door
  readonly lock: Uint8Array | undefined
  /** Every file with front matter, as messages name it. */
  readonly files: readonly string[]
  readonly isPublished: boolean
}

const targetOf = (options: BuildOptions, { door, lock, files, isPublished }: Writing): WriteOptions => {
  const { location, folder, cache, link = false, signal, onFile, process } = options
  const output = insideOf(location, options.out)
  const inTree = stateIn(cache?.show)
  const lockPath = lockPathOf(options.show ?? showName)
  return {
    door,
    from: location,
    folder,
    to: options.out,
    shown: options.outFolder,
    holdsEpisodes:
      output !== undefined && files.some(file => file.startsWith(inFolder(folder, `${output}/`))),
    isPublished,
    folders: cache?.last?.folders ?? [],
    isCopy: cache?.last?.isCopy ?? (() => false),
    // Who checks wants to know what is there, and not what was.
    isMade: (!options.check && cache?.last?.isMade) || (() => false),
    measured: path => {
      const first = door.first(path)
      // What was measured is known of the file as it was when the folder was looked at, or it was measured later.
      return inTree(path) ?? (first && fileState(first))
    },
    link,
    lock: lock && { path: join(location, lockPath), shown: inFolder(folder, lockPath), bytes: lock },
    process,
    signal,
    onFile,
  }
}

interface BuiltWithResult {
  readonly built: Built
  readonly result: BuildResult
}

const withResult = (built: Built): BuiltWithResult => ({ built, result: resultOfRun(built) })

/**
 * What a run has to say at its end.
 * @internal
 */
export const resultOfRun = (done: Validated & Partial<Pick<Built, 'output'>>): BuildResult =>
  resultOf(
    { ...done, rules: labelsOf(done.diagnostics, rulesById, done.targets) },
    wordsIn(done.zone !== undefined && isTimeZone(done.zone) ? done.zone : undefined),
  )

const wordsIn = (zone: string | undefined): InstantWords => ({
  day: instant => day(instant, zone),
  moment: instant => moment(instant, zone),
})

interface Ending {
  readonly isSite: boolean
  readonly options: BuildOptions
  readonly memo: KeptMemo | undefined
  readonly validity: Validity
  readonly lock: Uint8Array | undefined
  readonly isSettled: boolean
  readonly lookedFor: readonly string[]
}

/** Whether all that was read is part of what is looked at. */
const isSeen = (cache: Standing, isSite: boolean): boolean => cache.isSite || !isSite

/** For the next build. */
const keep = (
  { built, result }: BuiltWithResult,
  { options, isSite, memo, validity, lock, isSettled, lookedFor }: Ending,
): void => {
  if (options.cache === undefined) return
  // What is said against a feed is not said of the show: the next build may be held against another one, or none.
  if (built.output !== undefined && options.against === undefined && isSeen(options.cache, isSite))
    keepBuild(options.cache, askedOf(options), {
      validity,
      isSettled,
      artefacts: built.artefacts,
      lock: lock && { path: lockPathOf(options.show ?? showName), bytes: lock },
      lookedFor,
      stats: built.output.stats,
      result: unchangedResult(result),
    })
  memo?.keep()
}
