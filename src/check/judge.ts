/** The rules, over a case. What a rule finds in an episode is found again only when the episode has changed. */

import { type Diagnostic, diagnose, type Finding } from '../diagnostic.ts'
import type { Memo } from '../memo.ts'
import { type Case, type Found, type Item, type Rule, shownPath } from './case.ts'
import { fold } from './fold.ts'

type Said = readonly [rule: string, found: Found]

export const judge = (given: Case, rules: readonly Rule[], memo: Memo): readonly Diagnostic[] => {
  const whole = rules.filter(rule => rule.scope === undefined)
  const single = rules.filter(rule => rule.scope === 'item')
  const byRule = new Map<string, Found[]>(rules.map(rule => [rule.id, []]))
  for (const [id, found] of [...saidBy(whole, given), ...saidOfEach(single, given, memo)])
    byRule.get(id)!.push(found)
  return rules.flatMap(rule =>
    findingsOf(rule, byRule.get(rule.id)!, given).map(finding => diagnose(rule, finding)),
  )
}

/** What is left of all that a rule has found, when nothing is said twice. */
const findingsOf = ({ together }: Rule, all: readonly Found[], given: Case): readonly Finding[] => {
  const findings = onceOfEachFile(all)
  return together ? fold(findings, count => together(count, given)) : findings
}

const onceOfEachFile = (all: readonly Found[]): readonly Finding[] => {
  const said = new Set<string>()
  return all.flatMap(({ about, ...finding }) => {
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
  const recalled: Said[] = []
  const changed: Item[] = []
  for (const item of given.items) {
    const earlier = item.key === undefined ? undefined : memo.peek<readonly Said[]>(...nameOf(item))
    if (earlier === undefined) changed.push(item)
    else recalled.push(...earlier)
  }
  const ranks = ranksOf(given.items)
  const rankOf = ([, { place }]: Said): number => ranks.get(place.file) ?? -1
  const said = saidBy(rules, { ...given, items: changed })
  const ofItems = said.filter(one => rankOf(one) >= 0 || one[1].place.file !== given.entry.file)
  remember(changed, ofItems, one => given.items[rankOf(one)], memo)
  return [...recalled, ...said].sort((a, b) => rankOf(a) - rankOf(b))
}

/** Nothing, when it is not known of each finding whose it is. */
const remember = (
  items: readonly Item[],
  said: readonly Said[],
  ownerOf: (one: Said) => Item | undefined,
  memo: Memo,
): void => {
  const its = new Map<Item | undefined, Said[]>(items.map(item => [item, []]))
  for (const one of said) {
    const others = its.get(ownerOf(one))
    if (others === undefined) return
    others.push(one)
  }
  for (const item of items) if (item.key !== undefined) memo.put(...nameOf(item), its.get(item)!)
}

const nameOf = ({ entry, held, key }: Item): readonly [kind: string, path: string, key: string] => [
  'found',
  entry.path,
  `${key} ${held} ${entry.file}`,
]

/** By file, the place in the feed of the episode that it belongs to. Of a file that was named instead, messages are about the name. */
const ranksOf = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>()
  for (const [rank, { entry, recording }] of items.entries()) {
    const { audio, picture, transcripts, chapters } = recording
    ranks.set(entry.file, rank)
    const own = [
      entry.raw.audio === undefined ? audio?.path : undefined,
      entry.raw.image === undefined ? picture?.path : undefined,
      ...[...transcripts, ...chapters].map(({ path }) => path),
    ]
    for (const path of own) if (path !== undefined) ranks.set(shownPath(entry, path), rank)
  }
  return ranks
}
