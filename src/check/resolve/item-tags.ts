/** The tags of the podcast namespace that items and live items share, and those of episodes alone. */

import type { WrittenEpisode, WrittenShow } from '../../fields/index.ts'
import type { Episode, Show } from '../../podcast.ts'
import { clean, given, list, pick } from './fields.ts'
import type { Files } from './files.ts'
import { licenseOf } from './license.ts'
import { alternateOf, imagesOf, thumbnailOf } from './media.ts'
import { valuesOf } from './money.ts'
import { peopleOf } from './people.ts'

/** What both may say. */
const shared = [
  'persons',
  'personsOnly',
  'locations',
  'alternateEnclosures',
  'contentLinks',
  'funding',
  'value',
  'socialInteract',
  'txt',
  'chat',
  'images',
] as const

/** What episodes alone may say. */
const own = [
  'season',
  'episode',
  'seasonName',
  'episodeDisplay',
  'soundbites',
  'license',
  'keywords',
  'comments',
  'source',
] as const

type Shared = Pick<Partial<WrittenEpisode>, (typeof shared)[number]>

/** What the show says and the item does not is inherited by the namespace's own rules, and is not repeated. */
export const itemTags = (
  written: Shared,
  show: Show,
  showMeta: Partial<WrittenShow>,
  files: Files,
): Partial<Episode> => {
  const said = pick(written, shared)
  if (said === undefined) return {}
  const meta = clean(said)
  return {
    ...list('persons', peopleOf(show.persons, meta, files)),
    ...list('locations', meta.locations),
    ...list(
      'alternateEnclosures',
      meta.alternateEnclosures?.map(one => alternateOf(one, files)),
    ),
    ...list('contentLinks', meta.contentLinks),
    ...list('funding', meta.funding),
    ...list('value', valuesOf(meta.value, showMeta.value)),
    ...list('socialInteract', meta.socialInteract),
    ...list('txt', meta.txt),
    ...given('chat', meta.chat),
    ...imagesOf(meta.images, files),
  }
}

export const episodeTags = (
  written: Partial<WrittenEpisode>,
  show: Show,
  showMeta: Partial<WrittenShow>,
  files: Files,
): Partial<Episode> => {
  const tags = itemTags(written, show, showMeta, files)
  return {
    ...tags,
    ...given('thumbnail', tags.images && thumbnailOf(tags.images)),
    ...ownTags(pick(written, own)),
  }
}

const ownTags = (said: Pick<Partial<WrittenEpisode>, (typeof own)[number]> | undefined): Partial<Episode> => {
  if (said === undefined) return {}
  const meta = clean(said)
  return {
    ...given('podcastSeason', seasonOf(meta.season, meta.seasonName)),
    ...given('podcastEpisode', numberOf(meta.episode, meta.episodeDisplay)),
    ...list('soundbites', meta.soundbites),
    ...given('license', meta.license && licenseOf(meta.license)),
    ...list('keywords', meta.keywords),
    ...given('comments', meta.comments),
    ...given('source', meta.source),
  }
}

/** Only when it says more than itunes:season. */
const seasonOf = (number: number | undefined, name: string | undefined): Episode['podcastSeason'] =>
  number === undefined || name === undefined ? undefined : { number, name }

/** Only when it says more than itunes:episode, which takes whole numbers and no words. */
const numberOf = (number: number | undefined, display: string | undefined): Episode['podcastEpisode'] =>
  number === undefined || (display === undefined && Number.isInteger(number))
    ? undefined
    : { number, ...given('display', display) }
