/** The times that the notes of an item list, which some apps take for its chapters: they are held against those of the item. */

import { readNotesChapters } from '../chapters/notes.ts'
import type { Place } from '../diagnostic.ts'
import type { WrittenEpisode } from '../fields/index.ts'
import type { ChapterList } from '../measured.ts'
import type { Entry } from '../project.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { lineRanges } from '../syntax/lines.ts'
import { mayHoldTimes } from '../units/text.ts'

/**
 * `published`: the chapters that the item has. Where it has none, sound times in the notes are all that there is, and no rule needs
 * to hear of them; times that no app takes for chapters are told of in any case.
 */
export const notesTimes = (
  { body, atBody, file }: Entry<WrittenEpisode>,
  published: readonly ChapterList[],
): readonly ChapterList[] => {
  if (!mayHoldTimes(body)) return []
  const { chapters, lines, problems } = readNotesChapters(body)
  if (problems.length === 0 && (chapters.length === 0 || published.length === 0)) return []
  const ranges = lineRanges(body)
  const at = (line = 1): Place => {
    const range = ranges[line - 1]
    return range === undefined ? { file } : atBody(range.start, range.end - range.start)
  }
  return [
    {
      source: 'notes',
      place: at(lines[0] ?? problems[0]?.line),
      chapters: chapters.map(chapter =>
        chapter.title === undefined ? chapter : { ...chapter, title: withoutReferences(chapter.title) },
      ),
      at: index => at(lines[index]),
      problems: problems.map(problem => ({ ...problem, place: at(problem.line) })),
      pictures: new Map(),
    },
  ]
}
