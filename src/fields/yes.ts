/** An element that acts with the word Yes only: part of several fields. */

import type { InFeed } from '../table/field.ts'
import { sayText } from '../table/said.ts'
import type { About } from '../table/shape.ts'

/** Written when it acts, and left out else. Any other word does nothing where it is read, so it says nothing: see document/switch-value. */
export const inYes = (name: string, about: About): InFeed<boolean> => ({
  ...about,
  name,
  write: acts => (acts ? [{ name, text: 'Yes' }] : []),
  read: nodes => nodes.map(sayText).find(said => 'text' in said && /^yes$/i.test(said.text)),
})
