/** The fields of one owner, made ready: what is asked for each of a thousand episodes is worked out once. */

import type { AnyField, InFeed, Owner, Words } from './field.ts'
import { orderOf } from './order.ts'

export interface Owned<Fields extends readonly AnyField[], O extends Owner> {
  readonly owner: O
  /** The list that they were taken from: its type says what they are. */
  readonly from: Fields
  readonly fields: readonly AnyField[]
  /** The same, to be asked whether one is among them. */
  readonly members: ReadonlySet<AnyField>
  /** Every element that says one of them, field by field. */
  readonly rows: readonly Row[]
  /** Those that are written, in the order of the feed. */
  readonly writing: readonly Row[]
}

export interface Row {
  readonly field: AnyField
  readonly element: InFeed<never>
}

export type AnyOwned = Owned<readonly AnyField[], Owner>

export const ownedBy = <O extends Owner, const Fields extends readonly AnyField[]>(
  owner: O,
  from: Fields,
): Owned<Fields, O> => {
  const fields = from.filter(({ on }) => on[owner] !== undefined)
  const rows = fields.flatMap(field =>
    field.inFeed
      .filter(({ on }) => on === undefined || on.includes(owner))
      .map((element): Row => ({ field, element })),
  )
  const writing = rows
    .filter(({ element }) => element.write !== undefined && !element.isDeprecated)
    .map(row => ({ row, rank: orderOf(owner, row.element.name) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row)
  return { owner, from, fields, members: new Set(fields), rows, writing }
}

/** Undefined for what nobody writes. */
export const wordsOf = (field: AnyField, owner: Owner): Words | undefined => {
  const words = field.on[owner]
  return words === 'made' ? undefined : words
}
