/**
 * For people: a program, or a habit, makes the same mistake a hundred times, and a hundred equal lines hide the one that matters.
 * Equal findings are one, with the first places and the count; alike ones are told by the first few. Programs get every place.
 */

import { type Diagnostic, placesIn } from '../diagnostic.ts'
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

const alike = (kind: Some): readonly Diagnostic[] => shortened(parted(kind, sentenceOf).flatMap(merged))

/** What makes two the same. Of notes with the same advice, the values in each tell a person nothing new. */
const sentenceOf = ({ severity, message, help = '' }: Diagnostic): string =>
  severity === 'note' ? withoutValues(`${message}\n${help}`) : message

const withoutValues = (text: string): string =>
  text.replace(/"[^"]*"|`[^`]*`|<[^>]*>|https?:\/\/\S+|\d[\d.,:]*/g, '…')

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

const herePlaces = (group: Some): NonNullable<Diagnostic['related']> =>
  group.slice(1, fewOfOneRule).map(({ place }) => ({ place, message: 'here too' }))

/** A finding that is told, and of how many. */
interface Told {
  readonly one: Diagnostic
  readonly count: number
}

/** The same sentence at several places. */
const merged = (group: Some): readonly Told[] => {
  const [first] = group
  const count = placesIn(group)
  const isOfOneFile = group.every(({ place }) => place.file === first.place.file)
  // A few mistakes in different files are mended one by one; a few equal notes are only read.
  const isApart = !isOfOneFile && first.severity !== 'note'
  if (group.length === 1 || (count <= fewOfOneRule && isApart))
    return group.map(one => ({ one: withMore(one), count: placesIn([one]) }))
  const isSame = group.every(({ message }) => message === first.message)
  // Each with a value of its own: a few are told one by one.
  if (!isSame && group.length <= fewOfOneRule) return parted(group, ({ message }) => message).flatMap(merged)
  const { more: _, fix, ...told } = first
  const rest = count - 1
  const where = isSame
    ? `here and in ${grouped(rest)} more ${rest === 1 ? 'place' : 'places'}`
    : `and ${grouped(rest)} more like it`
  const message = `${first.message} (${where})`
  return [
    {
      one: {
        ...told,
        ...(isSame && fix && { fix }),
        message,
        related: [...(first.related ?? []), ...herePlaces(group)],
      },
      count,
    },
  ]
}

/** Many sentences of the same kind. */
const shortened = (told: readonly Told[]): readonly Diagnostic[] => {
  const all = told.map(({ one }) => one)
  const last = all[fewOfOneRule - 1]
  if (all.length <= alikeTold || last === undefined) return all
  const rest = told.slice(fewOfOneRule).reduce((sum, { count }) => sum + count, 0)
  return [
    ...all.slice(0, fewOfOneRule - 1),
    { ...last, message: `${last.message} (and ${grouped(rest)} more of this kind)` },
  ]
}

/** Its message with how many more there are, where they were only counted. */
export const withMore = ({ more, ...told }: Diagnostic): Diagnostic =>
  more === undefined ? told : { ...told, message: `${told.message} (and ${grouped(more)} more like it)` }
