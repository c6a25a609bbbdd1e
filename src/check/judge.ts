/** The rules, over a case. What a rule finds in an episode is found again only when the episode has changed. */

import { type Diagnostic, diagnose, type Finding } from '../diagnostic.ts'
import { fewInEachFile } from '../few.ts'
import type { Memo } from '../memo.ts'
import { saysNothing } from '../units/blank.ts'
import { type Case, type Found, type Item, type Rule, shownPath } from './case.ts'
import { fold } from './fold.ts'
import { ofHeld, partsOf } from './held-back.ts'
import type { Heirs } from './inherit.ts'

type Said = readonly [rule: string, found: Found]

export interface Judging {
  /** Whether what is found many times is told once. Default: yes. */
  readonly isFolded?: boolean | undefined
  /** What is found and not to be said. */
  readonly isLetBe?: Heirs['isLetBe']
  /** Findings of each rule in each file. */
  readonly most?: number | undefined
}

export const judge = (
  given: Case,
  rules: readonly Rule[],
  memo: Memo,
  { isFolded = true, isLetBe = () => false, most }: Judging = {},
): readonly Diagnostic[] => {
  const whole = rules.filter(rule => rule.scope === undefined)
  const single = rules.filter(rule => rule.scope === 'item')
  const byRule = new Map<string, Found[]>(rules.map(rule => [rule.id, []]))
  for (const [id, found] of [...saidBy(whole, given), ...saidOfEach(single, given, memo)])
    byRule.get(id)!.push(found)
  const parts = partsOf(given)
  return rules.flatMap(rule => {
    const findings = isFolded ? findingsOf(rule, given) : eachFinding
    const said = byRule.get(rule.id)!.filter(found => !isLetBe(rule, found))
    return parts(rule, said).flatMap(({ held, found }) =>
      fewInEachFile(findings(found), most).map(finding => ofHeld(diagnose(rule, finding), held)),
    )
  })
}

const eachFinding = (found: readonly Found[]): readonly Finding[] =>
  found.map(({ about: _, ...finding }) => finding)

/** What is left of all that a rule has found, when nothing is said twice, be it asked for one part or for several. */
const findingsOf = ({ together }: Rule, given: Case): ((found: readonly Found[]) => readonly Finding[]) => {
  const once = onceOfEachFile()
  return found => {
    const findings = once(found)
    return together ? fold(findings, count => together(count, given)) : findings
  }
}

const onceOfEachFile = (): ((found: readonly Found[]) => readonly Finding[]) => {
  const said = new Set<string>()
  return found =>
    found.flatMap(({ about, ...finding }) => {
      if (about === undefined) return [finding]
      const same = `${about}\n${finding.message}`
      if (said.has(same)) return []
      said.add(same)
      return [finding]
    })
}

const saidBy = (rules: readonly Rule[], given: Case): Said[] =>
  rules.flatMap(rule => Array.from(rule.check(given), found => [rule.id, found] as const))

/**
 * In the order of the feed, be it recalled or found anew; what is about show.md comes first, and is always found anew.
 * The rules look at the episodes that have changed as if there were no others.
 */
const saidOfEach = (rules: readonly Rule[], given: Case, memo: Memo): readonly Said[] => {
  const { ranks, sharing } = filesOf(given.items)
  const nameOf = (item: Item): Name | undefined => (sharing.has(item) ? undefined : nameIn(item))
  const recalled: Said[] = []
  const changed: Item[] = []
  for (const item of given.items) {
    const name = nameOf(item)
    const earlier = name && memo.peek<readonly Said[]>(...name)
    if (earlier === undefined) changed.push(item)
    else recalled.push(...earlier)
  }
  const rankOf = ([, { place }]: Said): number => ranks.get(place.file) ?? -1
  const said = saidBy(rules, { ...given, items: changed })
  const ofItems = said.filter(one => rankOf(one) >= 0 || one[1].place.file !== given.entry.file)
  for (const [item, its] of byOwner(changed, ofItems, one => given.items[rankOf(one)])) {
    const name = nameOf(item)
    if (name !== undefined) memo.put(...name, its)
  }
  return [...recalled, ...said].sort((a, b) => rankOf(a) - rankOf(b))
}

/** Nothing, when it is not known of each finding whose it is. */
const byOwner = (
  items: readonly Item[],
  said: readonly Said[],
  ownerOf: (one: Said) => Item | undefined,
): Iterable<readonly [Item, readonly Said[]]> => {
  const its = new Map(items.map((item): [Item, Said[]] => [item, []]))
  for (const one of said) {
    const owner = ownerOf(one)
    const others = owner && its.get(owner)
    if (others === undefined) return []
    others.push(one)
  }
  return its
}

type Name = readonly [kind: string, path: string, key: string]

const nameIn = ({ entry, held, key }: Item): Name | undefined =>
  key === undefined ? undefined : ['found', entry.path, `${key} ${held} ${entry.file}`]

interface ItemFiles {
  /** By file, the place in the feed of the episode that it belongs to. */
  readonly ranks: ReadonlyMap<string, number>
  /** Of what is found in a file that several have, it is not known whose it is. */
  readonly sharing: ReadonlySet<Item>
}

const filesOf = (items: readonly Item[]): ItemFiles => {
  const ranks = new Map<string, number>()
  const sharing = new Set<Item>()
  for (const [rank, item] of items.entries())
    for (const file of ownFiles(item)) {
      const other = ranks.get(file) ?? rank
      if (other !== rank) sharing.add(item).add(items[other]!)
      ranks.set(file, rank)
    }
  return { ranks, sharing }
}

/** Of audio and artwork that were named, messages are about the name. */
const ownFiles = ({ entry, recording }: Item): readonly string[] => {
  const { audio, picture, transcripts, chapters } = recording
  const paths = [
    saysNothing(entry.raw.audio) ? audio?.path : undefined,
    saysNothing(entry.raw.image) ? picture?.path : undefined,
    ...transcripts.map(({ path }) => path),
    ...chapters.map(({ path, source }) => (source === 'audio' ? audio?.path : path)),
  ]
  return [entry.file, ...paths.flatMap(path => (path === undefined ? [] : shownPath(entry, path)))]
}
