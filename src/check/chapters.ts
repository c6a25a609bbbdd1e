/** The chapters of a recording, final: addresses absolute, titles clean, in order of time. Nothing is judged here. */

import type { Asset, Chapter, ChapterFile } from '../model.ts'
import type { ChapterList, Recording } from '../project.ts'
import { removeForbidden } from '../units/text.ts'
import { fileUrl, isHttpUrl, resolveUrl } from '../units/url.ts'

export interface ResolvedChapters {
  /** Of the JSON chapters. */
  readonly chaptersUrl?: string
  readonly chapters?: readonly Chapter[]
  readonly file?: ChapterFile
  readonly assets: readonly Asset[]
}

const nothing: ResolvedChapters = { assets: [] }

/** Where the output folder has the chapters of an episode. */
export const chaptersPath = (stem: string): string => `chapters/${stem}.json`

/** `base`: where the output folder is served, with its final slash. */
export const resolveChapters = ({ chapters: [list], entry }: Recording, base: string): ResolvedChapters => {
  if (list?.url !== undefined) {
    const chaptersUrl = resolveUrl(base, list.url)
    return chaptersUrl === undefined ? nothing : { ...nothing, chaptersUrl }
  }
  if (list === undefined || list.chapters.length === 0) return nothing
  const chapters = list.chapters
    .map(chapter => resolveChapter(chapter, list, base))
    .sort((a, b) => a.start - b.start)
  const shown = chapters.filter(({ toc, title }) => toc !== false && title !== undefined).map(simple)
  const path = chaptersPath(entry.stem)
  const chaptersUrl = fileUrl(base, path)
  return {
    ...(chaptersUrl === undefined ? {} : { chaptersUrl }),
    ...(shown.length === 0 ? {} : { chapters: shown }),
    file: { path, chapters },
    assets: [...list.pictures.values()].map(({ path, facts }) => ({
      source: path,
      path,
      mediaType: facts.mediaType,
      kind: 'artwork' as const,
    })),
  }
}

const resolveChapter = (chapter: Chapter, list: ChapterList, base: string): Chapter => {
  const { title, url, image, ...rest } = chapter
  const line = title === undefined ? '' : removeForbidden(title).replace(/\s+/g, ' ').trim()
  const address = url === undefined ? undefined : webAddress(base, url)
  const picture = image === undefined ? undefined : pictureAddress(base, image, list)
  return {
    ...rest,
    ...(line === '' ? {} : { title: line }),
    ...(address === undefined ? {} : { url: address }),
    ...(picture === undefined ? {} : { image: picture }),
  }
}

/** Other schemes are left out: no app opens them. */
const webAddress = (base: string, written: string): string | undefined => {
  const url = resolveUrl(base, written)
  return url !== undefined && isHttpUrl(url) ? url : undefined
}

const pictureAddress = (base: string, written: string, { pictures }: ChapterList): string | undefined => {
  const picture = pictures.get(written)
  if (picture) return fileUrl(base, picture.path)
  return isHttpUrl(written) ? webAddress(base, written) : undefined
}

/** What psc:chapters can say; times to the millisecond, as it writes them. */
const simple = ({ start, title, url, image }: Chapter): Chapter => ({
  start: Math.round(start * 1000) / 1000,
  ...(title === undefined ? {} : { title }),
  ...(url === undefined ? {} : { url }),
  ...(image === undefined ? {} : { image }),
})
