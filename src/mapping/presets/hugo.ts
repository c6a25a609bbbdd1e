import type { Preset } from './preset.ts'

/** https://gohugo.io/content-management/front-matter/ */
export const hugo: Preset = {
  name: 'hugo',
  content: ['content/**/*.{md,markdown,html}', '!**/_index.*'],
  fields: {
    title: 'title',
    date: ['publishDate', 'date', 'file.date'],
    draft: 'draft',
    guid: 'guid',
    description: ['description'],
  },
  configuration: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config.toml',
    'config.yaml',
    'config.json',
    'config/_default',
  ],
}
