import { type Preset, permalink } from './preset.ts'

/** https://www.11ty.dev/docs/data-configuration/ */
export const eleventy: Preset = {
  name: 'eleventy',
  content: ['**/*.md'],
  fields: {
    title: 'title',
    // `date: Last Modified` is a word of the generator: https://www.11ty.dev/docs/dates/
    date: [{ from: 'date', match: '^\\s*\\d.*$', group: 0 }, 'file.date'],
    draft: 'draft',
    guid: 'guid',
    description: ['description'],
    link: permalink('permalink'),
  },
  configuration: [
    '.eleventy.js',
    'eleventy.config.js',
    'eleventy.config.mjs',
    'eleventy.config.cjs',
    'eleventy.config.ts',
  ],
}
