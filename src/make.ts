/** The pipeline up to the bytes, on one screen: load → probe → check → render. In memory: nothing is written. */

import { allow } from './allow/index.ts'
import { type KeptMemo, openMemo } from './cache/memo.ts'
import type { Standing, Validity } from './cache/unchanged.ts'
import {
  allAcceptances,
  check,
  type Fault,
  type OutputFacts,
  type PagesLeft,
  rememberedMarkdown,
  type Withheld,
} from './check/index.ts'
import { byPlace, type Counted, type Diagnostic, hasErrors, heard, type Targets } from './diagnostic.ts'
import { type Between, type Door, doorOf } from './door/index.ts'
import { fewInAll } from './few.ts'
import { join } from './join.ts'
import { load } from './load/index.ts'
import type { Instant, Lock } from './model.ts'
import { isAbout } from './owners.ts'
import type { Artefact, Coming, Podcast } from './podcast.ts'
import { type ProbeOptions, probe, type Transport } from './probe/index.ts'
import type { Project } from './project.ts'
import { render } from './render/index.ts'
import { rulesById } from './rules.ts'
import { defaultTargets } from './targets.ts'
import { insideOf } from './units/inside.ts'
import { turn } from './units/turn.ts'
import type { WebsiteOptions } from './website/index.ts'

/** @internal */
export interface MakeOptions {
  /** Where the show folder is. */
  readonly location: string
  /** How messages name it: `episodes`. */
  readonly folder: string
  /** The file of the show, where it is not the show.md of the folder: inside of it. */
  readonly show?: string | undefined
  /** The output folder: where it is inside the show folder, it is no part of the show. */
  readonly out?: string | undefined
  /** What counts as now: episodes after it are held back, but those that the lock says are out. */
  readonly now: Instant
  /** Where `now` was named as a moment to look at: what the clock says, and whether the output goes to a folder of its own. */
  readonly look?: { readonly clock: Instant; readonly isAside: boolean } | undefined
  /** Whether `now` is SOURCE_DATE_EPOCH. */
  readonly isEpoch?: boolean | undefined
  readonly drafts?: boolean
  /** Whether what drafts lack stops nothing: it is told, and all that can be shown is shown. */
  readonly isPreview?: boolean | undefined
  /** Files with front matter, as messages name them: only what is about these is told, and what stands in the way of judging them. */
  readonly only?: ReadonlySet<string> | undefined
  /** Texts that are judged instead of what the files hold, by path inside the show folder. */
  readonly edited?: ReadonlyMap<string, string> | undefined
  /** Whether what is found many times is told once. Default: yes, unless only some files are asked for. */
  readonly isFolded?: boolean
  /** Whether it is counted which rules had something to look at. Default: no. */
  readonly isCounted?: boolean | undefined
  /** Whether there are pages, whatever show.md says. */
  readonly website?: boolean | undefined
  /** What the pages have beside their own. */
  readonly pages?: WebsiteOptions
  readonly baseUrl?: string | undefined
  /** Whom the show is made for, instead of whom it names in `for`. */
  readonly targets?: Targets | undefined
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
  /** Whether remote recordings are read whole where their length could only be estimated. Not together with `frozen`. */
  readonly scanRemote?: boolean | undefined
  /** What all remote recordings together may take of the network. Default: see limits.ts. */
  readonly network?: ProbeOptions['network']
  /** Instead of the web. */
  readonly transport?: Transport | undefined
  /** Where earlier builds have left what they worked out, and how the show folder stands. */
  readonly cache?: Standing | undefined
  /** Whether all of it was published elsewhere: what is wrong with it is inherited. Default: no. */
  readonly isImport?: boolean | undefined
  /** What has changed on purpose since the last build, such as `gone:002`: see check/history/accept.ts. */
  readonly accept?: readonly string[] | undefined
  /** The command that builds this show, with more options, as messages offer it. Default: the bare name of the program. */
  readonly again?: ((words: string) => string) | undefined
  /**
   * Whether every change since the last build is taken as meant, because the show is compared with something else. No host is asked
   * about a recording for that, as one is for `accept: ['audio:*']`.
   */
  readonly acceptsAll?: boolean | undefined
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

/** A file of a show, as it was read. */
export interface Source {
  /** Inside the show folder, with forward slashes. */
  readonly path: string
  /** The whole file, a byte order mark included. */
  readonly text: string
}

/** What was judged, and what was found. */
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
  /** Episodes whose time is still to come, the first one first. */
  readonly coming: readonly Coming[]
  /** Episodes that are drafts: each by its title, else by its file. */
  readonly drafts: readonly string[]
  /** What was judged: every file with front matter, and any other that a repair is offered for, by the name that messages use. The edits of a fix count in its text. */
  readonly sources: ReadonlyMap<string, Source>
  /** In reading order: file, line, column. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whom it was judged for. */
  readonly targets: Targets
  /** Where it was asked for: what each rule came to. */
  readonly counted?: Counted
}

