/** The rules, over a case. What a rule finds in an episode is found again only when the episode has changed. */

import { type Diagnostic, diagnose, type Finding } from '../diagnostic.ts'
import type { Memo } from '../memo.ts'
import { type Case, type Item, type Rule, shownPath } from './case.ts'

type Found = readonly [rule: string, finding: Finding]

export const judge = (given: Case, rules: readonly Rule[], memo: Memo): readonly Diagnostic[] => {
  const byId = new Map(rules.map(rule => [rule.id, rule]))
  const whole = rules.filter(rule => rule.scope === undefined)
  const single = rules.filter(rule => rule.scope === 'item')
  return [...foundBy(whole, given), ...foundInEach(single, given, memo)].map(([id, finding]) =>
    diagnose(byId.get(id)!, finding),
  )
}

const foundBy = (rules: readonly Rule[], given: Case): Found[] =>
  rules.flatMap(rule => Array.from(rule.check(given), finding => [rule.id, finding] as const))

/** The rules look at the episodes that have changed as if there were no others. */
const foundInEach = (rules: readonly Rule[], given: Case, memo: Memo): readonly Found[] => {
  const recalled: Found[] = []
  const changed: Item[] = []
  for (const item of given.items) {
    const earlier = recallOf(item, memo, () => undefined)
    if (earlier === undefined) changed.push(item)
    else recalled.push(...earlier)
  }
  const found = foundBy(rules, { ...given, items: changed })
  const owners = ownersOf(changed)
  const byItem = new Map<Item, Found[]>(changed.map(item => [item, []]))
  let isClear = true
  for (const one of found) {
    const { file } = one[1].place
    const owner = owners.get(file)
    if (owner !== undefined) byItem.get(owner)!.push(one)
    // About show.md or its artwork: found anew each time.
    else isClear &&= owners.has(file) === false && isOfShow(file, given)
  }
  if (isClear) for (const [item, its] of byItem) recallOf(item, memo, () => its)
  return [...recalled, ...found]
}

const recallOf = (
  { entry, held, key }: Item,
  memo: Memo,
  make: () => readonly Found[] | undefined,
): readonly Found[] | undefined =>
  key === undefined ? undefined : memo.recall('found', entry.path, `${key} ${held} ${entry.file}`, make)

/** Whose files they are; undefined for what several share. */
const ownersOf = (items: readonly Item[]): ReadonlyMap<string, Item | undefined> => {
  const owners = new Map<string, Item | undefined>()
  for (const item of items) {
    const { entry, recording } = item
    const paths = [recording.audio?.path, recording.picture?.path].filter(path => path !== undefined)
    for (const file of [entry.file, ...paths.map(path => shownPath(entry, path))])
      owners.set(file, owners.has(file) ? undefined : item)
  }
  return owners
}

const isOfShow = (file: string, { entry, project }: Case): boolean =>
  file === entry.file || (project.picture !== undefined && file === shownPath(entry, project.picture.path))
