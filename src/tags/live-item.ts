/** podcast:liveItem: an item within the channel, of which less is known. */

import type { Episode, Show } from '../podcast.ts'
import { formatRfc3339, parseDate } from '../units/instant.ts'
import { attributesOf, type Element } from './element.ts'
import { type AnyTag, rowsOf } from './tag.ts'

const spec = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md'

export interface ItemTags {
  readonly write: (item: Partial<Episode>) => readonly Element[]
  readonly read: (elements: readonly Element[]) => Partial<Episode>
}

/** `items`: the table of what an item may hold. */
export const liveItemRow = (items: ItemTags): AnyTag<Show> =>
  rowsOf<Show>().list({
    name: 'podcast:liveItem',
    spec,
    field: 'liveItems',
    write: ({ status, start, end, item }) => ({
      name: 'podcast:liveItem',
      attributes: {
        status,
        start: formatRfc3339(start),
        end: end === undefined ? undefined : formatRfc3339(end),
      },
      children: items.write(item),
    }),
    read: element => {
      const attributes = attributesOf(element, { status: 'status', start: 'start', end: 'end' })
      const status = (['pending', 'live', 'ended'] as const).find(
        known => known === attributes.status?.toLowerCase(),
      )
      const start = parseDate(attributes.start ?? '')
      const end = parseDate(attributes.end ?? '')
      const { title, guid, ...rest } = said(items.read(element.children ?? []))
      if (status === undefined || !('instant' in start) || title === undefined || guid === undefined)
        return undefined
      return {
        status,
        start: start.instant,
        ...('instant' in end ? { end: end.instant } : {}),
        item: { title, guid, ...rest },
      }
    },
  })

/** Without the lists and flags that an episode always has: of a broadcast, only what was said counts. */
const said = (item: Partial<Episode>): Partial<Episode> =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([field, value]) =>
        !(Array.isArray(value) && value.length === 0) && !(field === 'block' && value === false),
    ),
  )
