/** Every field that is shown as plain text, wherever it was written. */

import type { Entry } from '../project.ts'
import type { EpisodeMeta, ShowMeta } from '../schema/index.ts'
import type { Case } from './case.ts'

export interface PlainText {
  readonly entry: Entry<ShowMeta> | Entry<EpisodeMeta>
  readonly path: readonly string[]
  /** The key, as a person knows it. */
  readonly name: string
  readonly text: string
}

export function* plainTexts(given: Case): Iterable<PlainText> {
  const { entry } = given
  const { title, author, owner, copyright, description } = entry.meta
  yield* written(entry, { title, author, copyright, description })
  if (owner?.name !== undefined)
    yield { entry, path: ['owner', 'name'], name: 'owner.name', text: owner.name }
  for (const item of given.items) {
    const { title, itunesTitle, summary } = item.entry.meta
    yield* written(item.entry, { title, itunesTitle, summary })
  }
}

function* written(
  entry: PlainText['entry'],
  fields: Readonly<Record<string, string | undefined>>,
): Iterable<PlainText> {
  for (const [name, text] of Object.entries(fields))
    if (text !== undefined) yield { entry, path: [name], name, text }
}
