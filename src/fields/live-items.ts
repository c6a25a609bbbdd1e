import { choice, many, text } from '../schema/value.ts'
import type { Element } from '../table/element.ts'
import { readFields, writeFields } from '../table/elements.ts'
import { field } from '../table/field.ts'
import type { Folder } from '../table/its.ts'
import { mapOf } from '../table/map-of.ts'
import type { ModelOf } from '../table/models.ts'
import { namesIn } from '../table/names.ts'
import { some } from '../table/optional.ts'
import { ownedBy } from '../table/owned.ts'
import { resolve } from '../table/resolve.ts'
import { type Node, type Said, sayAttribute, sayList, sayMap } from '../table/said.ts'
import { podcastTag } from '../table/specs.ts'
import { formatRfc3339 } from '../units/instant.ts'
import { liveStatuses } from '../vocabulary/podcast-words.ts'
import { alternateEnclosures } from './alternate-enclosures.ts'
import { chat } from './chat.ts'
import { contentLinks } from './content-links.ts'
import { instantOf } from './date.ts'
import { explicitLive } from './explicit.ts'
import { funding } from './funding.ts'
import { guid } from './guid.ts'
import { liveImage } from './image.ts'
import { images } from './images.ts'
import { link } from './link.ts'
import { liveDescription } from './live-description.ts'
import { liveStream } from './live-stream.ts'
import { locations } from './locations.ts'
import { persons, personsOnly } from './persons.ts'
import { socialInteract } from './social-interact.ts'
import { title } from './title.ts'
import { txt } from './txt.ts'
import { value } from './value.ts'

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
  ...[status, start, end, title, guid, contentLinks],
  ...[liveStream, liveDescription, link, liveImage, explicitLive, alternateEnclosures],
  ...[persons, personsOnly, locations, funding, value, socialInteract, txt, images, chat],
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
          description: 'We talk while the **boats** come in.',
          enclosure: { url: 'https://live.example/s.mp3', type: 'audio/mpeg' },
          contentLinks: 'https://show.example/live',
          chat: 'irc://irc.example/#harbour',
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
  *markdown(items) {
    for (const { description } of items) if (description !== undefined) yield description
  },
  /** To them, the fields of the show are the show's. */
  resolve: (items, { written, resolved, owner: _, ...setting }) =>
    some(
      items?.flatMap(
        item =>
          resolve(live, item, {
            ...setting,
            folder: setting.folder && withoutFiles(setting.folder),
            show: { written, resolved },
          }) ?? [],
      ),
    ),
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

/** What was found beside show.md, and the show's own identity, are the show's. */
const withoutFiles = (folder: Folder): Folder => ({
  ...folder,
  audio: undefined,
  audioUrl: undefined,
  picture: undefined,
  page: undefined,
  guid: undefined,
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
