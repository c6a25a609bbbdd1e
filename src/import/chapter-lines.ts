/** Chapters as a person writes them: a line each, where a line can say it. */

import { readChapterList } from '../chapters/front-matter.ts'
import type { Written } from '../schema/index.ts'
import { formatClock } from '../units/duration.ts'

export const chapterLines = (list: Written): Written => {
  const { chapters } = readChapterList(list)
  return chapters.map((chapter): Written => {
    const { start, title, url, image } = chapter
    if (title !== undefined && url === undefined && image === undefined) {
      const line = `${formatClock(start)} ${title}`
      const [same] = readChapterList([line]).chapters
      if (same !== undefined && same.start === start && same.title === title) return line
    }
    return Object.fromEntries(
      Object.entries({ start: String(start), title, url, image }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    )
  })
}