/**
 * What was judged, and what the next stage and the next build need to know of it.
 * @internal
 */
export interface Judged extends Validated {
  /** As it was read. */
  readonly lock: Lock | undefined
  /** Much else is read than the folder of the show: an unchanged folder says nothing. */
  readonly isSite: boolean
  readonly settling: Settling
  /** What was found and is let be, since it was published. */
  readonly inherited: readonly Fault[]
  /** Where they had to be rendered to be judged. */
  readonly pages: readonly Artefact[] | undefined
}

/** @internal */
export interface Settling {
  readonly validity: Validity
  /** Whether anything was found, even if nobody is told, that may be otherwise with the lock that this build writes. */
  readonly hearsLock: boolean
  /** Whether the web was asked: a run that writes no lock asks again. */
  readonly hasAsked: boolean
  /** Whether the same build would ask the web again. */
  readonly asksAgain: boolean
}

/** @internal */
export interface Judging {
  readonly door: Door
  readonly memo: KeptMemo | undefined
  readonly output?: OutputNow
}

/**
 * Everything up to the gate. Never throws for what stands in the show folder.
 * @internal
 */
export const judge = async (options: MakeOptions, { door, memo, output }: Judging): Promise<Judged> => {
  const { location, folder, out, only, onStage = () => {} } = options
  const { edited, isFolded = only === undefined } = options
  onStage('load')
  const manuscript = load(door, folder, {
    limit: options.fileLimit,
    show: options.show,
    memo,
    output: out === undefined ? undefined : insideOf(location, out),
    isFolded,
    edited,
  })
  if (manuscript.value === undefined)
    return { ...unread, diagnostics: manuscript.diagnostics, targets: options.targets ?? defaultTargets }
  onStage('probe')
  const known = await join(door, manuscript.value, options)
  const project = await probe(door, known.value, { ...options, ...(memo && { memo }) })
  await turn(options.signal)
  onStage('check')
  const targets = options.targets ?? manuscript.value.show.meta.for ?? defaultTargets
  const found = heard(
    targets,
    rulesById,
  )([...manuscript.diagnostics, ...known.diagnostics, ...project.diagnostics])
  const earlier = found.map(diagnostic => [rulesById.get(diagnostic.rule), diagnostic] as const)
  const checked = await check(project.value, {
    ...options,
    accept: options.acceptsAll ? allAcceptances : options.accept,
    targets,
    markdownOf: memo && rememberedMarkdown(memo, edited),
    isFolded,
    drafts: options.drafts ?? false,
    output: output?.factsOf(project.value),
    earlier,
  })
  const { weigh, withheld, pagesLeft } = checked.value
  const site = await siteOf(checked.value.podcast, options.pages)
  const left = output && [...output.findWithheld(withheld()), ...output.findPagesLeft(pagesLeft())]
  const all = [...checked.diagnostics, ...site.mistakes, ...(left ?? [])]
  const { kept, about } = allow(all, project.value, rulesById, targets)
  const { show, episodes, lock } = manuscript.value
  const isMeant = only === undefined ? () => true : isAbout(only, manuscript.value, manuscript.diagnostics)
  const asked = [...kept, ...weigh(about)].filter(isMeant).sort(byPlace)
  const diagnostics = isFolded ? fewInAll(asked) : asked
  return {
    podcast: hasErrors(diagnostics) ? undefined : checked.value.podcast,
    title: show.meta.title,
    zone: show.meta.timezone,
    episodes: episodes.length,
    files: [show, ...episodes].map(entry => entry.file),
    sources: new Map([...besideIn(project.value, diagnostics), ...[show, ...episodes].map(sourceOf)]),
    held: checked.value.held,
    coming: checked.value.coming,
    drafts: checked.value.drafts,
    diagnostics,
    targets,
    lock,
    isSite: manuscript.value.isSite ?? false,
    inherited: checked.value.inherited,
    pages: site.pages,
    ...(checked.value.counted && { counted: checked.value.counted }),
    settling: {
      validity: checked.value.validity,
      hearsLock: all.some(hearsLock),
      hasAsked: known.hasAsked || (project.value.hasAsked ?? false),
      asksAgain: known.hasAsked || (project.value.asksAgain ?? false),
    },
  }
}

