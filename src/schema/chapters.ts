/** An episode's chapters in its front matter. Its lines and maps are read where all chapters are read, in probe. */

import * as z from 'zod'
import { flag, type Written } from './value.ts'

const address = { type: 'string', format: 'uri-reference' }
const time = { type: ['string', 'number'], examples: ['1:02:03', 95.5] }

/** For editors: what a chapter looks like as a map. */
const chapter = {
  type: 'object',
  required: ['start'],
  additionalProperties: false,
  properties: {
    start: time,
    end: time,
    title: { type: ['string', 'number'] },
    url: address,
    image: address,
    toc: { type: 'boolean' },
    location: {
      type: 'object',
      required: ['name', 'geo'],
      properties: { name: { type: 'string' }, geo: { type: 'string' }, osm: { type: 'string' } },
    },
  },
}

/** Any shape passes: what is wrong with a chapter is told with its place by the rules of chapters. */
const chapters = z.unknown().transform(written => written as Written)

export const chapterFields = {
  chapters: chapters.meta({
    description:
      'The chapters: lines such as `00:00 Intro`, or maps with start, title, end, url, image, toc and location; the name of a chapters file, or the address of JSON chapters. `notes` or `audio` takes them from there only, `none` leaves them out.',
    tag: 'podcast:chapters',
    anyOf: [
      { type: 'string' },
      { type: 'array', items: { anyOf: [{ type: 'string' }, chapter] } },
      { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    ],
    examples: [['00:00 Intro', '1:35 The letter', '12:40 Farewell']],
  }),
  chaptersInNotes: flag().meta({
    description:
      'Whether the notes in the feed hold the chapters as a list of times, each a link that plays from there, when it differs from the show.',
    tag: 'content:encoded',
  }),
} as const
