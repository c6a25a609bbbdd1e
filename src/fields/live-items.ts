import { choice, many, text } from '../schema/value.ts'
import { readFields, writeFields } from '../table/elements.ts'
import { field } from '../table/field.ts'
import { some } from '../table/given.ts'
import { mapOf } from '../table/map-of.ts'
import type { ModelOf } from '../table/models.ts'
import { namesIn } from '../table/names.ts'
import { ownedBy } from '../table/owned.ts'
import { resolve } from '../table/resolve.ts'
import { type Node, type Said, sayAttribute, sayList, sayMap } from '../table/said.ts'
import { podcastTag } from '../table/specs.ts'
import type { Element } from '../tags/element.ts'
import { type DateReading, formatRfc3339, parseDate } from '../units/instant.ts'
import { liveStatuses } from '../vocabulary/podcast-words.ts'
import { explicitLive } from './explicit.ts'
import { guid } from './guid.ts'
import { image } from './image.ts'
import { link } from './link.ts'
import { persons, personsOnly } from './persons.ts'
import { socialInteract } from './social-interact.ts'
import { title } from './title.ts'
import { value } from './value.ts'

const instantOf = (written: string | undefined, dates: DateReading): number | undefined => {
  const parsed = written === undefined ? undefined : parseDate(written, dates)
  return parsed && 'instant' in parsed ? Math.floor(parsed.instant / 1000) * 1000 : undefined
}

const status = field({
  key: 'status',
  on: { live: { says: 'Announced, on the air, or over.', example: 'pending', required: true } },
  form: () => choice(liveStatuses),
  vital: true,
  resolve: status => status,
  inFeed: [],
})

const start = field({
  key: 'start',
  on: { live: { says: 'When it begins.', example: '2026-12-01 19:00', required: true } },
  form: () => text(),
  vital: true,
  resolve: (start, { dates }) => instantOf(start, dates),
  inFeed: [],
})

const end = field({
  key: 'end',
  on: { live: { says: 'When it will probably end.', example: '2026-12-01 20:00' } },
  form: () => text(),
  resolve: (end, { dates }) => instantOf(end, dates),
  inFeed: [],
})

/** What a live item may say: of an item, what is known before or while it runs. */
const live = ownedBy('live', [
  ...[status, start, end],
  ...[title, guid, link, image, explicitLive, persons, personsOnly, value, socialInteract],
] as const)

export type LiveItem = ModelOf<typeof live.from, 'live'>

export const liveItems = field({
  key: 'liveItems',
  on: {
    show: {
      says: 'Live broadcasts, from the announcement to the end.',
      example: [
        {
          status: 'pending',
          start: '2026-12-01 19:00',
          end: '2026-12-01 20:00',
          title: 'Live from the quay',
          guid: 'live-2026-12-01',
        },
      ],
    },
  },
  form: () => many(mapOf(live)),
  // Its own fields say which of them do.
  keepsLines: true,
  *names(items) {
    for (const [i, item] of items.entries())
      for (const name of namesIn(live, item)) yield { ...name, path: [i, ...name.path] }
  },
  /** To them, the fields of the show are the show's. */
  resolve: (items, { written, resolved, owner: _, ...setting }) =>
    some(items?.flatMap(item => resolve(live, item, { ...setting, show: { written, resolved } }) ?? [])),
  inFeed: [
    {
      name: 'podcast:liveItem',
      spec: podcastTag('live-item'),
      readBy: 'Fountain, Podcast Addict, Podcast Guru, Podverse, TrueFans and others',
      attributes: ['status', 'start', 'end'],
      write: items => items.map(elementOf),
      read: nodes => sayList(nodes.map(sayOne)),
    },
  ],
})

const elementOf = (item: LiveItem): Element => ({
  name: 'podcast:liveItem',
  attributes: {
    status: item.status,
    start: formatRfc3339(item.start),
    end: item.end === undefined ? undefined : formatRfc3339(item.end),
  },
  children: writeFields(live, item),
})

const sayOne = (node: Node): Said =>
  sayMap(node, {
    status: sayAttribute(node, 'status'),
    start: sayAttribute(node, 'start'),
    end: sayAttribute(node, 'end'),
    ...readFields(live, node.children),
  })
