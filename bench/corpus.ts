/** Shows to measure, made on the spot: every note and every recording is another, and all are the same on every machine. */

import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { concat } from '../tests/support/bytes.ts'
import { id3v2 } from '../tests/support/id3.ts'
import { jpeg } from '../tests/support/image.ts'
import { mp3 } from '../tests/support/mpeg.ts'

export interface Corpus {
  /** `headers`: fifteen seconds with a length header. `vbr`: a fifth of them have none. `hour`: an hour each. */
  readonly audio: 'headers' | 'vbr' | 'hour'
  readonly episodes: number
  /** Kilobytes of each episode's notes. */
  readonly notes: number
  /** So many episodes have a key that nobody knows, and are told of it at every run. */
  readonly findings: number
  /** The front matter has keys of its own, which show.md maps. */
  readonly isMapped: boolean
  /** Only the first and last 64 KB of a recording are on the disk; between them is a hole. */
  readonly sparse: boolean
}

/** A start state of 0 would never leave it. */
export const random = (seed: number): (() => number) => {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export const words =
  'harbour light water keeper morning rope tide engine captain letter winter signal island ferry weather radio stone bridge market evening compass lantern current sailor storm quiet memory voice record interview question answer history season chapter guest listener story'.split(
    ' ',
  )

const plainSentence = (next: () => number): string =>
  `${Array.from({ length: 12 }, () => words[Math.floor(next() * words.length)]!).join(' ')}.`

const sentence = (next: () => number): string => {
  const count = 6 + Math.floor(next() * 12)
  const picked = Array.from({ length: count }, () => words[Math.floor(next() * words.length)]!)
  const at = Math.floor(next() * (count - 1))
  const dice = next()
  if (dice < 0.15) picked[at] = `[${picked[at]} & ${picked[at + 1]}](https://notes.example/${picked[at]})`
  else if (dice < 0.25) picked[at] = `**${picked[at]}**`
  else if (dice < 0.33) picked[at] = `*${picked[at]}*`
  else if (dice < 0.37) picked[at] = `\`${picked[at]}\``
  const text = picked.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** As show notes are: paragraphs, headings, lists of links. */
export const notesOf = (seed: number, kilobytes: number): string => {
  const next = random(seed)
  let text = ''
  while (text.length < kilobytes * 1024) {
    const dice = next()
    if (dice < 0.12) text += `## ${sentence(next).slice(0, 40)}\n\n`
    else if (dice < 0.3)
      text += `${Array.from({ length: 4 }, () => `- ${sentence(next)} <https://notes.example/${Math.floor(next() * 1e6)}>`).join('\n')}\n\n`
    else text += `${Array.from({ length: 4 }, () => sentence(next)).join(' ')}\n\n`
  }
  return text
}

const day = 86_400_000
const first = Date.UTC(1996, 0, 1)

/** Every title is another, and has `&` in it. */
const titleOf = (i: number): string => {
  const base = words.length
  const word = (n: number): string => words[n % base]!
  return `The ${word(i)} & the ${word(Math.floor(i / base) + 7 * i)} of ${word(Math.floor(i / base ** 2) + 3)}`
}

const episodeOf = (i: number, corpus: Corpus): string =>
  corpus.isMapped ? pageOf(i, corpus) : plainEpisodeOf(i, corpus)

const plainEpisodeOf = (i: number, { notes, findings }: Corpus): string => `---
${i < findings ? 'moood: calm\n' : ''}title: "${titleOf(i)}"
description: "${plainSentence(random(i + 77))}"
date: ${new Date(first + i * day).toISOString().slice(0, 10)}
season: ${1 + Math.floor(i / 500)}
episode: ${1 + (i % 500)}
link: https://show.example/${i}
---
${notesOf(i + 1, notes)}`

/** The same episode as the page of a site. */
const pageOf = (i: number, { notes }: Corpus): string => `---
headline: "${titleOf(i)}"
summary: "${plainSentence(random(i + 77))}"
published: ${new Date(first + i * day).toISOString().slice(0, 10)}
layout: episode
series: ${1 + Math.floor(i / 500)}
number: "Episode ${1 + (i % 500)}"
tags: [radio, harbour]
path: ${i}
---
${notesOf(i + 1, notes)}`

const mapping = `content: ["*.md", "!show.md"]
where: { layout: episode }
fields:
  title: headline
  description: summary
  date: published
  season: series
  episode: { from: number, match: '(\\d+)' }
  link: https://show.example/{path}
`

/** From so many episodes on a feed is larger than the W3C validator reads, which would be a warning. */
const large = 500

/** What would be said of every episode, since the bench makes them so. */
const allowedIn = ({ episodes, notes, sparse }: Corpus): readonly string[] => [
  ...(episodes * notes > 3 * large ? ['show/feed-size'] : []),
  ...(sparse ? ['audio/hole'] : []),
]

const showOf = (corpus: Corpus): string => `---
title: Bench
link: https://show.example/
baseUrl: https://show.example/feed/
language: en
categories: [Technology]
explicit: false
image: cover.jpg
author: Ada Pier
owner: { name: Ada Pier, email: ada@show.example }
timezone: Europe/Brussels
allow: [${allowedIn(corpus).join(', ')}]
${corpus.isMapped ? mapping : ''}---
A show to measure.
`

export const pathOf = (i: number): string => `${String(i).padStart(5, '0')}`

/** Makes the show in `folder`. */
export const makeCorpus = (folder: string, corpus: Corpus): void => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'show.md'), showOf(corpus))
  writeFileSync(join(folder, 'cover.jpg'), jpeg({ width: 3000, height: 3000 }))
  const seconds = corpus.audio === 'hour' ? 3600 : 15
  const withHeader = templateOf(mp3({ seconds, bitrate: 96, mode: 'mono' }))
  const without =
    corpus.audio === 'vbr'
      ? templateOf(mp3({ seconds, bitrate: [112, 96, 128], mode: 'mono', header: 'none' }))
      : withHeader
  for (let i = 0; i < corpus.episodes; i++) {
    writeFileSync(join(folder, `${pathOf(i)}.md`), episodeOf(i, corpus))
    const template = i % 5 === 4 ? without : withHeader
    writeAudio(join(folder, `${pathOf(i)}.mp3`), template, i, corpus.sparse)
  }
}

