/** The pipeline, on one screen: load → probe → check → render → write. */

import { join } from 'node:path'
import { allow } from './allow/index.ts'
import { type KeptMemo, openMemo } from './cache/memo.ts'
import { askedOf, keepBuild, type Standing, stateIn, type Validity } from './cache/stamp.ts'
import { absentAudio, check, lockDifferences, type OutputFacts, type Withheld } from './check/index.ts'
import { askedBy, byPlace, countOf, type Diagnostic, hasErrors, type Party } from './diagnostic.ts'
import { type Between, type Door, doorOf } from './door/index.ts'
import { fewInAll } from './few.ts'
import { load, lockName } from './load/index.ts'
import type { Instant, Lock } from './model.ts'
import { isAbout } from './owners.ts'
import type { Artefact, Podcast } from './podcast.ts'
import { type ProbeOptions, probe, type Transport } from './probe/index.ts'
import type { Project } from './project.ts'
import { render, renderLock } from './render/index.ts'
import { type BuildResult, resultOf, unchangedResult } from './report/build-result.ts'
import { day } from './report/summary.ts'
import { rulesById } from './rules.ts'
import { inFolder } from './units/file-name.ts'
import { fileState } from './units/file-state.ts'
import { insideOf } from './units/inside.ts'
import { turn } from './units/turn.ts'
import { isTimeZone } from './units/zone.ts'
import { type WriteOptions, type Written, write } from './write/index.ts'
import { findStale } from './write/stale.ts'
import { isThere } from './write/there.ts'
import { findWithheld } from './write/withheld.ts'

/** @internal */
export interface ValidateOptions {
  /** Where the show folder is. */
  readonly location: string
  /** How messages name it: `episodes`. */
  readonly folder: string
  /** The output folder: where it is inside the show folder, it is no part of the show. */
  readonly out?: string | undefined
  /** What counts as now: episodes after it are held back, but those that the lock says are out. */
  readonly now: Instant
  /** Where `now` was named as a moment to look at: what the clock says, and whether the output goes to a folder of its own. */
  readonly look?: { readonly clock: Instant; readonly isAside: boolean } | undefined
  /** Whether `now` is SOURCE_DATE_EPOCH. */
  readonly isEpoch?: boolean | undefined
  readonly drafts?: boolean
  /** Files with front matter, as messages name them: only what is about these is told, and what stands in the way of judging them. */
  readonly only?: ReadonlySet<string> | undefined
  /** Texts that are judged instead of what the files hold, by path inside the show folder. */
  readonly edited?: ReadonlyMap<string, string> | undefined
  /** Whether what is found many times is told once. Default: yes, unless only some files are asked for. */
  readonly isFolded?: boolean
  readonly baseUrl?: string | undefined
  /** Only what these ask for, and what stops a build. Default: everything. */
  readonly parties?: readonly Party[] | undefined
  /** Name and version of this program, for the feed's <generator>. */
  readonly generator: string
  /** A folder with so many files or more is taken for a mistake. */
  readonly fileLimit?: number
  /** Whether audio may be fetched from addresses of the home or company network. Default: no. */
  readonly allowPrivate?: boolean | undefined
  /** Whether nothing may be fetched, and the lock has to know all that is served elsewhere. */
  readonly frozen?: boolean | undefined
  /** Whether hosts are asked again about the remote audio that the lock knows. Not together with `frozen`. */
  readonly refresh?: boolean | undefined
  /** What all remote recordings together may take of the network. Default: see limits.ts. */
  readonly network?: ProbeOptions['network']
  /** Instead of the web. */
  readonly transport?: Transport | undefined
  /** Where earlier builds have left what they worked out, and how the show folder stands. */
  readonly cache?: Standing | undefined
  /** What has changed on purpose since the last build, such as `gone:002`: see check/history/accept.ts. */
  readonly accept?: readonly string[] | undefined
  /** Whether this runs in CI, where the lock has to be there. */
  readonly ci?: boolean | undefined
  /** Stops it: it rejects with the reason of the signal, and nothing is written. */
  readonly signal?: AbortSignal | undefined
  /** For tests: told between the steps in which a file of the show is opened. */
  readonly between?: Between | undefined
  readonly onProgress?: (done: number, total: number, file: string) => void
  /** Told when a stage begins: for a progress line, or to measure each stage's share. */
  readonly onStage?: (stage: 'load' | 'probe' | 'check' | 'render' | 'write' | 'done') => void
}

