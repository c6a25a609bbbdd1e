import type { Place } from '../diagnostic.ts'
import type { Entry } from '../project.ts'
import type { EpisodeMeta, ShowMeta } from '../schema/index.ts'

/** Where a description stands: the field, or the first line of the body. */
export const descriptionPlace = (entry: Entry<EpisodeMeta> | Entry<ShowMeta>): Place => {
  if (entry.meta.description !== undefined) return entry.at('description')
  const start = Math.max(0, entry.body.search(/\S/))
  const end = entry.body.slice(start, start + 200).search(/[\r\n]|$/)
  return entry.atBody(start, end)
}
