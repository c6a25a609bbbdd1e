/** A transcript for reading: lines of one speaker together, each line with its time. */

import type { Cue } from '../model.ts'
import type { PageTranscript } from '../podcast.ts'
import { clockTime } from './dates.ts'
import { directionOf } from './direction.ts'
import { languageName, type Words } from './messages/index.ts'

export interface TranscriptView {
  /** BCP 47; empty where it is the show's. */
  readonly language: string
  /** Of the language, as people call it; empty with it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly turns: readonly TurnView[]
}

export interface TurnView {
  readonly speaker: string
  readonly seconds: number
  readonly time: string
  readonly lines: readonly { readonly seconds: number; readonly text: string }[]
}

/** A paragraph of one speaker ends where a sentence does, after so many characters. */
const LONG_TURN = 500
const SENTENCE_END = /[.!?…。！？]["'”’»)]?$/

interface Own {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
}

/** `Own`: of the show. */
export const transcriptViews = (
  transcripts: readonly PageTranscript[],
  { language, direction, words }: Own,
): readonly TranscriptView[] =>
  transcripts
    .flatMap(transcript => {
      const turns = turnsOf(transcript.cues)
      if (turns.length === 0) return []
      const other = transcript.language
      const isOwn = other === undefined || other.toLowerCase() === language.toLowerCase()
      return [
        isOwn
          ? { language: '', name: '', direction, turns }
          : { language: other, name: languageName(other, words), direction: directionOf(other), turns },
      ]
    })
    // One may say that it is in the show's language, and another leave it out.
    .filter(({ language }, i, all) => language !== '' || all.findIndex(one => one.language === '') === i)
    .sort((a, b) => Number(a.language !== '') - Number(b.language !== ''))

const turnsOf = (cues: readonly Cue[]): readonly TurnView[] => {
  const turns: (TurnView & { lines: { seconds: number; text: string }[] })[] = []
  let characters = 0
  let speaker: string | undefined
  for (const cue of cues.toSorted((a, b) => a.start - b.start)) {
    const text = cue.text.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const last = turns.at(-1)
    const isNew = cue.speaker !== undefined && cue.speaker !== speaker
    const isLong = characters > LONG_TURN && SENTENCE_END.test(last?.lines.at(-1)?.text ?? '')
    const seconds = Math.round(cue.start * 1000) / 1000
    if (last === undefined || isNew || isLong) {
      turns.push({
        speaker: last === undefined || isNew ? (cue.speaker ?? '') : '',
        seconds,
        time: clockTime(cue.start),
        lines: [{ seconds, text }],
      })
      characters = text.length
    } else {
      last.lines.push({ seconds, text })
      characters += text.length
    }
    speaker = cue.speaker ?? speaker
  }
  return turns
}
