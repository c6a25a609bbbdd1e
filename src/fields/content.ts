import { descriptionBytes } from '../limits.ts'
import { markup } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayText } from '../table/said.ts'
import { firstSaid, inText } from '../table/shape.ts'
import { contentModule, google, ofItem } from '../table/specs.ts'
import { inDirection } from '../units/direction.ts'
import { leadingBlocks } from '../units/leading-blocks.ts'
import { audio } from './audio.ts'
import { chapters } from './chapters.ts'
import { chaptersInNotes } from './chapters-in-notes.ts'
import { language } from './language.ts'
import { withChapters } from './notes-chapters.ts'

/** The notes, as HTML: what stands below the front matter. */
export const content = field({
  key: 'content',
  on: { episode: 'made' },
  form: markup,
  keepsLines: true,
  resolve(written, { folder, chapters: lists, show, ...its }): string {
    if (folder === undefined) return written ?? ''
    const spoken = show?.written(language)
    const isListed = its.written(chaptersInNotes) ?? show?.written(chaptersInNotes)
    const recording = its.resolved(audio)
    if (!isListed || recording === undefined) return inDirection(folder.notes, spoken)
    const list = its.resolved(chapters)?.list
    return inDirection(withChapters(folder.notes, lists, list, recording.url), spoken)
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
      says: "A short description in Markdown. The notes below are the feed's `content:encoded`; without a description, their beginning is that too, as far as every app shows it (4,000 bytes).",
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
  /** As HTML. Where nothing is left of one that was written, the notes take its place: as much of them as every app shows. */
  resolve: (description, { folder, html, resolved, show }): string => {
    if (folder === undefined) return (description && html(description)) || ''
    const own = description === undefined ? '' : inDirection(html(description), show?.written(language))
    return own || leadingBlocks(resolved(content) ?? '', descriptionBytes)
  },
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
