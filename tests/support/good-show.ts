/** A small show without a single finding. Rule examples and cases are laid over it. */

import type { Files } from './folder.ts'
import { jpeg } from './image.ts'
import { mp3 } from './mpeg.ts'

export const frontMatter = {
  'show.md': {
    title: 'Harbour Notes',
    link: 'https://show.example/',
    baseUrl: 'https://show.example/feed/',
    language: 'en-gb',
    categories: '["Society & Culture > Places & Travel"]',
    explicit: 'false',
    image: 'cover.jpg',
    author: 'Ada Pier',
    owner: '{ name: Ada Pier, email: ada@show.example }',
    timezone: 'Europe/Brussels',
  },
  '001.md': {
    title: 'The lighthouse keeper',
    date: '2026-01-05',
    season: '1',
    episode: '1',
    link: 'https://show.example/1',
  },
  '002.md': {
    title: 'Tide tables',
    date: '2026-01-12',
    season: '1',
    episode: '2',
    link: 'https://show.example/2',
  },
} as const

export const bodies = {
  'show.md': 'Short talks about small ports.\n',
  '001.md': 'Hello [Ada](https://ada.example/), who keeps the light.\n',
  '002.md': 'High water, low water, and why.\n',
} as const

export type Document = keyof typeof frontMatter

export const documentOf = (fields: Readonly<Record<string, string>>, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => (value.startsWith('\n') ? `${key}:${value}` : `${key}: ${value}`))
    .join('\n')}\n---\n${body}`

/** Ten seconds, and eleven: so that the two are not the same recording. */
export const goodAudio = { '001.mp3': mp3({ seconds: 10 }), '002.mp3': mp3({ seconds: 11 }) }
const cover = jpeg({ width: 3000, height: 3000 })

export const goodShow = (): Files => ({
  'show.md': documentOf(frontMatter['show.md'], bodies['show.md']),
  '001.md': documentOf(frontMatter['001.md'], bodies['001.md']),
  '002.md': documentOf(frontMatter['002.md'], bodies['002.md']),
  ...goodAudio,
  'cover.jpg': cover,
})
