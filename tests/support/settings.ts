/** What fields are told: in a show folder, and in a feed. */

import { readChapterList } from '../../src/chapters/front-matter.ts'
import type { WrittenEpisode } from '../../src/fields/index.ts'
import type { ChapterList, TranscriptFile } from '../../src/measured.ts'
import type { TranscriptType } from '../../src/model.ts'
import type { Written } from '../../src/schema/index.ts'
import type { Folder, Others } from '../../src/table/its.ts'
import type { Setting } from '../../src/table/resolve.ts'
import { isHttpUrl } from '../../src/units/url.ts'

const nowhere = { file: 'feed.xml' }

const listsOf = (written: Written | undefined): readonly ChapterList[] => {
  if (written === undefined) return []
  const isMap = typeof written === 'object' && !Array.isArray(written)
  const { url, list } = (
    isMap ? written : typeof written === 'string' ? { url: written } : { list: written }
  ) as { url?: string; list?: Written }
  const { chapters } = list === undefined ? { chapters: [] } : readChapterList(list)
  return [
    {
      source: 'front matter',
      place: nowhere,
      ...(url === undefined ? {} : { url }),
      chapters,
      at: () => nowhere,
      problems: [],
      pictures: new Map(),
    },
  ]
}

const filesOf = (written: WrittenEpisode['transcripts'] = []): readonly TranscriptFile[] =>
  written.map(({ source, type, language, rel }) => ({
    url: source,
    type: (type === 'application/srt' ? 'application/x-subrip' : type) as TranscriptType | undefined,
    ...(language === undefined ? {} : { language }),
    ...(rel === undefined ? {} : { rel }),
    place: nowhere,
    at: () => nowhere,
    cues: [],
    problems: [],
  }))

export interface Told {
  readonly raw: Readonly<Record<string, Written>>
  readonly written: WrittenEpisode
  readonly show?: Others
  readonly folder?: Folder
}

export const settingOf = ({ raw, written, show, folder }: Told): Setting => ({
  show,
  files: {
    find: () => undefined,
    pictureUrl: name => (isHttpUrl(name) ? name : folder && `${folder.base}${name}`),
    mediaUrl: name => (isHttpUrl(name) ? name : folder && `${folder.base}${name}`),
  },
  dates: {},
  html: text => text,
  chapters: listsOf(raw.chapters),
  transcripts: filesOf(written.transcripts),
  folder,
})

export const aFolder: Folder = {
  generator: 'build-feed',
  base: 'https://show.example/',
  stem: '001',
  audio: {
    path: '001.mp3',
    from: 'disk',
    facts: { mediaType: 'audio/mpeg', bytes: 320_417, duration: 20 },
    fingerprint: 'f',
  },
  audioUrl: 'https://show.example/001.mp3',
  picture: undefined,
  page: undefined,
  guid: 'b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c4d',
  notes: '<p>Who keeps the light.</p>',
  about: 'Short talks.\n\nAbout small ports.',
  newest: () => Date.UTC(2026, 4, 9),
  trailers: () => [],
}
