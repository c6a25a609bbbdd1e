/** What a person may write in an episode's front matter. Every key, its form, and the tag that it becomes. */

import type * as z from 'zod'
import { duration } from './duration.ts'
import { ordinal } from './number.ts'
import { podcastEpisodeFields } from './podcasting.ts'
import { choice, flag, many, text, url } from './value.ts'

export const requiredOfEpisode = ['title', 'date'] as const

export const episodeFields = {
  title: () =>
    text({ examples: ['The lighthouse keeper'] }).meta({
      description: 'The name of the episode, without its number and without the name of the show.',
      tag: 'title',
    }),
  date: () =>
    text({ examples: ['2026-05-09', '2026-05-09 18:30', '2026-05-09T18:30:00+02:00'] }).meta({
      description: "When the episode appears. Without an offset it is read in the show's `timezone`.",
      tag: 'pubDate',
    }),
  audio: () =>
    text({ examples: ['001-first-light.mp3'] }).meta({
      description:
        'The audio file in the show folder, or its http(s) URL, when it does not share the name of the Markdown file.',
      tag: 'enclosure',
    }),
  guid: () =>
    text({ examples: ['b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c4d'] }).meta({
      description: 'The identity of an episode that was published elsewhere before. Never change it.',
      tag: 'guid',
    }),
  link: () => url().meta({ description: "The episode's page.", tag: 'link' }),
  description: () =>
    text().meta({
      description:
        "A short description in Markdown. With it, the notes below are the feed's `content:encoded`; without it, they are both.",
      tag: 'description',
    }),
  summary: () => text().meta({ description: 'One or two sentences of plain text.', tag: 'itunes:summary' }),
  season: () =>
    ordinal('season').meta({ description: 'The season, from 1.', tag: 'itunes:season', examples: [1] }),
  episode: () =>
    ordinal('episode').meta({
      description:
        'The number of the episode, from 1. One between two others (`12.5`) goes to podcast:episode only, as Apple takes whole numbers.',
      tag: 'itunes:episode',
      examples: [12, 12.5],
    }),
  episodeType: () =>
    choice(['full', 'trailer', 'bonus']).meta({
      description: 'Whether this is a whole episode (the default), a trailer, or a bonus.',
      tag: 'itunes:episodeType',
    }),
  itunesTitle: () =>
    text().meta({
      description: 'The title for Apple, when `title` has to carry something that Apple does not want.',
      tag: 'itunes:title',
    }),
  explicit: () =>
    flag().meta({
      description: 'Whether this episode is explicit, when it differs from the show.',
      tag: 'itunes:explicit',
    }),
  image: () =>
    text({ examples: ['001-first-light.jpg'] }).meta({
      description: 'Episode artwork, when it does not share the name of the Markdown file.',
      tag: 'itunes:image',
    }),
  block: () => flag().meta({ description: 'Hides this episode at Apple.', tag: 'itunes:block' }),
  draft: () => flag().meta({ description: 'Keeps the episode out of the feed.' }),
  duration: () =>
    duration().meta({
      description: 'Only to override what is measured from the audio.',
      tag: 'itunes:duration',
    }),
  ...podcastEpisodeFields,
  chaptersInNotes: () =>
    flag().meta({
      description:
        'Whether the notes in the feed hold the chapters as a list of times, each a link that plays from there, when it differs from the show.',
      tag: 'content:encoded',
    }),
  allow: () =>
    many(text()).meta({
      description: 'Rules whose findings are expected here.',
      examples: [['audio/bit-rate']],
    }),
} as const

type Required = (typeof requiredOfEpisode)[number]
type Value<K extends keyof typeof episodeFields> = z.output<ReturnType<(typeof episodeFields)[K]>>

export type EpisodeMeta = { readonly [K in Required]: Value<K> } & {
  readonly [K in Exclude<keyof typeof episodeFields, Required>]?: Value<K>
}
