/** The types that follow from a list of fields. */

import type { Form } from '../schema/index.ts'
import type { AnyField, Owner } from './field.ts'

/** The fields of a list that an owner has. */
type On<Fields extends readonly AnyField[], O extends Owner> = Extract<
  Fields[number],
  { readonly on: { readonly [Key in O]: unknown } }
>

type FormOf<F> = F extends { readonly form: () => Form<infer W> } ? W : never
type ResultOf<F> = F extends { readonly resolve?: undefined }
  ? undefined
  : F extends { resolve?(...told: never): infer M }
    ? M
    : never

/** Without those that come to nothing of their own. */
type Resolved<F> = F extends unknown ? ([ResultOf<F>] extends [undefined] ? never : F) : never
type Certain<F> = F extends unknown
  ? undefined extends ResultOf<F>
    ? F extends { readonly vital: true }
      ? F
      : never
    : F
  : never

type Keyed<F> = F extends { readonly key: infer Key extends string } ? Key : never
type Named<F, Key> = Extract<F, { readonly key: Key }>

/** An owner with every field final. A property is there only when its value is. */
export type ModelOf<Fields extends readonly AnyField[], O extends Owner> = ModelOfUnion<
  Resolved<On<Fields, O>>
>

type ModelOfUnion<F> = {
  readonly [Key in Keyed<Certain<F>>]: Exclude<ResultOf<Named<F, Key>>, undefined>
} & {
  readonly [Key in Exclude<Keyed<F>, Keyed<Certain<F>>>]?: Exclude<ResultOf<Named<F, Key>>, undefined>
}

/** What was written for an owner, as far as it was valid. */
export type WrittenOf<Fields extends readonly AnyField[], O extends Owner> = {
  readonly [Key in Keyed<On<Fields, O>>]?: FormOf<Named<On<Fields, O>, Key>>
}
