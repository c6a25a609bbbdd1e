import type { ChapterList } from '../measured.ts'
import type { Chapter } from '../model.ts'
import { textOrMap } from '../schema/shape.ts'
import { many } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional, some } from '../table/optional.ts'
import { sayAttribute, sayMap } from '../table/said.ts'
import { firstSaid, one, shape } from '../table/shape.ts'
import { podcastTag, simpleChapters } from '../table/specs.ts'
import { removeForbidden } from '../units/text.ts'
import { formatNpt } from '../units/timestamp.ts'
import { fileUrl, isHttpUrl, resolveUrl } from '../units/url.ts'
import { chaptersType } from '../vocabulary/podcast-words.ts'

export interface Chapters {
  /** Of JSON chapters. */
  readonly url?: string
  /** What simple chapters can say: start, title, url and image of each that is shown. */
  readonly list?: readonly Chapter[]
}

const usual = ['00:00 Intro', '0:03 The letter', '0:07 The end']
const long = [
  { start: 0, title: 'Intro' },
  { start: 3, title: 'The letter' },
  { start: 7, title: 'The end' },
]

const simple = one(
  shape<Chapters>({
    name: 'psc:chapters',
    fixed: { version: '1.2' },
    children: {
      list: [
        shape<Chapter>({
          name: 'psc:chapter',
          attributes: { start: ['start', formatNpt], title: 'title', href: 'url', image: 'image' },
        }),
      ],
    },
  }),
  { spec: simpleChapters },
)

export const chapters = field({
  key: 'chapters',
  on: {
    episode: {
      says: 'The chapters: a line each, or a map of start, title, end, url, image, toc and location; or the name of a chapters file, or the address of JSON chapters. `notes` or `audio` takes them from there only (of notes also from a table or a quotation, and from any time on), `none` leaves them out.',
      example: usual,
      long: long,
      full: [
        { start: 0, title: 'Intro', image: 'https://show.example/intro.jpg' },
        { start: 3, title: 'The letter', url: 'https://show.example/letter' },
        { start: 7, title: 'The end' },
      ],
      synonyms: [
        ...['chapter', 'chaptersfile', 'chaptersurl', 'timestamps', 'marks', 'timecodes', 'podcastchapters'],
        'timeline',
      ],
    },
  },
  /** What the lines and the maps mean is read where the chapters of all sources are. */
  form: () => many(textOrMap({ examples: ['00:00 Intro', '1:35 The letter'] })),
  keepsLines: true,
  /** Where they are looked for, and in what order, is not for the field to know: the first of `its.chapters` counts. */
  resolve(_, { chapters: [list], folder }): Chapters | undefined {
    if (list === undefined) return undefined
    const base = folder?.base
    const url =
      list.url !== undefined
        ? resolveUrl(base ?? list.url, list.url)
        : list.chapters.length > 0 && folder
          ? fileUrl(folder.base, `chapters/${folder.stem}.json`)
          : undefined
    const shown = resolved(list, base)
      .filter(({ toc, title }) => toc !== false && title !== undefined)
      .map(shortened)
    return url === undefined && shown.length === 0
      ? undefined
      : { ...optional('url', url), ...optional('list', some(shown)) }
  },
  inFeed: [
    {
      name: 'podcast:chapters',
      spec: podcastTag('chapters'),
      readBy: 'Apple, AntennaPod, Fountain, Podcast Addict and 22 more apps',
      attributes: ['url', 'type'],
      write: ({ url }) =>
        url === undefined ? [] : [{ name: 'podcast:chapters', attributes: { url, type: chaptersType } }],
      read: nodes => firstSaid(nodes.map(node => sayMap(node, { url: sayAttribute(node, 'url') }))),
    },
    {
      ...simple,
      write: (chapters, other) =>
        chapters.list === undefined ? [] : (simple.write?.(chapters, other) ?? []),
    },
  ],
})

/** In order of time, addresses absolute, titles clean. `base`: of a show folder. */
export const resolved = (list: ChapterList, base: string | undefined): readonly Chapter[] =>
  list.chapters.map(chapter => resolveChapter(chapter, list, base)).sort((a, b) => a.start - b.start)

const resolveChapter = (
  { title, url, image, ...rest }: Chapter,
  list: ChapterList,
  base: string | undefined,
): Chapter => {
  const line = title === undefined ? '' : removeForbidden(title).replace(/\s+/g, ' ').trim()
  return {
    ...rest,
    ...optional('title', line || undefined),
    ...optional('url', url === undefined ? undefined : webAddress(url, base)),
    ...optional('image', image === undefined ? undefined : pictureAddress(image, list, base)),
  }
}

/** Other schemes are left out: no app opens them. */
const webAddress = (written: string, base: string | undefined): string | undefined => {
  const url = resolveUrl(base ?? written, written)
  return url !== undefined && isHttpUrl(url) ? url : undefined
}

const pictureAddress = (
  written: string,
  { pictures }: ChapterList,
  base: string | undefined,
): string | undefined => {
  const picture = pictures.get(written)
  if (picture && base !== undefined) return fileUrl(base, picture.path)
  return isHttpUrl(written) ? webAddress(written, base) : undefined
}

/** Times to the millisecond, as they are written. */
const shortened = ({ start, title, url, image }: Chapter): Chapter => ({
  start: Math.round(start * 1000) / 1000,
  ...optional('title', title),
  ...optional('url', url),
  ...optional('image', image),
})
