/** Project → Podcast: resolving, then judging by rules. Pure: no disk, no clock, no environment. The gate is a type. */

import { type Counted, type Diagnostic, hasErrors, type Outcome, type Targets } from '../diagnostic.ts'
import type { Instant } from '../model.ts'
import { ownersOf } from '../owners.ts'
import type { Coming, Podcast } from '../podcast.ts'
import type { Project, Publication } from '../project.ts'
import { optional } from '../table/optional.ts'
import { once } from '../units/once.ts'
import { type Evidence, heldIn, type Item, type OutputFacts, released } from './evidence.ts'
import { weigh } from './held-back.ts'
import { clockOf } from './history/clock.ts'
import { lockOf } from './history/lock-of.ts'
import { type Fault, heirsOf } from './inherit.ts'
import { judge } from './judge.ts'
import { countedOf } from './looked-at.ts'
import { absentAudio } from './output/absent-audio.ts'
import { namedAssets } from './output/named-files.ts'
import { type PagesLeft, pagesLeft, type Withheld, withheldOf } from './output/withheld.ts'
import { evidenceOf, notOfFeeds } from './publication.ts'
import { artworkOf, type CheckOptions, resolve } from './resolve.ts'
import inherited from './rules/history/inherited.ts'
import { rules } from './rules/index.ts'
import { type Watch, watchAt } from './watch.ts'
import { websiteOf } from './website.ts'

export { allAcceptances } from './history/accept.ts'
export { lockDifferences } from './history/lock-differences.ts'
export { recorded } from './inherit.ts'
export { rememberedMarkdown } from './notes/markdown-texts.ts'
export type { CheckOptions, Fault, OutputFacts, PagesLeft, Withheld }
export { absentAudio, rules as checkRules }

export interface Checked {
  /** Undefined when there is an error: nothing is rendered then. */
  readonly podcast: Podcast | undefined
  readonly held: { readonly draft: number; readonly future: number }
  /** Episodes whose time is still to come, the first one first. */
  readonly coming: readonly Coming[]
  /** Episodes that are drafts, as their author knows them: by title, else by file. In the order of the feed. */
  readonly drafts: readonly string[]
  /** Files that are not for the output folder; asked for once it is known that something will be there. */
  readonly withheld: () => readonly Withheld[]
  /** Pages that earlier builds may have left, and this one does not make. */
  readonly pagesLeft: () => PagesLeft
  /** What other stages have found, as severe as it is for episodes that are in the feed or are not. */
  readonly weigh: (found: readonly Diagnostic[]) => readonly Diagnostic[]
  /** How long all of this stays true. */
  readonly validity: ReturnType<Watch['validity']>
  /** What was found and is let be, since it was published. */
  readonly inherited: readonly Fault[]
  /** Where it was asked for. */
  readonly counted?: Counted
}

/** Gives all that there is to say: what was found before, and what it finds. */
export const check = async (project: Project, options: CheckOptions): Promise<Outcome<Checked>> => {
  const watch = watchAt(clockOf(project.manuscript.lock, options).now)
  const resolved = await resolve(project, options, watch)
  const heirs = heirsOf(resolved, options.isImport)
  const earlier = (options.earlier ?? []).filter(([rule, found]) => !heirs.isLetBe(rule, found))
  const found = judge(resolved, rules, {
    isFolded: options.isFolded,
    isLetBe: heirs.isLetBe,
  })
  const evidence = { ...resolved, history: { ...resolved.history, inherited: heirs.faults() } }
  const diagnostics = [
    ...weigh(
      evidence,
      earlier.map(([, diagnostic]) => diagnostic),
    ),
    ...found,
    ...judge(evidence, [inherited]),
  ]
  const drafts = draftsIn(evidence)
  const held = { draft: drafts.length, future: heldBack(evidence, 'future').length }
  const podcast = hasErrors(diagnostics) ? undefined : podcastOf(evidence)
  return {
    value: {
      podcast,
      held,
      coming: comingIn(
        evidence,
        earlier.map(([, diagnostic]) => diagnostic),
      ),
      drafts,
      withheld: () =>
        podcast === undefined
          ? []
          : withheldOf(evidence, {
              lock: podcast.lock ?? evidence.lock,
              published: podcast.assets.map(({ path }) => path),
            }),
      pagesLeft: () =>
        podcast === undefined
          ? { paths: [], isAskedFor: false }
          : pagesLeft(evidence, podcast.lock ?? evidence.lock),
      weigh: found => weigh(evidence, found),
      validity: watch.validity(),
      inherited: heirs.faults(),
      ...(options.isCounted && {
        // What is let be was found all the same.
        counted: countedOf(evidence, rules, new Set([...found, ...heirs.faults()].map(({ rule }) => rule))),
      }),
    },
    diagnostics,
  }
}

/** A feed that exists, by the same rules. What it was made from is not known, so rules about files stay silent. */
export const checkPublication = (
  publication: Publication,
  now: Instant,
  targets: Targets,
): { readonly diagnostics: readonly Diagnostic[]; readonly counted: () => Counted } => {
  const evidence = evidenceOf(publication, now, targets)
  const ofFeeds = rules.filter(rule => !notOfFeeds.has(rule.id))
  const diagnostics = judge(evidence, ofFeeds)
  return {
    diagnostics,
    counted: () =>
      countedOf(
        evidence,
        ofFeeds.filter(({ inFeeds }) => inFeeds === undefined),
        new Set(diagnostics.map(({ rule }) => rule)),
      ),
  }
}

const heldBack = (evidence: Evidence, held: 'draft' | 'future'): readonly Item[] =>
  evidence.items.filter(item => item.held === held && !isInFeed(item, evidence))

const draftsIn = (evidence: Evidence): readonly string[] =>
  heldBack(evidence, 'draft').map(({ entry }) => entry.meta.title ?? entry.file)

/** `found`: before it was weighed, since nothing is an error any more in an episode that is held back. */
const comingIn = (evidence: Evidence, found: readonly Diagnostic[]): readonly Coming[] => {
  const owners = once(() => ownersOf(evidence.project.manuscript))
  const lacks = ({ file }: Item['entry']): readonly Diagnostic[] =>
    found.filter(({ severity, place }) => severity === 'error' && owners()(place.file).includes(file))
  return heldBack(evidence, 'future')
    .flatMap(({ date, entry, release }) =>
      date !== undefined && 'instant' in date
        ? {
            file: entry.file,
            title: entry.meta.title,
            instant: date.instant,
            isIncomplete: release === undefined,
            lacks: release === undefined ? lacks(entry).map(({ rule, message }) => ({ rule, message })) : [],
          }
        : [],
    )
    .sort((a, b) => a.instant - b.instant)
}

const isInFeed = (item: Item, evidence: Evidence): boolean =>
  item.release !== undefined && heldIn(evidence, item) === undefined

const podcastOf = (evidence: Evidence): Podcast => {
  const releases = released(evidence).map(item => item.release)
  const assets = [...artworkOf(evidence.project.picture), ...namedAssets(evidence.project.named)]
  const lock = evidence.history.isLockLeftAlone ? undefined : lockOf(evidence)
  return {
    show: evidence.show,
    releases,
    assets,
    lock,
    isProvisional: evidence.identity?.isProvisional ?? false,
    ...optional('website', websiteOf(evidence, lock ?? evidence.lock)),
  }
}
