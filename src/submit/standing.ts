/** What was found in a show → how it stands with each directory. */

import { type Diagnostic, labelsOf, severityFor, type Targets } from '../diagnostic.ts'
import { type Ready, readyOf } from '../report/ready.ts'
import { rulesById } from '../rules.ts'
import { directories as judged } from '../targets.ts'
import { directories as all, directoryOf } from './directories.ts'
import type { Directory } from './directory.ts'

export interface Standing {
  readonly directory: Directory
  /** Its page of the show, where show.md names it. */
  readonly listed: string | undefined
  /** The page on which the show is handed in. Undefined where nothing is, or where nobody knows the feed's address. */
  readonly submit: string | undefined
  /** Whose list brings it there, the nearest first. */
  readonly from: readonly Directory[]
  /** Names of directories of `from` that have the show already. */
  readonly comesFrom: string | undefined
  /** What was found that stands in the way there. */
  readonly inTheWay: readonly Diagnostic[]
  /** It sends a code to the owner's address, and there is none in the feed. */
  readonly lacksOwner: boolean
}

export interface Submitted {
  readonly feedUrl: string | undefined
  /** Addresses of `listings`. */
  readonly listings: readonly string[]
  readonly hasOwner: boolean
  /** As the rules say for all directories that have rules. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whom the show is made for: what is an error for these stops a build, and then there is nothing to hand in. */
  readonly targets: Targets
}

/** In the order of the list. What would be asked of a host is not asked: that is for a build. */
export const standings = (
  { feedUrl, listings, hasOwner, diagnostics, targets }: Submitted,
  directories: readonly Directory[] = all,
): readonly Standing[] => {
  const known = diagnostics.filter(({ rule, held }) => held === undefined && !rule.startsWith('web/'))
  const inTheWayOf = obstaclesIn(known, targets)
  const pages = new Map<string, string>(
    listings.map(url => [directoryOf(url, directories)?.id ?? url, url] as const).reverse(),
  )
  return directories.map(directory => {
    const from = (directory.from ?? []).flatMap(id => directories.find(one => one.id === id) ?? [])
    return {
      directory,
      listed: pages.get(directory.id),
      submit: feedUrl === undefined ? undefined : directory.submit?.(feedUrl),
      from,
      comesFrom: from.find(({ id }) => pages.has(id))?.name,
      inTheWay: directory.submit === undefined ? [] : inTheWayOf(directory),
      lacksOwner: directory.proof === 'owner' && !hasOwner,
    }
  })
}

/** A directory without rules of its own takes what any of the others would take: only what none of them takes is in the way. */
const obstaclesIn = (diagnostics: readonly Diagnostic[], targets: Targets) => {
  const ready: Ready = readyOf('feed', diagnostics, labelsOf(diagnostics, rulesById, judged), judged)
  const stops = ({ rule }: Diagnostic): boolean => severityFor(rulesById.get(rule) ?? {}, targets) === 'error'
  return ({ rulesOf }: Directory): readonly Diagnostic[] => {
    const parties = rulesOf === undefined ? judged : [rulesOf]
    return diagnostics.filter(
      one => stops(one) || parties.every(party => ready[party]?.includes(one.rule) ?? false),
    )
  }
}
