/**
 * For people: a program, or a habit, makes the same mistake a hundred times, and a hundred equal lines hide the one that matters.
 * Equal findings are one, with the first places and the count; alike ones are told by the first few. Programs get every place.
 */

import type { Diagnostic } from '../diagnostic.ts'
import { alikeTold, fewOfOneRule } from '../limits.ts'
import { grouped } from '../units/amount.ts'

/** In the order of the first of each. */
export const saidOnce = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  parted(diagnostics, kindOf).flatMap(kind =>
    placesIn(kind) > fewOfOneRule ? (together(kind) ?? alike(kind)) : alike(kind),
  )

/** In the words that the rule has for many of its kind. */
const together = (kind: Some): readonly Diagnostic[] | undefined => {
  const [{ together: words, fix: _, more: __, ...first }] = kind
  if (words === undefined) return undefined
  // What was allowed since is not among them any more.
  const message = words.message.replace(String(words.count), grouped(placesIn(kind)))
  return [{ ...first, message, help: words.help, related: herePlaces(kind) }]
}

const alike = (kind: Some): readonly Diagnostic[] =>
  shortened(parted(kind, ({ message }) => message).flatMap(merged))

const kindOf = ({ rule, severity, held }: Diagnostic): string => [rule, severity, held].join('\n')

type Some = readonly [Diagnostic, ...Diagnostic[]]

const parted = (diagnostics: readonly Diagnostic[], keyOf: (one: Diagnostic) => string): readonly Some[] => {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>()
  for (const one of diagnostics) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}

/** How many there are, those that were counted and not made too. */
export const placesIn = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.reduce((sum, { more = 0 }) => sum + 1 + more, 0)

const herePlaces = (group: Some): NonNullable<Diagnostic['related']> =>
  group.slice(1, fewOfOneRule).map(({ place }) => ({ place, message: 'here too' }))

/** The same sentence at several places. */
const merged = (group: Some): readonly Diagnostic[] => {
  const [first] = group
  const rest = placesIn(group) - 1
  const isOfOneFile = group.every(({ place }) => place.file === first.place.file)
  if (rest === 0 || (rest < fewOfOneRule && !isOfOneFile)) return group
  const { more: _, ...told } = first
  return [
    {
      ...told,
      message: `${first.message} (here and in ${grouped(rest)} more ${rest === 1 ? 'place' : 'places'})`,
      related: [...(first.related ?? []), ...herePlaces(group)],
    },
  ]
}

/** Many sentences of the same kind. */
const shortened = (group: readonly Diagnostic[]): readonly Diagnostic[] => {
  const rest = placesIn(group.slice(fewOfOneRule))
  const last = group[fewOfOneRule - 1]
  return group.length <= alikeTold || last === undefined
    ? group.map(one => withMore(one))
    : [
        ...group.slice(0, fewOfOneRule - 1),
        { ...last, message: `${last.message} (and ${grouped(rest)} more of this kind)` },
      ]
}

/** Its message with how many more there are, where they were only counted. */
export const withMore = ({ more, ...told }: Diagnostic): Diagnostic =>
  more === undefined ? told : { ...told, message: `${told.message} (and ${grouped(more)} more like it)` }
