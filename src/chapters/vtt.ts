/** WebVTT chapters: https://www.w3.org/TR/webvtt1/#introduction-chapters */

import type { TranscriptProblemKind } from '../transcripts/index.ts'
import { readVtt } from '../transcripts/vtt.ts'
import { type ChapterProblemKind, type ChapterReading, readingOf } from './problem.ts'

/** What is a fault of a cue is one of a chapter. The order is judged with the chapters. */
const KINDS: Readonly<Partial<Record<TranscriptProblemKind, ChapterProblemKind>>> = {
  'no-header': 'bad-line',
  'bad-timing': 'bad-time',
  'comma-in-time': 'bad-time',
  'empty-cue': 'missing-title',
  'stray-text': 'bad-line',
}

export function readVttChapters(text: string): ChapterReading {
  const { cues, problems } = readVtt(text)
  const found = cues.map(({ start, end, text: title, line }, index) => ({
    chapter: { start, title: title.replace(/\s+/g, ' '), ...(end === undefined ? {} : { end }) },
    index,
    ...(line === undefined ? {} : { line }),
  }))
  return readingOf(
    found,
    problems.flatMap(problem => {
      const kind = KINDS[problem.kind]
      return kind ? [{ ...problem, kind }] : []
    }),
  )
}