interface Template {
  readonly bytes: Uint8Array
  /** Where a frame's bytes may be changed without another length. */
  readonly free: readonly number[]
}

const templateOf = (audio: Uint8Array): Template => {
  const bytes = concat(id3v2({ texts: { TPE1: 'Ada Pier' } }), audio)
  const free: number[] = []
  // After the four bytes of a frame's header come 17 of side information (mono).
  for (let at = bytes.length - audio.length; at < bytes.length - 100; at++)
    if (bytes[at] === 0xff && (bytes[at + 1]! & 0xe0) === 0xe0) {
      free.push(at + 60)
      at += 100
    }
  return { bytes, free: free.slice(2) }
}

const edge = 64 * 1024

/** The recording, with its number in many of its frames: no two are the same. */
const writeAudio = (path: string, { bytes, free }: Template, seed: number, sparse: boolean): void => {
  for (let k = 0; k < free.length; k += 8) {
    bytes[free[k]!] = seed & 0xff
    bytes[free[k]! + 1] = (seed >> 8) & 0xff
  }
  const fd = openSync(path, 'w')
  try {
    if (!sparse || bytes.length < 3 * edge) writeSync(fd, bytes)
    else {
      writeSync(fd, bytes, 0, edge, 0)
      writeSync(fd, bytes, bytes.length - edge, edge, bytes.length - edge)
      ftruncateSync(fd, bytes.length)
    }
  } finally {
    closeSync(fd)
  }
}
