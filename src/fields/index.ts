/** The fields of a show and of an episode. To add one is a file beside this one, and a line here. */

import type { ModelOf, WrittenOf } from '../table/models.ts'
import { audio } from './audio.ts'
import { categories } from './categories.ts'
import { chapters } from './chapters.ts'
import { date } from './date.ts'
import { enclosurePrefixes } from './enclosure-prefixes.ts'
import { explicit } from './explicit.ts'
import { generator } from './generator.ts'
import { guid, podcastGuidField } from './guid.ts'
import { artwork, image } from './image.ts'
import { language } from './language.ts'
import { link, site } from './link.ts'
import { liveItems } from './live-items.ts'
import { locked } from './locked.ts'
import { owner } from './owner.ts'
import { persons, personsOnly } from './persons.ts'
import { season, seasonName } from './season.ts'
import { socialInteract } from './social-interact.ts'
import { title } from './title.ts'
import { transcripts } from './transcripts.ts'
import { value } from './value.ts'

/** In the order of the documents. */
export const fields = [
  ...[title, site, link, language, categories, explicit, artwork, image, owner],
  ...[date, audio, podcastGuidField, guid, enclosurePrefixes, season, seasonName],
  ...[generator, locked, persons, personsOnly, value, socialInteract, liveItems, chapters, transcripts],
] as const

/** The channel, every field final: addresses are absolute, text is free of what XML forbids. */
export type Show = ModelOf<typeof fields, 'show'>
/** An item, every field final. */
export type Episode = ModelOf<typeof fields, 'episode'>
export type WrittenShow = WrittenOf<typeof fields, 'show'>
export type WrittenEpisode = WrittenOf<typeof fields, 'episode'>
