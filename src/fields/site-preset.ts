import { choice } from '../schema/value.ts'
import { field } from '../table/field.ts'

const presetNames = ['hugo', 'jekyll', 'eleventy', 'astro'] as const
export type PresetName = (typeof presetNames)[number]

/** The generator of the site whose pages the episodes are. */
export const sitePreset = field({
  key: 'preset',
  on: {
    show: {
      says: 'The site generator that the episodes are pages of: its usual keys and folders are known. `content`, `fields` and `body` override it.',
      example: 'hugo',
    },
  },
  form: () => choice(presetNames),
  inFeed: [],
})
