/** The form of a field with its words, for whoever says what may be written: messages, editors, documents. */

import { exampleOf, type Form } from '../schema/index.ts'
import { unpublishable } from '../units/host.ts'
import type { AnyField, Json, Owner } from './field.ts'
import { wordsOf } from './owned.ts'

/** `tag`: the element that it becomes. An example that the form has itself comes before that of the words. */
export const formOf = (field: AnyField, owner: Owner, tag?: string): Form<unknown> => {
  const form = field.form()
  const words = wordsOf(field, owner)
  return form.meta({
    ...(words && { description: words.says }),
    ...(words && exampleOf(form) === undefined && { examples: [toFillIn(words.example)] }),
    ...(tag && { tag }),
  })
}

/** Whoever copies it has to fill in their own address. */
const toFillIn = (example: Json): Json => JSON.parse(unpublishable(JSON.stringify(example)))
