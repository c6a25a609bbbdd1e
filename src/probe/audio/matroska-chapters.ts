/** The chapters of Matroska. RFC 9559, 5.1.7. */

import type { Chapter } from '../../model.ts'
import { elementsIn, uint } from './matroska-element.ts'

const EDITION = 0x45b9
const ATOM = 0xb6
const START = 0x91
const END = 0x92
const HIDDEN = 0x98
const DISPLAY = 0x80
const TEXT = 0x85

const UTF8 = new TextDecoder()

/** Of the first edition; those inside of others are left out. `b`: what the element Chapters holds. */
export const matroskaChapters = (b: Uint8Array): readonly Chapter[] => {
  for (const edition of elementsIn(b, 0))
    if (edition.id === EDITION) {
      const inner = b.subarray(0, edition.end)
      const chapters = [...elementsIn(inner, edition.body)]
        .filter(({ id }) => id === ATOM)
        .flatMap(({ body, end }) => chapterIn(b.subarray(body, end)))
      return chapters.sort((a, z) => a.start - z.start)
    }
  return []
}

/** Times are in nanoseconds. */
const chapterIn = (b: Uint8Array): Chapter | [] => {
  let start: number | undefined
  let end: number | undefined
  let title: string | undefined
  let toc: boolean | undefined
  for (const element of elementsIn(b, 0)) {
    const { id, body } = element
    if (id === START) start = uint(b, body, element.end) / 1e9
    if (id === END) end = uint(b, body, element.end) / 1e9
    if (id === HIDDEN && uint(b, body, element.end) === 1) toc = false
    if (id === DISPLAY) title ??= textIn(b.subarray(body, element.end))
  }
  if (start === undefined || !Number.isFinite(start)) return []
  return {
    start,
    ...(title === undefined || title === '' ? {} : { title }),
    ...(end !== undefined && end > start ? { end } : {}),
    ...(toc === undefined ? {} : { toc }),
  }
}

const textIn = (b: Uint8Array): string | undefined => {
  for (const { id, body, end } of elementsIn(b, 0))
    if (id === TEXT) return UTF8.decode(b.subarray(body, end)).replace(/\0.*$/s, '').trim()
  return undefined
}
