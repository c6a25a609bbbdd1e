/** Every field that is shown as plain text, wherever it was written. */

import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Entry } from '../project.ts'
import type { Evidence } from './evidence.ts'

export interface PlainText {
  readonly entry: Entry<WrittenShow> | Entry<WrittenEpisode>
  readonly path: readonly string[]
  /** The key, as a person knows it. */
  readonly name: string
  readonly text: string
}

export const plainTexts = (given: Evidence): readonly PlainText[] => {
  const { entry } = given
  const { title, copyright } = entry.meta
  const found = [...namesOf(given)]
  add(found, entry, 'title', title)
  add(found, entry, 'copyright', copyright)
  for (const { entry } of given.items) {
    const { title, itunesTitle, summary } = entry.meta
    add(found, entry, 'title', title)
    add(found, entry, 'itunesTitle', itunesTitle)
    add(found, entry, 'summary', summary)
  }
  return found
}

/** Of people, groups and companies. */
export const namesOf = ({ entry }: Evidence): readonly PlainText[] => {
  const { author, owner } = entry.meta
  const found: PlainText[] = []
  add(found, entry, 'author', author)
  if (owner?.name !== undefined)
    found.push({ entry, path: ['owner', 'name'], name: 'owner.name', text: owner.name })
  return found
}

const add = (found: PlainText[], entry: PlainText['entry'], name: string, text: string | undefined): void => {
  if (text !== undefined) found.push({ entry, path: [name], name, text })
}