/** @internal */
export interface BuildOptions extends ValidateOptions {
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
  /** More warnings than this stop the build as errors do. */
  readonly maxWarnings?: number
  readonly process: { readonly id: number; readonly isRunning: (id: number) => boolean }
  /** Told before a file of the show is compared with the output, or copied into it. */
  readonly onFile?: WriteOptions['onFile']
}

export interface Source {
  /** Inside the show folder, with forward slashes. */
  readonly path: string
  /** The whole file, a byte order mark included. */
  readonly text: string
}

export interface Validated {
  readonly podcast: Podcast | undefined
  /** The show's title as far as it is known, even where there are errors. */
  readonly title: string | undefined
  /** IANA. */
  readonly zone: string | undefined
  /** How many episodes there are, in the feed or not. */
  readonly episodes: number
  /** Every file with front matter, as messages name it. */
  readonly files: readonly string[]
  readonly held: { readonly draft: number; readonly future: number }
  /** What was judged: every file with front matter, by the name that messages use. The edits of a fix count in its text. */
  readonly sources: ReadonlyMap<string, Source>
  /** In reading order: file, line, column. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface Built extends Validated {
  readonly artefacts: readonly Artefact[]
  /** Undefined when nothing was written: the old feed stays. */
  readonly output: Written | undefined
}

const utf8 = new TextEncoder()

/**
 * Everything but writing. Never throws for what stands in the show folder.
 * @internal
 */
export const validate = async (options: ValidateOptions): Promise<Validated> => {
  const memo = options.cache && openMemo(options.cache)
  const door = doorOf(options.location, { between: options.between })
  const { settling: _, lock: __, ...validated } = await judge(options, { door, memo })
  memo?.keep()
  return validated
}

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

const buildWith = async (options: BuildOptions): Promise<BuiltWithResult> => {
  const { onStage = () => {} } = options
  const memo = options.cache && openMemo(options.cache)
  const door = doorOf(options.location, { between: options.between })
  const output = outputOf(options)
  const { settling, lock: before, ...validated } = await judge(options, { door, memo, output })
  const { validity, hasFound, asksAgain } = settling
  const { podcast, diagnostics } = validated
  const { maxWarnings = Number.POSITIVE_INFINITY } = options
  if (podcast === undefined || countOf(diagnostics, 'warning') > maxWarnings) {
    memo?.keep()
    return withResult({ ...validated, artefacts: [], output: undefined })
  }
  await turn(options.signal)
  onStage('render')
  const artefacts = render(podcast, { audio: options.audio })
  // A frozen one says the same as the file, however that is spelled.
  const lock = options.frozen ? undefined : podcast.lock && utf8.encode(renderLock(podcast.lock))
  onStage('write')
  const target = targetOf(options, { door, lock, files: validated.files })
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
  const isSettled = !asksAgain && (written.value?.isLockKept || !(hasFound || isAccepting))
  const both = withResult(built)
  keep(both, { options, memo, validity, lock, isSettled, lookedFor: output.lookedFor })
  onStage('done')
  return both
}

/** What is there before anything is written. */
interface OutputNow {
  readonly factsOf: (project: Project) => OutputFacts | undefined
  readonly findWithheld: (withheld: readonly Withheld[]) => readonly Diagnostic[]
  /** Inside the output folder: what was looked for there. */
  readonly lookedFor: string[]
}