const sourceOf = (source: Source & { readonly file: string }): readonly [string, Source] => [
  source.file,
  source,
]

/** The files beside the episodes that have a repair. */
const besideIn = (
  { recordings }: Project,
  diagnostics: readonly Diagnostic[],
): readonly (readonly [string, Source])[] => {
  const wanted = new Set(diagnostics.flatMap(({ fix }) => fix?.file ?? []))
  return recordings
    .flatMap(({ transcripts, chapters }) => [...transcripts, ...chapters])
    .flatMap(({ textFile }) => {
      const text = textFile && wanted.has(textFile.file) ? textFile.text() : undefined
      return textFile === undefined || text === undefined
        ? []
        : [[textFile.file, { path: textFile.path, text }]]
    })
}

/** Pages by templates of the show's own: whether these are in order shows when all of them are rendered. */
const siteOf = async (
  podcast: Podcast | undefined,
  options: WebsiteOptions | undefined,
): Promise<{ readonly pages: readonly Artefact[] | undefined; readonly mistakes: readonly Diagnostic[] }> => {
  const website = podcast?.website
  if (website?.look.templates === undefined) return { pages: undefined, mistakes: [] }
  const { mistakesIn, renderWebsite } = await import('./website/index.ts')
  const pages = renderWebsite(podcast!, website, { ...options, isKept: true })
  return { pages, mistakes: mistakesIn(pages, website.look) }
}

/**
 * Whether what is found may be otherwise with another lock. tests/cache/second-build.test.ts holds every rule's example to it.
 * @internal
 */
export const hearsLock = ({ rule }: Diagnostic): boolean =>
  /^(?:history|lock|web)\/|^episode\/guid-|^podcast\/guid-of-placeholder$|^files\/unclaimed$|^front-matter\/feed-/.test(
    rule,
  )

const unread = {
  podcast: undefined,
  title: undefined,
  zone: undefined,
  episodes: 0,
  files: [],
  sources: new Map<string, Source>(),
  held: { draft: 0, future: 0 },
  coming: [],
  drafts: [],
  lock: undefined,
  pages: undefined,
  isSite: false,
  inherited: [],
  settling: {
    validity: { from: undefined, until: undefined },
    hearsLock: true,
    hasAsked: false,
    asksAgain: false,
  },
}

/**
 * What is there before anything is written.
 * @internal
 */
export interface OutputNow {
  readonly factsOf: (project: Project) => OutputFacts | undefined
  readonly findWithheld: (withheld: readonly Withheld[]) => readonly Diagnostic[]
  /** Of pages that this build does not make. */
  readonly findPagesLeft: (pages: PagesLeft) => readonly Diagnostic[]
  /** Inside the output folder: what was looked for there. */
  readonly lookedFor: string[]
}

/** @internal */
export interface Made {
  readonly judged: Judged
  /** Empty where there is an error: then there is no podcast. */
  readonly artefacts: readonly Artefact[]
}

/**
 * What a build would write, but for the lock. `isWanted`: whether what was found lets it be rendered.
 * @internal
 */
export const make = async (
  options: MakeOptions & { readonly audio: boolean },
  judging: Judging,
  isWanted: (judged: Judged) => boolean = () => true,
): Promise<Made> => {
  const judged = await judge(options, judging)
  const { podcast } = judged
  if (podcast === undefined || !isWanted(judged)) return { judged, artefacts: [] }
  await turn(options.signal)
  options.onStage?.('render')
  const artefacts = render(podcast, { audio: options.audio })
  if (podcast.website === undefined) return { judged, artefacts }
  const { renderWebsite } = await import('./website/index.ts')
  const pages = judged.pages ?? renderWebsite(podcast, podcast.website, options.pages)
  // Before the feed, which names the pages.
  return { judged, artefacts: [...pages, ...artefacts] }
}

/**
 * The same checks as a build has; nothing is rendered. Never throws for what stands in the show folder.
 * @internal
 */
export const validate = async (options: MakeOptions): Promise<Validated> => {
  const memo = options.cache && openMemo(options.cache)
  const door = doorOf(options.location, { between: options.between })
  const {
    settling: _,
    lock: __,
    isSite: ___,
    inherited: ____,
    pages: _____,
    ...validated
  } = await judge(options, { door, memo })
  memo?.keep()
  return validated
}
