import type { Preset } from './preset.ts'

/** https://docs.astro.build/en/guides/content-collections/ */
export const astro: Preset = {
  name: 'astro',
  content: ['src/content/**/*.{md,mdx}'],
  fields: {
    title: 'title',
    date: ['pubDate', 'publishDate', 'publishedAt', 'date', 'file.date'],
    draft: 'draft',
    guid: 'guid',
    description: ['description'],
  },
  configuration: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js', 'astro.config.mts'],
}
