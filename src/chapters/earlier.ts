import type { Chapter } from '../model.ts'
import { type EarlierTimes, earlierTimes, isEarlier } from '../units/earlier-times.ts'
import { type ChapterFormat, readChapters } from './index.ts'

/** Where each format has its times. */
const times: Readonly<Record<ChapterFormat, RegExp>> = {
  json: /"(?:startTime|endTime|start|end|time)"\s*:\s*"?(\d+(?::\d+){0,2}(?:[.,]\d+)?)/dg,
  psc: /\bstart\s*=\s*["']\s*(\d+(?::\d+){0,2}(?:[.,]\d+)?)/dg,
  webvtt: /^[ \t]*(\d+(?::\d+){1,2}(?:\.\d+)?)[ \t]*-->[ \t]*(\d+(?::\d+){1,2}(?:\.\d+)?)/dgm,
  audacity: /^(\d+(?:[.,]\d+)?)\t(\d+(?:[.,]\d+)?)(?=\t|\r|\n|$)/dgm,
  csv: /(?:^|,)[ \t"]{0,9}(\d+(?::\d+){0,2}(?:\.\d+)?)[ \t"]{0,9}(?=,|\r|\n|$)/dgm,
  timestamps:
    /^[ \t]{0,20}(?:[-*+•][ \t]{1,9}|\d{1,3}[.)][ \t]{1,9})?[*_`]{0,2}[([]?(\d+(?::\d+){1,2}(?:[.,]\d+)?)[)\]]?(?:[ \t]{0,9}[-–—→][ \t]{0,9}[([]?(\d+(?::\d+){1,2}(?:[.,]\d+)?))?/dgm,
}

/**
 * A file of chapters with all of its times some hours earlier; undefined unless reading it again says that it is that, and nothing
 * else of it has changed. `text`: without a byte order mark.
 */
export const earlierChapters = (name: string, text: string, hours: number): EarlierTimes | undefined => {
  const before = readChapters(name, text)
  const earlier = earlierTimes(text, times[before.format], hours)
  const after = readChapters(name, earlier.text)
  const isIt =
    after.format === before.format &&
    after.chapters.length === before.chapters.length &&
    after.problems.length <= before.problems.length &&
    before.chapters.every((chapter, i) => {
      const now = after.chapters[i]!
      return (
        isEarlier(chapter.start, now.start, hours) &&
        isEarlier(chapter.end, now.end, hours) &&
        timeless(chapter) === timeless(now)
      )
    })
  return isIt ? earlier : undefined
}

const timeless = ({ start: _, end: __, ...rest }: Chapter): string => JSON.stringify(rest)
