/** What the output folder gets of an episode's chapters: a JSON file, and the pictures in it. */

import { resolved } from '../../fields/chapters.ts'
import type { ChapterList } from '../../measured.ts'
import type { Asset, ChapterFile } from '../../podcast.ts'
import type { Recording } from '../../project.ts'

/** Where the output folder has the chapters of an episode. */
export const chaptersPath = (stem: string): string => `chapters/${stem}.json`

/** Undefined where there are none, or where they are served elsewhere. `base`: where the output folder is served. */
export const chapterFileOf = (
  { chapters: [list], entry }: Pick<Recording, 'chapters' | 'entry'>,
  base: string,
): ChapterFile | undefined =>
  list === undefined || list.url !== undefined || list.chapters.length === 0
    ? undefined
    : { path: chaptersPath(entry.stem), chapters: resolved(list, base) }

export const chapterPictures = ([list]: readonly ChapterList[]): Asset[] =>
  list === undefined || list.url !== undefined
    ? []
    : [...list.pictures.values()].map(({ path, facts }) => ({
        source: path,
        path,
        mediaType: facts.mediaType,
        kind: 'artwork' as const,
      }))
