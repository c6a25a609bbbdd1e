/** The text of a WebVTT cue: https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules */

import { transcriptCues } from '../limits.ts'
import { withoutReferences } from '../syntax/html-references.ts'

export interface Voice {
  readonly speaker?: string
  readonly text: string
}

// No part of it can match the same text in two ways: a hostile file must not make it slow.
const TAG = /<(?:v(?:\.[^\s<>]*)?[ \t\n]([^<>]*)|(\/v)|\/?[a-zA-Z\d.][^<>]*|\/?)>/g

/**
 * Parts the text by its voice spans and drops all other markup; `3 < 4` is none, though the specification takes it so.
 * A voice that is not closed holds to the end. Of more voices than `most`, one more is given.
 */
export function voicesOf(payload: string, most = transcriptCues): Voice[] {
  const voices: Voice[] = []
  let speaker: string | undefined
  let from = 0
  let text = ''
  const finish = () => {
    const spoken = withoutReferences(text).trim()
    if (spoken) voices.push(speaker ? { speaker, text: spoken } : { text: spoken })
    text = ''
  }
  for (const { 0: tag, 1: name, 2: end, index } of payload.matchAll(TAG)) {
    text += payload.slice(from, index)
    from = index + tag.length
    if (name === undefined && end === undefined) continue
    finish()
    if (voices.length > most) return voices
    speaker =
      name === undefined ? undefined : withoutReferences(name).replace(/\s+/g, ' ').trim() || undefined
  }
  text += payload.slice(from)
  finish()
  return voices
}
