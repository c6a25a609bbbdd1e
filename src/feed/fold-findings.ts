/** A program makes the same mistake in every item: that is one finding, with a count. */

import { byPlace, type Diagnostic } from '../diagnostic.ts'
import { feedFindingsOfARule } from '../limits.ts'

const TOLD = 3
const RELATED = 2

/** Of one file. In reading order. */
export const foldFindings = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const sorted = [...diagnostics].sort(byPlace)
  const same = grouped(sorted, one => `${one.rule}\n${one.message}`).map(mergeSame)
  return grouped(same, one => one.rule)
    .flatMap(shortened)
    .sort(byPlace)
}

const grouped = (
  diagnostics: readonly Diagnostic[],
  keyOf: (one: Diagnostic) => string,
): readonly (readonly [Diagnostic, ...Diagnostic[]])[] => {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>()
  for (const one of diagnostics) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}

/** The same sentence at several places. */
const mergeSame = ([first, ...others]: readonly [Diagnostic, ...Diagnostic[]]): Diagnostic =>
  others.length === 0
    ? first
    : {
        ...first,
        message: `${first.message} (here and in ${others.length} more ${others.length === 1 ? 'place' : 'places'})`,
        related: [
          ...(first.related ?? []),
          ...others.slice(0, RELATED).map(({ place }) => ({ place, message: 'here too' })),
        ],
      }

/** Many sentences of the same kind. */
const shortened = (group: readonly Diagnostic[]): readonly Diagnostic[] => {
  if (group.length <= feedFindingsOfARule) return group
  const told = group.slice(0, TOLD)
  const rest = group.slice(TOLD)
  const last = told.at(-1)
  return last === undefined
    ? group
    : [
        ...told.slice(0, -1),
        {
          ...last,
          message: `${last.message} (and ${rest.length} more of this kind)`,
          related: [
            ...(last.related ?? []),
            ...rest.slice(0, RELATED).map(({ place, message }) => ({ place, message })),
          ],
        },
      ]
}
