/** What is the same with many files of a show. */

import type { RuleWords } from '../diagnostic.ts'
import { grouped } from '../units/amount.ts'
import type { Probe } from './here.ts'
import type { Words } from './no-episode.ts'

/** So many are told one by one, and so many named when they are told together. */
export const FEW = 3

export const sayAll = <Item extends { readonly path: string }>(
  here: Probe,
  rule: RuleWords,
  items: readonly Item[],
  words: (item: Item) => Words,
  together: (count: number, names: string) => Words,
): void => {
  const [first] = items
  if (first === undefined) return
  const say = ({ path }: Item, { message, help }: Words): void =>
    here.say(rule, { file: here.shown(path) }, message, help)
  if (items.length <= FEW) {
    for (const item of items) say(item, words(item))
    return
  }
  const names = items.slice(0, FEW).map(({ path }) => path)
  say(first, together(items.length, `${names.join(', ')} and ${grouped(items.length - FEW)} more`))
}
