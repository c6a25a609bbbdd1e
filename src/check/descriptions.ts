import type { Place } from '../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Entry } from '../project.ts'
import { isBlankHtml } from '../units/blank.ts'
import type { Item } from './evidence.ts'

type AnyEntry = Entry<WrittenEpisode> | Entry<WrittenShow>

/** Whether the description of an episode is the one that was written: of an empty one, the notes take the place. */
export const hasOwnDescription = ({ entry, description }: Item): boolean =>
  entry.meta.description !== undefined && description?.html !== ''

/** Where the description of an episode stands: the field, or the first line of the body. */
export const descriptionPlace = (item: Item): Place =>
  hasOwnDescription(item) ? item.entry.at('description') : bodyPlace(item.entry)

/** The first line of the body. */
export const bodyPlace = (entry: AnyEntry): Place => {
  const start = Math.max(0, entry.body.search(/\S/))
  const end = entry.body.slice(start, start + 200).search(/[\r\n]|$/)
  return entry.atBody(start, end)
}

/** The description of the show that was written in its field. Of one that holds nothing, such as `<!-- later -->`, the text below the front matter takes the place. */
export const ownDescription = ({ description }: Partial<WrittenShow>): string | undefined =>
  description === undefined || isBlankHtml(description) ? undefined : description

/** What to do when the notes are too long for a description. */
export const shortenHelp = ({ entry }: Item): string =>
  entry.words.either({
    folder:
      'Write a short `description:` in the front matter; apps that show long notes still get all of them.',
    feed: 'Write a short text into `<description>`, and keep the whole one in `<content:encoded>`.',
  })
