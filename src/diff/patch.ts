/** A change of one text file, as `git apply` and `patch -p1` take it. */

import { createTwoFilesPatch } from 'diff'

/** `path`: as whoever applies it would write it, with forward slashes. */
export const patchOf = (path: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  })
