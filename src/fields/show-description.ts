import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { appleGone, google, ofChannel } from '../table/specs.ts'
import { isBlankHtml } from '../units/blank.ts'
import { removeForbidden } from '../units/text.ts'

export const showDescription = field({
  key: 'description',
  on: {
    show: {
      says: "The show's description as plain text, when it is not the body of show.md. Apple and Spotify refuse a show without one.",
      example: 'Short talks about small ports.',
      synonyms: ['summary', 'itunessummary', 'about', 'descriptionlong', 'longdescription', 'abstract'],
    },
  },
  form: () => text(),
  keepsLines: true,
  /** Of one that holds nothing to be seen, such as `<!-- later -->`, the text below the front matter takes the place. */
  resolve: (description = '', { folder }) =>
    removeForbidden(folder && isBlankHtml(description) ? folder.about : description).trim(),
  inFeed: [
    inText('description', { spec: ofChannel, readBy: 'every app and directory' }),
    inText('itunes:summary', { spec: appleGone, isDeprecated: true }),
    inText('googleplay:description', { spec: google, isDeprecated: true }),
  ],
})
