/** Every field of the show, or of an episode, that is shown as plain text. */

import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import type { OneEntry, ShowEvidence } from '../../evidence.ts'

export interface PlainText {
  readonly entry: Entry<WrittenShow> | Entry<WrittenEpisode>
  readonly path: readonly string[]
  /** The key, as a person knows it. */
  readonly name: string
  readonly text: string
}

export const plainTexts = ({ entry, item }: OneEntry): readonly PlainText[] => {
  const found: PlainText[] = item === undefined ? [...namesOf({ entry })] : []
  add(found, entry, 'title', entry.meta.title)
  if (item === undefined) add(found, entry, 'copyright', entry.meta.copyright)
  else {
    add(found, entry, 'itunesTitle', entry.meta.itunesTitle)
    add(found, entry, 'summary', entry.meta.summary)
  }
  return found
}

/** Of people, groups and companies. */
export const namesOf = ({ entry }: Pick<ShowEvidence, 'entry'>): readonly PlainText[] => {
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