const outputOf = ({ audio, baseUrl, location, out, outFolder }: BuildOptions): OutputNow => {
  const lookedFor: string[] = []
  return {
    lookedFor,
    findWithheld: withheld => {
      // Nothing is written into the show folder itself, and all of it is there.
      if (out === location) return []
      lookedFor.push(...withheld.flatMap(({ paths }) => paths))
      return findWithheld(withheld, { to: out, shown: outFolder })
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
}

const targetOf = (options: BuildOptions, { door, lock, files }: Writing): WriteOptions => {
  const { location, folder, cache, link = false, signal, onFile, process } = options
  const output = insideOf(location, options.out)
  const inTree = stateIn(cache?.show)
  return {
    door,
    from: location,
    folder,
    to: options.out,
    shown: options.outFolder,
    holdsEpisodes:
      output !== undefined && files.some(file => file.startsWith(inFolder(folder, `${output}/`))),
    folders: cache?.last?.folders ?? [],
    isCopy: cache?.last?.isCopy ?? (() => false),
    measured: path => {
      const first = door.first(path)
      // What was measured is known of the file as it was when the folder was looked at, or it was measured later.
      return inTree(path) ?? (first && fileState(first))
    },
    link,
    lock: lock && { path: join(location, lockName), shown: inFolder(folder, lockName), bytes: lock },
    process,
    signal,
    onFile,
  }
}

interface BuiltWithResult {
  readonly built: Built
  readonly result: BuildResult
}

const withResult = (built: Built): BuiltWithResult => ({
  built,
  result: resultOf(built, (instant, zone) =>
    day(instant, zone !== undefined && isTimeZone(zone) ? zone : undefined),
  ),
})

interface Judged extends Validated {
  /** As it was read. */
  readonly lock: Lock | undefined
  readonly settling: Settling
}

interface Settling {
  readonly validity: Validity
  /** Whether anything was found, even if nobody is told. */
  readonly hasFound: boolean
  /** Whether the same build would ask the web again. */
  readonly asksAgain: boolean
}

interface Judging {
  readonly door: Door
  readonly memo: KeptMemo | undefined
  readonly output?: OutputNow
}

const judge = async (options: ValidateOptions, { door, memo, output }: Judging): Promise<Judged> => {
  const { location, folder, out, only, onStage = () => {} } = options
  const { edited, isFolded = only === undefined } = options
  const remembering = memo && { memo }
  onStage('load')
  const manuscript = load(door, folder, {
    limit: options.fileLimit,
    memo,
    output: out === undefined ? undefined : insideOf(location, out),
    isFolded,
    edited,
  })
  if (manuscript.value === undefined) return { ...unread, diagnostics: manuscript.diagnostics }
  onStage('probe')
  const project = await probe(door, manuscript.value, { ...options, ...remembering })
  await turn(options.signal)
  onStage('check')
  const earlier = [...manuscript.diagnostics, ...project.diagnostics].map(
    diagnostic => [rulesById.get(diagnostic.rule), diagnostic] as const,
  )
  const checked = await check(project.value, {
    ...options,
    ...remembering,
    isFolded,
    drafts: options.drafts ?? false,
    output: output?.factsOf(project.value),
    earlier,
  })
  const { weigh, withheld } = checked.value
  const found = [...checked.diagnostics, ...(output?.findWithheld(withheld()) ?? [])]
  const { kept, about } = allow(found, project.value, rulesById)
  const { show, episodes, lock } = manuscript.value
  const isMeant = only === undefined ? () => true : isAbout(only, manuscript.value, manuscript.diagnostics)
  const asked = [...kept, ...weigh(about)]
    .filter(askedBy(options.parties, rulesById))
    .filter(isMeant)
    .sort(byPlace)
  const diagnostics = isFolded ? fewInAll(asked) : asked
  return {
    podcast: hasErrors(diagnostics) ? undefined : checked.value.podcast,
    title: show.meta.title,
    zone: show.meta.timezone,
    episodes: episodes.length,
    files: [show, ...episodes].map(entry => entry.file),
    sources: new Map([show, ...episodes].map(entry => [entry.file, entry])),
    held: checked.value.held,
    diagnostics,
    lock,
    settling: {
      validity: checked.value.validity,
      hasFound: found.length > 0,
      asksAgain: project.value.asksAgain ?? false,
    },
  }
}

const unread = {
  podcast: undefined,
  title: undefined,
  zone: undefined,
  episodes: 0,
  files: [],
  sources: new Map<string, Source>(),
  held: { draft: 0, future: 0 },
  lock: undefined,
  settling: { validity: { from: undefined, until: undefined }, hasFound: true, asksAgain: false },
}

interface Ending {
  readonly options: BuildOptions
  readonly memo: KeptMemo | undefined
  readonly validity: Validity
  readonly lock: Uint8Array | undefined
  readonly isSettled: boolean
  readonly lookedFor: readonly string[]
}

/** For the next build. */
const keep = (
  { built, result }: BuiltWithResult,
  { options, memo, validity, lock, isSettled, lookedFor }: Ending,
): void => {
  if (options.cache === undefined) return
  if (built.output !== undefined)
    keepBuild(options.cache, askedOf(options), {
      validity,
      isSettled,
      artefacts: built.artefacts,
      lock: lock && { path: lockName, bytes: lock },
      lookedFor,
      stats: built.output.stats,
      told: unchangedResult(result),
    })
  memo?.keep()
}
