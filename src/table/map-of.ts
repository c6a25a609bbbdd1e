/** The forms of several fields as one map: part of another field's form. */

import type { Form } from '../schema/index.ts'
import { map } from '../schema/shape.ts'
import type { AnyField, Owner } from './field.ts'
import { formOf } from './form-of.ts'
import type { WrittenOf } from './models.ts'
import { type Owned, wordsOf } from './owned.ts'

export const mapOf = <Fields extends readonly AnyField[], O extends Owner>({
  owner,
  fields,
}: Owned<Fields, O>): Form<WrittenOf<Fields, O>> =>
  map(
    Object.fromEntries(
      fields.flatMap(field => {
        const words = wordsOf(field, owner)
        if (words === undefined) return []
        const form = formOf(field, owner)
        return [[field.key, words.required ? form : form.optional()]]
      }),
    ),
  ) as Form<WrittenOf<Fields, O>>
