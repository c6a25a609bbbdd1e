/** The channel's tags of the podcast namespace and of its neighbours. */

import type { WrittenShow } from '../../fields/index.ts'
import type { LiveItem, Show } from '../../podcast.ts'
import type { RemoteItem, Trailer } from '../../podcasting.ts'
import { type DateReading, parseDate } from '../../units/instant.ts'
import { renderNotes } from '../notes/notes.ts'
import { clean, given, list } from './fields.ts'
import type { Files } from './files.ts'
import { itemTags } from './item-tags.ts'
import { licenseOf } from './license.ts'
import { imagesOf } from './media.ts'
import { valuesOf } from './money.ts'
import { personOf } from './people.ts'

type Tags = Omit<Partial<Show>, 'trailers' | 'liveItems'>

export const showTags = (written: Partial<WrittenShow>, files: Files): Tags => {
  const meta = clean(written)
  return {
    ...list('funding', meta.funding),
    ...list(
      'persons',
      meta.persons?.map(person => personOf(person, files)),
    ),
    ...list('locations', meta.locations),
    ...given('license', meta.license && licenseOf(meta.license)),
    ...list('remoteItems', meta.remoteItems),
    ...list('value', valuesOf(meta.value, undefined)),
    ...list('podroll', meta.podroll),
    ...given('publisher', meta.publisher && publisherOf(meta.publisher)),
    ...given('updateFrequency', meta.updateFrequency),
    ...given('podping', meta.podping || undefined),
    ...list(
      'blocks',
      meta.blocks?.map(({ service, blocked }) => ({ ...given('service', service), blocked })),
    ),
    ...given('chat', meta.chat),
    ...list('socialInteract', meta.socialInteract),
    ...imagesOf(meta.images, files),
    ...list('keywords', meta.keywords),
    ...list('countryOfOrigin', meta.countryOfOrigin),
    ...given('spotifyLimit', meta.spotifyLimit),
    ...given('pages', meta.pages),
  }
}

/** The tag holds one item, and its medium says that it is a publisher. */
const publisherOf = ({ medium: _, ...item }: RemoteItem): RemoteItem => ({ ...item, medium: 'publisher' })

/** Those that are written, and one for each trailer among the episodes; the newest first, as apps play it. */
export const trailersOf = (
  written: Partial<WrittenShow>,
  own: readonly Trailer[],
  files: Files,
  dates: DateReading,
): readonly Trailer[] => {
  const trailers = clean(written.trailers ?? []).flatMap((trailer): Trailer[] => {
    const url = files.mediaUrl(trailer.url)
    const date = parseDate(trailer.date, dates)
    if (url === undefined || !('instant' in date)) return []
    const file = files.find(trailer.url)
    const facts = file?.kind === 'media' ? file.facts : undefined
    return [
      {
        title: trailer.title,
        url,
        date: date.instant,
        ...given('length', facts?.bytes ?? trailer.length),
        ...given('type', facts?.mediaType ?? trailer.type),
        ...given('season', trailer.season),
      },
    ]
  })
  const named = new Set(trailers.map(({ url }) => url))
  const all = [...trailers, ...own.filter(({ url }) => !named.has(url))]
  return all.sort((a, b) => b.date - a.date)
}

export const liveItemsOf = async (
  written: Partial<WrittenShow>,
  show: Show,
  files: Files,
  dates: DateReading,
  base: string,
): Promise<readonly LiveItem[]> => {
  const items: LiveItem[] = []
  for (const live of written.liveItems ?? []) {
    const start = parseDate(live.start!, dates)
    const end = live.end === undefined ? undefined : parseDate(live.end, dates)
    if (!('instant' in start)) continue
    const { title, guid, link, image, explicit, enclosure } = clean(live)
    const notes =
      live.description === undefined ? undefined : await renderNotes(live.description, { url: base })
    items.push({
      status: live.status!,
      start: start.instant,
      ...(end && 'instant' in end ? { end: end.instant } : {}),
      item: {
        title: title!,
        guid: guid!,
        ...given('link', link),
        ...given('description', notes?.html || undefined),
        ...given('audio', enclosure && { ...enclosure, length: enclosure.length ?? 0 }),
        ...given('image', image),
        ...given('explicit', explicit),
        ...itemTags(live, show, written, files),
      },
    })
  }
  return items
}
