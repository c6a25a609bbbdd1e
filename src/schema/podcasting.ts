/** The fields that become tags of the podcast namespace and of its neighbours, for show.md and for episodes. */

import { mediums } from '../vocabulary/podcast-words.ts'
import { origin, pages, remoteItem, txt, updateFrequency } from './feeds.ts'
import { liveItem } from './live.ts'
import { alternateEnclosure, chapter, contentLink, image, soundbite, trailer, transcript } from './media.ts'
import { funding, value } from './money.ts'
import { person } from './people.ts'
import { location } from './places.ts'
import { block, license, locked } from './rights.ts'
import { count } from './shape.ts'
import { chat, socialInteract } from './social.ts'
import { choice, flag, many, scalar, text, url } from './value.ts'

export const podcastShowFields = {
  locked: () =>
    locked().meta({
      description:
        'Whether other hosts are asked not to import the show (yes unless you say otherwise), and whom to ask.',
      tag: 'podcast:locked',
    }),
  funding: () => many(funding()).meta({ description: 'Where listeners can give.', tag: 'podcast:funding' }),
  persons: () =>
    many(person()).meta({
      description: 'The hosts, and everybody else who makes the show.',
      tag: 'podcast:person',
    }),
  locations: () =>
    many(location()).meta({
      description: 'Where the show is made, and what it is about. Never a home address.',
      tag: 'podcast:location',
    }),
  trailers: () =>
    many(trailer()).meta({
      description:
        'Trailers that are no episodes of their own. An episode with `episodeType: trailer` becomes one by itself.',
      tag: 'podcast:trailer',
    }),
  license: () => license().meta({ description: 'The licence of all episodes.', tag: 'podcast:license' }),
  medium: () =>
    choice(mediums).meta({
      description:
        'What kind of thing the feed carries. With an L behind it (`musicL`), or `mixed`: a list of what other feeds hold.',
      tag: 'podcast:medium',
    }),
  remoteItems: () =>
    many(remoteItem()).meta({
      description: 'What a list is made of, or the shows of a publisher.',
      tag: 'podcast:remoteItem',
    }),
  value: () =>
    many(value()).meta({
      description: 'Who is paid by listeners whose apps can send money by the minute.',
      tag: 'podcast:value',
    }),
  podroll: () =>
    many(remoteItem()).meta({
      description: 'Other shows that you recommend.',
      tag: 'podcast:podroll',
    }),
  publisher: () =>
    remoteItem().meta({
      description: 'The feed of the publisher, which has to name this show in turn.',
      tag: 'podcast:publisher',
    }),
  updateFrequency: () =>
    updateFrequency().meta({
      description: 'How often episodes appear.',
      tag: 'podcast:updateFrequency',
    }),
  podping: () =>
    flag().meta({
      description: 'Whether each change is announced over Podping. Only when that is really done.',
      tag: 'podcast:podping',
    }),
  txt: () =>
    many(txt()).meta({
      description: 'Text for machines, such as a code that proves ownership.',
      tag: 'podcast:txt',
    }),
  blocks: () =>
    many(block()).meta({
      description: 'Services that are asked not to carry the show: `all`, or their slugs.',
      tag: 'podcast:block',
    }),
  chat: () => chat().meta({ description: 'Where people talk about the show.', tag: 'podcast:chat' }),
  socialInteract: () =>
    many(socialInteract()).meta({
      description: 'Where people comment on the show as a whole.',
      tag: 'podcast:socialInteract',
    }),
  images: () =>
    many(image()).meta({
      description: 'More pictures of the show, for other shapes and purposes than the artwork.',
      tag: 'podcast:image',
    }),
  liveItems: () =>
    many(liveItem()).meta({
      description: 'Live broadcasts, from the announcement to the end.',
      tag: 'podcast:liveItem',
    }),
  keywords: () =>
    many(text({ examples: ['harbours'] })).meta({
      description: 'Words of your own about the show. Directories do not read them.',
      tag: 'category',
    }),
  countryOfOrigin: () =>
    many(scalar(written => ({ value: written.toUpperCase() }), { examples: ['BE'] })).meta({
      description: 'The countries that the show is made for, in two letters (ISO 3166-1), for Spotify.',
      tag: 'spotify:countryOfOrigin',
    }),
  spotifyLimit: () =>
    count(1).meta({
      description: 'How many episodes Spotify shows: the newest.',
      tag: 'spotify:limit',
      examples: [50],
    }),
  pages: () =>
    pages().meta({
      description: 'The addresses of the other pages, when a long feed is cut into several.',
      tag: 'atom:link',
    }),
} as const

