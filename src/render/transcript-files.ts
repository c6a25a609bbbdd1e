/** A transcript in the formats that it was not written in. */

import type { Cue, Seconds } from '../model.ts'
import { formatNpt } from '../units/timestamp.ts'

/** How long a cue is shown whose end is not known: time to read it. */
const SHORTEST = 1
const CHARACTERS_A_SECOND = 15

type TimedCue = Cue & { readonly end: Seconds }

/** WebVTT: https://www.w3.org/TR/webvtt1/. In order of time; an end that is missing or comes too early is set. */
export function writeVtt(cues: readonly Cue[]): string {
  return ['WEBVTT', ...withEnds(cues).map(vttCue)].join('\n\n').concat('\n')
}

// A name that ends with a dash would make an arrow of the bracket behind it.
const vttCue = ({ start, end, speaker, text }: TimedCue): string => {
  const voice = speaker ? `<v ${escapeVtt(oneLine(speaker)).replace(/-$/, '&#45;')}>` : ''
  return `${formatNpt(start)} --> ${formatNpt(end)}\n${voice}${escapeVtt(withoutBlankLines(text))}`
}

const escapeVtt = (text: string): string =>
  text.replaceAll('\0', '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A blank line would end the cue. */
const withoutBlankLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function withEnds(cues: readonly Cue[]): TimedCue[] {
  const sorted = inOrder(cues)
  return sorted.map((cue, index) => {
    const next = sorted[index + 1]?.start
    return { ...cue, end: endOf(cue, next) }
  })
}

function endOf({ start, end, text }: Cue, next: Seconds | undefined): Seconds {
  const after = (moment: Seconds | undefined) =>
    moment !== undefined && milliseconds(moment) > milliseconds(start)
  if (after(end)) return end!
  return after(next) ? next! : start + Math.max(SHORTEST, text.length / CHARACTERS_A_SECOND)
}

const inOrder = (cues: readonly Cue[]): readonly Cue[] => cues.toSorted((a, b) => a.start - b.start)

/** The JSON of the podcast namespace, version 1.0.0. In order of time; times to the millisecond. */
export function writeTranscriptJson(cues: readonly Cue[]): string {
  const segments = inOrder(cues).map(({ start, end, speaker, text }) => ({
    ...(speaker ? { speaker } : {}),
    startTime: milliseconds(start),
    ...(end === undefined ? {} : { endTime: milliseconds(end) }),
    body: oneLine(text),
  }))
  return `${JSON.stringify({ version: '1.0.0', segments }, undefined, 2)}\n`
}

const milliseconds = (seconds: Seconds): Seconds => Math.round(seconds * 1000) / 1000

const LONG_PARAGRAPH = 600
const SENTENCE_END = /[.!?…]["'”’)]?$/

/** A paragraph for each turn, with `Name: ` in front; long turns are parted where a sentence ends. */
export function writePlainText(cues: readonly Cue[]): string {
  const paragraphs: string[] = []
  let speaker: string | undefined
  let isComplete = true
  for (const cue of inOrder(cues)) {
    const words = oneLine(cue.text)
    if (!words) continue
    const last = paragraphs.at(-1)
    const turns = cue.speaker !== undefined && cue.speaker !== speaker
    if (turns) paragraphs.push(`${oneLine(cue.speaker)}: ${words}`)
    else if (last === undefined || (isComplete && last.length > LONG_PARAGRAPH)) paragraphs.push(words)
    else paragraphs[paragraphs.length - 1] = `${last} ${words}`
    if (turns) speaker = cue.speaker
    isComplete = SENTENCE_END.test(words)
  }
  return `${paragraphs.join('\n\n')}\n`
}

const LONGEST_LINE = 65
const LONGEST_PAUSE = 1.5

/** JSON transcripts may go word by word: joined to phrases of one speaker, they can be read as captions. Others stay. */
export function joinWords(cues: readonly Cue[]): readonly Cue[] {
  const words = cues.filter(({ text }) => !/\s/.test(text)).length
  if (words < cues.length * 0.9) return cues
  const phrases: Cue[] = []
  for (const cue of cues) {
    const last = phrases.at(-1)
    if (last && belongs(last, cue)) phrases[phrases.length - 1] = joined(last, cue)
    else phrases.push(cue)
  }
  return phrases
}

const belongs = (phrase: Cue, { speaker, start, text }: Cue): boolean =>
  phrase.speaker === speaker &&
  phrase.text.length + 1 + text.length <= LONGEST_LINE &&
  start - (phrase.end ?? start) <= LONGEST_PAUSE &&
  !/[.!?…]$/.test(phrase.text)

function joined(phrase: Cue, { end, text }: Cue): Cue {
  const { end: before, ...rest } = phrase
  const until = end ?? before
  return { ...rest, text: `${phrase.text} ${text}`, ...(until === undefined ? {} : { end: until }) }
}
