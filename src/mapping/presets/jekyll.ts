import { type Preset, permalink } from './preset.ts'

/** https://jekyllrb.com/docs/posts/ */
export const jekyll: Preset = {
  name: 'jekyll',
  content: ['_posts/**/*.{md,markdown,html}', '_drafts/**/*.{md,markdown,html}'],
  fields: {
    title: ['title', 'slug'],
    // A draft has none in its name.
    date: ['date', 'file.date'],
    draft: ['file.isDraft', 'draft', { from: 'published', form: 'not' }],
    guid: 'guid',
    description: ['description'],
    link: permalink('permalink'),
  },
  body: { flavour: 'kramdown' },
  configuration: ['_config.yml', '_config.yaml', '_config.toml'],
}
