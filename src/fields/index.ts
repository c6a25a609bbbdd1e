/** The fields of a show and of an episode. To add one is a file beside this one, and a line here. */

import type { Schema } from '../schema/index.ts'
import type { ModelOf, WrittenOf } from '../table/models.ts'
import { tableOf } from '../table/table.ts'
// The show itself, and what serves it.
import { allow } from './allow.ts'
// Items and media.
import { alternateEnclosures } from './alternate-enclosures.ts'
import { audio } from './audio.ts'
import { audioBaseUrl } from './audio-base-url.ts'
import { author, episodeAuthor } from './author.ts'
import { baseUrl } from './base-url.ts'
import { block } from './block.ts'
import { blocks } from './blocks.ts'
import { lastBuildDate, pubDate } from './build-dates.ts'
import { categories } from './categories.ts'
import { chapters } from './chapters.ts'
import { chaptersInNotes } from './chapters-in-notes.ts'
// People and places, and what other shows are to this one.
import { chat } from './chat.ts'
import { comments } from './comments.ts'
import { complete } from './complete.ts'
import { content, description } from './content.ts'
import { contentLinks } from './content-links.ts'
import { copyright } from './copyright.ts'
import { countryOfOrigin } from './country-of-origin.ts'
import { date } from './date.ts'
import { draft } from './draft.ts'
import { duration } from './duration.ts'
import { enclosurePrefixes } from './enclosure-prefixes.ts'
import { episode, episodeDisplay } from './episode.ts'
import { episodeType } from './episode-type.ts'
import { explicit } from './explicit.ts'
import { extra, namespaces } from './extra.ts'
import { feedUrl } from './feed-url.ts'
import { targets } from './for.ts'
import { funding } from './funding.ts'
import { generator } from './generator.ts'
import { guid, isPermaLink, podcastGuidField } from './guid.ts'
import { hub } from './hub.ts'
import { artwork, image } from './image.ts'
import { images } from './images.ts'
import { itunesTitle } from './itunes-title.ts'
import { keywords } from './keywords.ts'
import { language } from './language.ts'
import { license } from './license.ts'
import { limit } from './limit.ts'
import { link, site } from './link.ts'
import { listings } from './listings.ts'
import { liveItems } from './live-items.ts'
import { locations } from './locations.ts'
import { locked } from './locked.ts'
import { managingEditor, webMaster } from './managing-editor.ts'
import { medium } from './medium.ts'
import { messages } from './messages.ts'
import { newFeedUrl } from './new-feed-url.ts'
import { overview } from './overview.ts'
import { owner } from './owner.ts'
import { pages } from './pages.ts'
import { persons, personsOnly } from './persons.ts'
import { podping } from './podping.ts'
import { podroll } from './podroll.ts'
import { publishAt } from './publish-at.ts'
import { publisher } from './publisher.ts'
import { remoteItems } from './remote-items.ts'
import { rssImage } from './rss-image.ts'
import { season, seasonName } from './season.ts'
import { showDescription } from './show-description.ts'
// How the episodes of a site are read.
import { siteBody } from './site-body.ts'
import { siteContent } from './site-content.ts'
import { siteFacts } from './site-facts.ts'
import { siteFields } from './site-fields.ts'
import { sitePreset } from './site-preset.ts'
import { siteWhere } from './site-where.ts'
import { socialInteract } from './social-interact.ts'
import { soundbites } from './soundbites.ts'
import { source } from './source.ts'
import { spotifyLimit } from './spotify-limit.ts'
import { subtitle } from './subtitle.ts'
import { summary } from './summary.ts'
import { theme, themeScripts } from './theme.ts'
import { timezone } from './timezone.ts'
import { title } from './title.ts'
import { trailers } from './trailers.ts'
import { transcripts } from './transcripts.ts'
import { ttl } from './ttl.ts'
import { txt, verify } from './txt.ts'
import { showType } from './type.ts'
import { updateFrequency } from './update-frequency.ts'
import { value } from './value.ts'
import { website } from './website.ts'

export type { Enclosure } from './audio.ts'

/** In the order of the documents. */
export const fields = [
  ...[title, site, baseUrl, language, categories, date, audio, guid, link, description, summary, subtitle],
  ...[season, episode, episodeType, itunesTitle, explicit, artwork, author, episodeAuthor, owner, copyright],
  ...[showType, feedUrl, timezone, publishAt, audioBaseUrl, enclosurePrefixes, podcastGuidField],
  ...[newFeedUrl, image, block, complete, verify, hub, limit, locked, draft, duration, funding],
  ...[persons, personsOnly, locations, trailers, soundbites, alternateEnclosures, license],
  ...[medium, remoteItems, value, podroll, publisher, updateFrequency, podping, txt, blocks],
  ...[chat, socialInteract, images, liveItems, contentLinks, seasonName, episodeDisplay],
  ...[chapters, transcripts, keywords, countryOfOrigin, spotifyLimit, pages, showDescription],
  ...[comments, source, chaptersInNotes, rssImage, managingEditor, webMaster, ttl, namespaces, extra],
  ...[targets, allow],
  ...[sitePreset, siteContent, siteWhere, siteFields, siteFacts, siteBody],
  // Of the pages.
  ...[website, overview, listings, theme, themeScripts, messages],
  // Nobody writes them: they are worked out.
  ...[generator, pubDate, lastBuildDate, content, isPermaLink],
] as const

/** The channel, every field final: addresses are absolute, text is free of what XML forbids. */
export type Show = ModelOf<typeof fields, 'show'>
/** An item, every field final. */
export type Episode = ModelOf<typeof fields, 'episode'>
export type WrittenShow = WrittenOf<typeof fields, 'show'>
export type WrittenEpisode = WrittenOf<typeof fields, 'episode'>

export const table = tableOf(fields)
export const showSchema = table.schema('show') as Schema<WrittenShow>
export const episodeSchema = table.schema('episode') as Schema<WrittenEpisode>
