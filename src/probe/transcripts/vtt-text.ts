/** The text of a WebVTT cue: https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules */

import { transcriptCues } from '../../limits.ts'

export interface Voice {
  readonly speaker?: string
  readonly text: string
}

// No part of it can match the same text in two ways: a hostile file must not make it slow.
const TAG = /<(?:v(?:\.[^\s<>]*)?[ \t\n]([^<>]*)|(\/v)|\/?[a-zA-Z\d.][^<>]*|\/?)>/g
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

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
    const spoken = decodeReferences(text).trim()
    if (spoken) voices.push(speaker ? { speaker, text: spoken } : { text: spoken })
    text = ''
  }
  for (const { 0: tag, 1: name, 2: end, index } of payload.matchAll(TAG)) {
    text += payload.slice(from, index)
    from = index + tag.length
    if (name === undefined && end === undefined) continue
    finish()
    if (voices.length > most) return voices
    speaker = name === undefined ? undefined : decodeReferences(name).replace(/\s+/g, ' ').trim() || undefined
  }
  text += payload.slice(from)
  finish()
  return voices
}

export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{1,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return Object.hasOwn(REFERENCES, name) ? REFERENCES[name]! : whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole
    },
  )
}
