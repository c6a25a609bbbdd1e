/** JSON chapters 1.2.0: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md */

import type { Chapter } from '../model.ts'

export interface JsonChaptersHead {
  /** Of the episode. */
  readonly title?: string
  readonly podcastName?: string
}

/** The same chapters give the same text: keys in a fixed order, times to the millisecond, in order of time. */
export function writeJsonChapters(
  chapters: readonly Chapter[],
  { title, podcastName }: JsonChaptersHead = {},
): string {
  const document = {
    version: '1.2.0',
    ...(title ? { title } : {}),
    ...(podcastName ? { podcastName } : {}),
    chapters: chapters.toSorted((a, b) => a.start - b.start).map(jsonChapter),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const jsonChapter = ({ start, title, image, url, toc, end, location }: Chapter) => ({
  startTime: milliseconds(start),
  ...(title ? { title } : {}),
  ...(image ? { img: image } : {}),
  ...(url ? { url } : {}),
  // `true` is the default.
  ...(toc === false ? { toc } : {}),
  ...(end === undefined ? {} : { endTime: milliseconds(end) }),
  ...(location ? { location: jsonLocation(location) } : {}),
})

const jsonLocation = ({ name, geo, osm }: NonNullable<Chapter['location']>) => ({
  name,
  geo,
  ...(osm ? { osm } : {}),
})

const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000
