/** What the rules of transcripts share. */

import type { Finding, Place } from '../../../diagnostic.ts'
import type { TranscriptFile, TranscriptProblemKind } from '../../../measured.ts'
import type { Cue, TranscriptType } from '../../../model.ts'
import type { Item, ShowEvidence } from '../../evidence.ts'

/** A finding for each transcript of an episode. */
export const eachTranscript = (
  find: (transcript: TranscriptFile, item: Item, evidence: ShowEvidence) => Iterable<Finding>,
) =>
  function* (item: Item, evidence: ShowEvidence): Iterable<Finding> {
    for (const transcript of item.recording.transcripts) yield* find(transcript, item, evidence)
  }

type Placed = TranscriptFile['problems'][number]

/** What was found in reading each file. */
export const eachTranscriptProblem = (
  kinds: readonly TranscriptProblemKind[],
  find: (problem: Placed, transcript: TranscriptFile) => Omit<Finding, 'place'>,
  types?: readonly TranscriptType[],
) =>
  eachTranscript(function* (transcript) {
    if (types && (transcript.type === undefined || !types.includes(transcript.type))) return
    for (const problem of transcript.problems)
      if (kinds.includes(problem.kind)) yield { ...find(problem, transcript), place: problem.place }
  })

/** Where a cue stands in its file. */
export const cuePlace = ({ file, place }: TranscriptFile, { line }: Cue): Place =>
  file === undefined || line === undefined ? place : { file, line }

/** Seconds. When the last words end; undefined where the cues do not say when they end. */
export const endOfWords = ({ cues }: TranscriptFile): number | undefined =>
  cues.reduce<number | undefined>(
    (latest, { end }) => (end === undefined ? latest : Math.max(latest ?? 0, end)),
    undefined,
  )

/** What people call a type. */
export const typeName = (type: TranscriptType): string => names[type]

const names: Readonly<Record<TranscriptType, string>> = {
  'text/vtt': 'WebVTT',
  'application/x-subrip': 'SRT',
  'application/json': 'JSON',
  'text/html': 'HTML',
  'text/plain': 'plain text',
}

/** `001.de.vtt` of `season-1/001.de.vtt` */
export const fileName = ({ path, url }: TranscriptFile): string => {
  const whole = path ?? url ?? ''
  return whole.slice(whole.lastIndexOf('/') + 1)
}