export const podcastEpisodeFields = {
  persons: () =>
    many(person()).meta({
      description: "Who takes part beside the show's hosts, such as the guests.",
      tag: 'podcast:person',
    }),
  personsOnly: () =>
    flag().meta({
      description: 'Only the `persons` named here take part: the hosts of the show do not.',
    }),
  locations: () =>
    many(location()).meta({
      description: 'What the episode is about, and where it is made.',
      tag: 'podcast:location',
    }),
  soundbites: () =>
    many(soundbite()).meta({
      description: 'The best moments, for previews.',
      tag: 'podcast:soundbite',
    }),
  alternateEnclosures: () =>
    many(alternateEnclosure()).meta({
      description: 'Other versions of the recording: smaller, filmed, over another network.',
      tag: 'podcast:alternateEnclosure',
    }),
  license: () =>
    license().meta({
      description: "The licence, when it is not the show's.",
      tag: 'podcast:license',
    }),
  value: () =>
    many(value()).meta({
      description: "Who is paid for this episode, instead of the show's own.",
      tag: 'podcast:value',
    }),
  socialInteract: () =>
    many(socialInteract()).meta({
      description: 'The post under which people comment, or `disabled`.',
      tag: 'podcast:socialInteract',
    }),
  txt: () => many(txt()).meta({ description: 'Text for machines.', tag: 'podcast:txt' }),
  funding: () =>
    many(funding()).meta({
      description: 'Where listeners can give for this episode.',
      tag: 'podcast:funding',
    }),
  images: () =>
    many(image()).meta({
      description: 'More pictures of the episode. One of 16:9 also becomes the thumbnail for YouTube.',
      tag: 'podcast:image',
    }),
  contentLinks: () =>
    many(contentLink()).meta({
      description: 'Where else the episode can be heard or seen.',
      tag: 'podcast:contentLink',
    }),
  chat: () =>
    chat().meta({
      description: "Where people talk about this episode, when that is not the show's place.",
      tag: 'podcast:chat',
    }),
  seasonName: () =>
    text({ examples: ['Winter'] }).meta({
      description: 'The name of the season; `season` gives its number.',
      tag: 'podcast:season',
    }),
  episodeDisplay: () =>
    text({ examples: ['Interlude'] }).meta({
      description: 'What apps show in place of the number of the episode.',
      tag: 'podcast:episode',
    }),
  chapters: () =>
    many(chapter()).meta({
      description:
        'The chapters: a line each, or a map of start, title, end, url, image, toc and location; or the name of a chapters file, or the address of JSON chapters. `notes` or `audio` takes them from there only, `none` leaves them out.',
      tag: 'podcast:chapters',
    }),
  transcripts: () =>
    many(transcript()).meta({
      description: 'Transcripts that do not share the name of the Markdown file.',
      tag: 'podcast:transcript',
    }),
  keywords: () =>
    many(text({ examples: ['lighthouses'] })).meta({
      description: 'Words of your own about the episode. Directories do not read them.',
      tag: 'category',
    }),
  comments: () => url().meta({ description: 'A page where people comment.', tag: 'comments' }),
  source: () =>
    origin().meta({
      description: 'The feed of another show that the episode was taken from.',
      tag: 'source',
    }),
} as const
