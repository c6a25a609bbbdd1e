import { markup } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayText } from '../table/said.ts'
import { firstSaid, inText } from '../table/shape.ts'
import { contentModule, google, ofItem } from '../table/specs.ts'
import { audio } from './audio.ts'
import { chapters } from './chapters.ts'
import { chaptersInNotes } from './chapters-in-notes.ts'
import { withChapters } from './notes-chapters.ts'

/** The notes, as HTML: what stands below the front matter. */
export const content = field({
  key: 'content',
  on: { episode: 'made' },
  form: markup,
  keepsLines: true,
  resolve(written, { folder, chapters: lists, show, ...its }): string {
    if (folder === undefined) return written ?? ''
    const isListed = its.written(chaptersInNotes) ?? show?.written(chaptersInNotes)
    const recording = its.resolved(audio)
    if (!isListed || recording === undefined) return folder.notes
    return withChapters(folder.notes, lists, its.resolved(chapters)?.list, recording.url)
  },
  inFeed: [
    {
      name: 'content:encoded',
      spec: contentModule,
      write: html => (html === '' ? [] : [{ name: 'content:encoded', text: html, html: true }]),
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})

export const description = field({
  key: 'description',
  on: {
    episode: {
      says: "A short description in Markdown. With it, the notes below are the feed's `content:encoded`; without it, they are both.",
      example: 'A night on the light.',
      synonyms: [
        ...['desc', 'shownotes', 'notes', 'longdescription', 'content', 'contentencoded', 'body'],
        'metadescription',
      ],
    },
  },
  form: markup,
  keepsLines: true,
  markdown: description => [description],
  /** As HTML. Where nothing is left of one that was written, the notes take its place. */
  resolve: (description, { folder, html, resolved }): string =>
    (description && html(description)) || (folder ? (resolved(content) ?? '') : ''),
  inFeed: [
    {
      name: 'description',
      spec: ofItem,
      readBy: 'every app and directory',
      write: html => (html === '' ? [] : [{ name: 'description', text: html, html: true }]),
      read: nodes => firstSaid(nodes.map(sayText)),
    },
    inText('googleplay:description', { spec: google, isDeprecated: true }),
  ],
})
