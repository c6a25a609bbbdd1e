/** The tags of the podcast namespace that items and live items share, and those of episodes alone. */

import type { Episode, Show } from '../../model.ts'
import type { EpisodeMeta, ShowMeta } from '../../schema/index.ts'
import { clean, given, list } from './fields.ts'
import type { Files } from './files.ts'
import { licenseOf } from './license.ts'
import { alternateOf, imagesOf, thumbnailOf } from './media.ts'
import { valuesOf } from './money.ts'
import { peopleOf } from './people.ts'

/** What both may say. */
type Shared = Pick<
  Partial<EpisodeMeta>,
  | 'persons'
  | 'personsOnly'
  | 'locations'
  | 'alternateEnclosures'
  | 'contentLinks'
  | 'funding'
  | 'value'
  | 'socialInteract'
  | 'txt'
  | 'chat'
  | 'images'
>

/** What the show says and the item does not is inherited by the namespace's own rules, and is not repeated. */
export const itemTags = (
  written: Shared,
  show: Show,
  showMeta: Partial<ShowMeta>,
  files: Files,
): Partial<Episode> => {
  const meta = clean(written)
  return {
    ...list('persons', peopleOf(show.persons, meta, files)),
    ...list('locations', meta.locations),
    ...list(
      'alternateEnclosures',
      meta.alternateEnclosures?.map(one => alternateOf(one, files)),
    ),
    ...list('contentLinks', meta.contentLinks),
    ...list('funding', meta.funding),
    ...list('values', valuesOf(meta.value, showMeta.value)),
    ...list('socialInteracts', meta.socialInteract),
    ...list('txts', meta.txt),
    ...given('chat', meta.chat),
    ...imagesOf(meta.images, files),
  }
}

/** Nothing at all for an episode that says none of it, as most do. */
export const episodeTags = (
  meta: Partial<EpisodeMeta>,
  show: Show,
  showMeta: Partial<ShowMeta>,
  files: Files,
): Partial<Episode> => {
  const shared = itemTags(meta, show, showMeta, files)
  const { seasonName, episodeDisplay, soundbites, license, keywords, comments, source } = clean({
    seasonName: meta.seasonName,
    episodeDisplay: meta.episodeDisplay,
    soundbites: meta.soundbites,
    license: meta.license,
    keywords: meta.keywords,
    comments: meta.comments,
    source: meta.source,
  })
  return {
    ...shared,
    ...given('thumbnail', thumbnailOf(shared.images ?? [])),
    ...given('podcastSeason', seasonOf(meta.season, seasonName)),
    ...given('podcastEpisode', numberOf(meta.episode, episodeDisplay)),
    ...list('soundbites', soundbites),
    ...given('license', license && licenseOf(license)),
    ...list('keywords', keywords),
    ...given('comments', comments),
    ...given('source', source),
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
